import { GRADES } from "../../domain/people/grade.ts";
import { byText, compareText } from "../../domain/text/compare-text.ts";
import { grouped } from "../../domain/text/grouped.ts";
import { sharedTextsOfRow } from "../../reports/students/shared-texts.ts";
import type { StudentRow } from "../../reports/students/students-table.ts";
import type { ConsoleReader } from "../console-reader.ts";
import type { SharedGoal } from "./plan-answers.ts";

/**
 * The texts that students have in common, most shared first, then in alphabetical order. A text that
 * three or more students of the district have is counted among these students alone.
 * @param rows students whose plans the reader sees
 * @param byCounselor ids of the schools whose students are counted by counselor too
 */
export function sharedGoals(
  rows: readonly StudentRow[],
  byCounselor: ReadonlySet<string>,
  counselorName: ConsoleReader["counselorName"],
): readonly SharedGoal[] {
  const rowsOf = new Map<string, StudentRow[]>();
  for (const row of rows) {
    for (const text of sharedTextsOfRow(row)) {
      const sharing = rowsOf.get(text);
      if (sharing === undefined) rowsOf.set(text, [row]);
      else sharing.push(row);
    }
  }
  return [...rowsOf]
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || compareText(a, b))
    .map(([text, sharing]) => ({
      ...{ text, count: sharing.length, schools: schoolsOf(sharing) },
      counselors:
        byCounselor.size === 0
          ? null
          : counselorsOf(
              sharing.filter(({ school }) => byCounselor.has(school)),
              counselorName,
            ),
    }));
}

const schoolsOf = (rows: readonly StudentRow[]): SharedGoal["schools"] =>
  [...grouped(rows, ({ school }) => school)]
    .map(([id, own]) => ({
      ...{ id, name: own[0]?.schoolName ?? id, count: own.length },
      grades: gradesOf(own),
    }))
    .sort(byText(({ id, name }) => `${name}\u0000${id}`));

const gradesOf = (rows: readonly StudentRow[]): SharedGoal["schools"][number]["grades"] => {
  const byGrade = grouped(rows, ({ grade }) => grade);
  return [...GRADES, ""].flatMap((grade) => {
    const count = byGrade.get(grade)?.length ?? 0;
    return count === 0 ? [] : [{ grade, count }];
  });
};

/** In the order of names: a count ranks nobody. */
const counselorsOf = (
  rows: readonly StudentRow[],
  counselorName: ConsoleReader["counselorName"],
): NonNullable<SharedGoal["counselors"]> =>
  [...grouped(rows, ({ counselor }) => counselor)]
    .map(([id, own]) => ({
      id,
      name: id === "" ? "No counselor" : counselorName(id),
      count: own.length,
    }))
    .sort(byText(({ id, name }) => `${name}\u0000${id}`))
    .map(({ name, count }) => ({ name, count }));
