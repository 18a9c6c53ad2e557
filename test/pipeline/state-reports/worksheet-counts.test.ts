import { describe, expect, it } from "vitest";
import { groupKey } from "../../../functions/domain/figures/group-key.ts";
import { STANDING_PARTS } from "../../../functions/domain/figures/parts.ts";
import type { Grade } from "../../../functions/domain/people/grade.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { countsOf } from "../../../functions/metrics/cube/cube-counts.ts";
import {
  ALL_TOGETHER,
  STANDINGS,
  statisticText,
} from "../../../functions/metrics/questions/statistic.ts";
import { conformedCastForStates } from "../../support/cast-for-states.ts";
import { CAST, CAST_DAY, publishDay } from "../../support/local-district.ts";
import { madeReport } from "../../support/made-report.ts";

interface Counted {
  readonly school: string;
  readonly grades: readonly Grade[];
  readonly requirement: string;
  readonly standings: readonly number[];
}

/** The rows of a worksheet as the cells say them. */
async function worksheet(id: string, mandate: string, allGrades: readonly Grade[]) {
  const places = await conformedCastForStates();
  await publishDay(places, CAST_DAY, CAST, "staff-only", mandateById(mandate));
  const { inHand } = await madeReport(places, CAST, id, CAST_DAY, []);
  const { fields, records, cubes } = inHand;
  if (cubes === null) throw new Error("nothing was published");
  const rows = records.map(({ cells }): Counted & { readonly students: number } => {
    const cell = (row: string): string =>
      cells[fields.findIndex(({ source }) => "row" in source && source.row === row)] ?? "";
    const count = (part: string): number => Number(cell(`count.${part}`));
    const grade = cell("students.grade");
    return {
      school: cell("school.name"),
      grades: grade === "" ? allGrades : [grade as Grade],
      requirement: cell("requirement.id") || ALL_TOGETHER,
      students: count("students"),
      standings: STANDING_PARTS.map(({ id: part }) =>
        part === "not-applicable" ? count(part) + count("exempt") : count(part),
      ),
    };
  });
  /** What the figures of the same day say of the same students. */
  const figures = ({ school, grades, requirement }: Counted): readonly number[] =>
    STANDING_PARTS.map((_part, part) =>
      cubes
        .filter(({ name }) => school === "" || name === school)
        .flatMap(({ cube }) =>
          grades.map((grade) => {
            const question = {
              statistic: statisticText(STANDINGS, requirement),
              parts: STANDING_PARTS,
            };
            return countsOf(cube, question, groupKey("grade", grade))[part] ?? 0;
          }),
        )
        .reduce((sum, students) => sum + students, 0),
    );
  return { rows, figures };
}

describe("a worksheet of counts", () => {
  it.each([
    ["az-ecap-seniors", "AZ", ["12"]],
    ["de-advisement-plan", "DE", ["08", "09", "10", "11", "12"]],
    ["ky-ilp-completion", "KY", ["06", "07", "08", "09", "10", "11", "12"]],
    ["nd-compliance", "ND", ["07", "08", "09", "10", "11", "12"]],
  ] as const)("of %s has the figures of the same day", async (id, mandate, grades) => {
    const { rows, figures } = await worksheet(id, mandate, grades);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      expect(row.standings, `${row.school} ${row.requirement}`).toEqual(figures(row));
      expect(row.students).toBe(row.standings.reduce((sum, students) => sum + students, 0));
    }
  });
});
