import { describe, expect, it } from "vitest";
import type { GroupCounts } from "../../../../functions/metrics/cube/group-tally.ts";
import type { Grade } from "../../../../functions/domain/people/grade.ts";
import { populationParity } from "../../../../functions/reports/state/checks/population-parity.ts";
import { cubeWith } from "../../../support/cube-with.ts";
import {
  CITED,
  contextWith,
  COUNTING,
  definitionWith,
  inHandWith,
  recordWith,
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
