import { describe, expect, it } from "vitest";
import type { GroupCounts } from "../../../../functions/metrics/cube/group-tally.ts";
import type { Grade } from "../../../../functions/domain/people/grade.ts";
import { populationParity } from "../../../../functions/reports/state/checks/population-parity.ts";
import type { ReportRecord } from "../../../../functions/reports/state/records/report-records.ts";
import type { RowKind, RowSubject } from "../../../../functions/reports/state/rows/report-row.ts";
import { cubeWith } from "../../../support/cube-with.ts";
import {
  CITED,
  contextWith,
  COUNTING,
  definitionWith,
  inHandWith,
  recordWith,
  subject,
} from "../../../support/report-in-hand.ts";

const STUDENTS: GroupCounts<number> = {
  mandate: { "all/all": 3 },
  enrolled: { "all/all": 9, "grade/05": 2, "grade/08": 1, "grade/06": 6 },
};
const cubes = [
  { name: "A", cube: cubeWith("A", { students: STUDENTS }) },
  { name: "B", cube: cubeWith("B", {}) },
];
const records = (count: number) =>
  Array.from({ length: count }, (_, n) => recordWith(String(n), []));
const ofGrades = (grades: readonly Grade[] | null) =>
  contextWith({
    definition: definitionWith({
      population: { ...CITED, words: "", rows: "students", grades },
    }),
  });

describe("the records of a file beside the students enrolled", () => {
  const LISTING: RowKind = { ...COUNTING, id: "plan-reconciliation", populationOf: () => [] };
  const run = (population: readonly RowSubject[], records: readonly ReportRecord[]) =>
    populationParity.run(inHandWith({ kind: LISTING, population, records }));
  const of = (student: string, school = "A"): ReportRecord => ({
    ...recordWith(student, []),
    about: subject(student, school),
  });

  it("are of each of them and of nobody else", () => {
    const result = run(
      [subject("1"), subject("2", "B"), subject("2")],
      [of("1"), of("2"), of("2")],
    );
    expect(result).toMatchObject({
      ...{ outcome: "passed", because: "2 students of the population, each with a record." },
    });
  });

  it("name who has none", () => {
    const result = run([subject("1"), subject("2", "B")], [of("1")]);
    expect(result).toMatchObject({ outcome: "failed", failing: 1 });
    expect(result.besides?.map(({ about }) => about)).toEqual([subject("2", "B")]);
    expect(result.because).not.toMatch(/Family|Ada/);
  });

  it.each([
    ["of somebody else", [of("1"), of("3")]],
    ["of a second school", [of("1"), of("1", "B")]],
  ])("may not be %s", (_what, records) => {
    const result = run([subject("1")], records);
    expect([result.outcome, ...(result.faults?.keys() ?? [])]).toEqual(["failed", 1]);
  });

  it("cannot be none", () => {
    expect(run([], [])).toMatchObject({
      ...{ outcome: "failed" },
      because: "No student of the population is enrolled on the count day.",
    });
  });
});

describe("the records of a file beside the figures", () => {
  it.each([
    [2, "failed"],
    [3, "passed"],
    [4, "failed"],
  ])("of whom the mandate asks are three: %i is %s", (count, outcome) => {
    const report = inHandWith({ cubes, records: records(count), context: ofGrades(null) });
    expect(populationParity.run(report).outcome).toBe(outcome);
  });

  it("of some grades are the students enrolled in them", () => {
    const context = ofGrades(["05", "08", "11"]);
    expect(populationParity.run(inHandWith({ cubes, records: records(3), context }))).toMatchObject(
      {
        ...{ outcome: "passed", because: "3 records, and as many students in the figures." },
      },
    );
  });

  it("cannot be none", () => {
    const context = ofGrades(["12"]);
    expect(populationParity.run(inHandWith({ cubes, context }))).toMatchObject({
      ...{ outcome: "failed" },
      because: "The figures of the count day have no student of the population.",
    });
  });

  it("cannot be compared before the count day is published, and need not be of counts", () => {
    expect(populationParity.run(inHandWith({})).because).toContain("have not been published");
    expect(populationParity.run(inHandWith({ kind: COUNTING })).outcome).toBe("not-made");
  });
});
