import { describe, expect, it } from "vitest";
import type { GroupKey } from "../../../functions/domain/figures/group-key.ts";
import { PLAN_PARTS } from "../../../functions/domain/figures/parts.ts";
import {
  countInParts,
  countsOf,
  groupsOfCube,
  placesOfParts,
  sizesOf,
  studentsOf,
} from "../../../functions/metrics/cube/cube-counts.ts";
import { cubeWith } from "../../support/cube-with.ts";

const cube = cubeWith("A", {
  students: { mandate: { "all/all": 5, "grade/07": 2 } },
  answers: { "plan-coverage": { "all/all": [3, 2], "grade/07": [0, 2] } },
});
const plans = { statistic: "plan-coverage", parts: PLAN_PARTS };

describe("studentsOf", () => {
  it("has the students of a group, and 0 of one that nobody is in", () => {
    expect(studentsOf(cube, { kind: "mandate" }, "grade/07")).toBe(2);
    expect(studentsOf(cube, { kind: "mandate" }, "grade/08")).toBe(0);
    expect(studentsOf(cube, { kind: "enrolled" }, "all/all")).toBe(0);
  });

  it("throws of a group that there cannot be", () => {
    const typo = "grade/7" as GroupKey;
    expect(() => studentsOf(cube, { kind: "mandate" }, typo)).toThrow("grade/7");
  });
});

describe("countsOf", () => {
  it("has the students of each part, and 0 in each of a group that nobody is in", () => {
    expect(countsOf(cube, plans, "all/all")).toEqual([3, 2]);
    expect(countsOf(cube, plans, "homeless/yes")).toEqual([0, 0]);
  });

  it("throws where the counts are of other parts", () => {
    const parts = [...PLAN_PARTS, { id: "closed", name: "Closed" }];
    expect(() => countsOf(cube, { ...plans, parts }, "all/all")).toThrow(
      "the counts of plan-coverage by all/all have 2 parts, and the question has 3",
    );
  });
});

describe("countInParts", () => {
  const countOf = (
    counted: typeof cube,
    question: Parameters<typeof countsOf>[1],
    group: GroupKey,
    parts: readonly string[],
  ): number => countInParts(question, countsOf(counted, question, group), parts);

  it("adds the parts that are asked for", () => {
    expect(countOf(cube, plans, "all/all", ["open"])).toBe(3);
    expect(countOf(cube, plans, "all/all", ["none", "open"])).toBe(5);
  });

  it("is 0 of a statistic, part and group that there are, and that have no students", () => {
    expect(countOf(cube, plans, "grade/07", ["open"])).toBe(0);
    expect(countOf(cube, plans, "grade/12", ["open"])).toBe(0);
    expect(countOf(cubeWith("B", {}), plans, "all/all", ["open"])).toBe(0);
  });

  it.each([
    [{ ...plans, statistic: "plan-covrage" }, "all/all", "open", "plan-covrage"],
    [plans, "all/all", "opened", 'plan-coverage has no part "opened": expected one of open, none'],
    [plans, "sex/m", "open", "sex/m"],
  ] as const)(
    "throws, and is never 0, where a key has a typo",
    (question, group, part, message) => {
      expect(() => countOf(cube, question, group, [part])).toThrow(message);
    },
  );
});

describe("sizesOf and groupsOfCube", () => {
  it("are of the groups that somebody is in", () => {
    expect(sizesOf(cube, { kind: "mandate" })).toEqual({ "all/all": 5, "grade/07": 2 });
    expect(sizesOf(cube, { kind: "enrolled" })).toEqual({});
    expect(groupsOfCube(cube, plans)).toEqual(["all/all", "grade/07"]);
  });
});

describe("placesOfParts", () => {
  it("has where each stands, and throws at one that is not there", () => {
    expect(placesOfParts("plan-coverage", ["open", "none"], ["none", "open"])).toEqual([1, 0]);
    expect(() => placesOfParts("plan-coverage", ["open", "none"], ["non"])).toThrow('part "non"');
  });
});
