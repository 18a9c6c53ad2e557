import { describe, expect, it } from "vitest";
import { schoolLevel, schoolLevels } from "../../../functions/metrics/cube/school-level.ts";
import { cubeWith } from "../../support/cube-with.ts";

/** A school with so many students in each grade. */
const schoolWith = (grades: { readonly [grade: string]: number }) =>
  cubeWith("A", {
    students: {
      enrolled: Object.fromEntries(
        Object.entries({ "all/all": 0, ...grades }).map(([grade, count]) => [
          grade === "all/all" ? grade : `grade/${grade}`,
          count,
        ]),
      ),
    },
  });

describe("the level of a school", () => {
  it.each([
    [{ PK: 1 }, "elementary"],
    [{ KG: 30, "05": 10 }, "elementary"],
    [{ "05": 1 }, "elementary"],
    [{ "06": 1 }, "middle"],
    [{ "08": 1 }, "middle"],
    [{ "09": 1 }, "high"],
    [{ "12": 1 }, "high"],
    [{ "13": 1 }, "other"],
    [{ PS: 1 }, "other"],
    [{ UG: 1 }, "other"],
    [{}, "other"],
  ] as const)("with students in %j is %s", (grades, level) => {
    expect(schoolLevel(schoolWith(grades))).toBe(level);
  });

  it.each([
    [{ "05": 10, "06": 11 }, "middle"],
    [{ "05": 11, "06": 10 }, "elementary"],
    // Of two in the middle the lower.
    [{ "05": 10, "06": 10 }, "elementary"],
    [{ "06": 20, "07": 20, "08": 20, "09": 60 }, "middle"],
    [{ "06": 20, "07": 20, "08": 20, "09": 61 }, "high"],
    // Who is in no grade of a school does not move the middle.
    [{ "05": 3, UG: 100, "13": 100 }, "elementary"],
  ] as const)("with students in %j is that of the middle one: %s", (grades, level) => {
    expect(schoolLevel(schoolWith(grades))).toBe(level);
  });

  it("is told by school", () => {
    const high = { ...schoolWith({ "10": 4 }), school: "B" };
    expect(schoolLevels([schoolWith({ "07": 4 }), high])).toEqual({ A: "middle", B: "high" });
  });
});
