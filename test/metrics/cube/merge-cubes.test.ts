import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  addParts,
  mergeCubes,
  mergeTwo,
  type DistrictCube,
} from "../../../functions/metrics/cube/merge-cubes.ts";
import type { SchoolCube } from "../../../functions/metrics/cube/school-cube.ts";
import { cubeWith } from "../../support/cube-with.ts";
import { cubeOf, drawnCubes, drawnStudent, PLAIN, schoolOf } from "../drawn-school.ts";

/** What is counted, exactly; and the moments, which are floating sums. */
const counted = ({ association, ...counts }: DistrictCube) => {
  const { all, byPlan, byGoals, ...exact } = association;
  return { exact: { ...counts, ...exact }, moments: { all, byPlan, byGoals } };
};

/** The order of a floating sum is all that may differ. */
function expectClose(given: unknown, expected: unknown): void {
  const [some, others] = [numbersIn(given), numbersIn(expected)];
  expect(some).toHaveLength(others.length);
  some.forEach((number, index) => expect(number).toBeCloseTo(others[index]!, 9));
}

/** All numbers of a value, in the order of its keys. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  const keys = Object.keys(value).sort();
  return keys.flatMap((key) => numbersIn((value as { readonly [key: string]: unknown })[key]));
}

const withoutSchool = ({ school: _school, ...cube }: SchoolCube): DistrictCube => cube;

describe("mergeCubes", () => {
  it("comes to the same in any order of the schools, to the last bit", () => {
    fc.assert(
      fc.property(drawnCubes, (cubes) => {
        expect(mergeCubes(cubes.toReversed())).toEqual(mergeCubes(cubes));
      }),
      { numRuns: 30 },
    );
  });

  it("comes to the same however the schools are grouped", () => {
    fc.assert(
      fc.property(drawnCubes, fc.nat(), (cubes, place) => {
        fc.pre(cubes.length > 1);
        const split = 1 + (place % (cubes.length - 1));
        const whole = counted(mergeCubes(cubes));
        const halves = counted(
          mergeTwo(mergeCubes(cubes.slice(0, split)), mergeCubes(cubes.slice(split))),
        );
        expect(halves.exact).toEqual(whole.exact);
        expectClose(halves.moments, whole.moments);
      }),
      { numRuns: 30 },
    );
  });

  it("comes to what one school of all the students would", () => {
    fc.assert(
      fc.property(
        fc.array(drawnStudent, { minLength: 1, maxLength: 8 }),
        fc.nat({ max: 8 }),
        (drawn, index) => {
          const split = mergeCubes([
            cubeOf(schoolOf("S0", drawn.slice(0, index))),
            cubeOf(schoolOf("S1", drawn.slice(index))),
          ]);
          const whole = counted(withoutSchool(cubeOf(schoolOf("S0", drawn))));
          expect(counted(split).exact).toEqual(whole.exact);
          expectClose(counted(split).moments, whole.moments);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("adds students, answers and problems up by name and group", () => {
    const a = cubeWith("A", {
      students: { mandate: { "all/all": 3, "grade/06": 3 } },
      answers: { "plan-coverage": { "all/all": [2, 1], "grade/06": [2, 1] } },
      firstDueOn: { "statuses/all": day("2021-11-12"), "statuses/review-2": day("2022-01-07") },
    });
    const b = cubeWith("B", {
      students: { mandate: { "all/all": 4, "grade/07": 4 }, enrolled: { "all/all": 5 } },
      answers: { "plan-coverage": { "all/all": [0, 4], "grade/07": [0, 4] } },
      firstDueOn: { "statuses/all": day("2021-11-10") },
    });
    const merged = mergeCubes([
      { ...a, problems: { "wrong-school": { "0": 1, "2": 1 } }, instructionalDays: 175 },
      { ...b, problems: { "wrong-school": { "2": 3 } } },
    ]);
    expect(merged).toMatchObject({
      students: {
        mandate: { "all/all": 7, "grade/06": 3, "grade/07": 4 },
        enrolled: { "all/all": 5 },
      },
      answers: {
        "plan-coverage": { "all/all": [2, 5], "grade/06": [2, 1], "grade/07": [0, 4] },
      },
      firstDueOn: { "statuses/all": "2021-11-10", "statuses/review-2": "2022-01-07" },
      problems: { "wrong-school": { "0": 1, "2": 4 } },
      instructionalDays: 180,
    });
    expect(merged).not.toHaveProperty("school");
  });

  it("leaves a school alone as it is, and changes none that it adds", () => {
    const single = cubeOf(schoolOf("S0", [PLAIN, PLAIN]));
    const before = structuredClone(single);
    expect(mergeCubes([single])).toEqual(withoutSchool(before));
    mergeCubes([single, cubeOf(schoolOf("S1", [PLAIN]))]);
    expect(single).toEqual(before);
  });

  it("is not to be had of no school", () => {
    expect(() => mergeCubes([])).toThrow("merge cubes: expected at least one school");
  });
});

describe("addParts", () => {
  it("adds part to part", () => {
    expect(addParts([1, 0, 2], [3, 4, 5])).toEqual([4, 4, 7]);
  });
});
