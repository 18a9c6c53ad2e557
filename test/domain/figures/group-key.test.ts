import { describe, expect, it } from "vitest";
import {
  asGroupKey,
  gradesOfGroup,
  groupKey,
  readGroupKey,
  togetherKey,
} from "../../../functions/domain/figures/group-key.ts";

const KEYS = [
  ["all/all", "all", "all"],
  ["grade/08", "grade", "08"],
  ["grade/09-10", "grade", "09-10"],
  ["counselor/K/1", "counselor", "K/1"],
  ["counselor/", "counselor", ""],
  ["sex/female", "sex", "female"],
  ["race-ethnicity/pacific-islander", "race-ethnicity", "pacific-islander"],
  ["economic-status/no", "economic-status", "no"],
] as const;

describe("readGroupKey", () => {
  it.each(KEYS)("reads %s as %j and %j, as groupKey writes it", (key, division, group) => {
    expect(readGroupKey(key)).toEqual({ division, group });
    expect(groupKey(division, group)).toBe(key);
    expect(asGroupKey(key)).toBe(key);
  });

  it.each([
    ["of no division", "grades/08"],
    ["of a grade that CEDS has not", "grade/8"],
    ["of two grades, one of which there is not", "grade/09-1O"],
    ["of a student group that its division has not", "sex/femal"],
    ["without a group", "sex"],
    ["of everybody by another name", "all/everybody"],
    ["that is empty", ""],
  ])("throws at a key %s", (_, key) => {
    expect(() => readGroupKey(key)).toThrow(
      `no group of students has the key ${JSON.stringify(key)}: expected one of all, grade, counselor`,
    );
  });
});

describe("togetherKey", () => {
  it("names a grade alone, and neighboring grades by the first and the last", () => {
    expect(togetherKey(["grade/09"])).toBe("grade/09");
    expect(togetherKey(["grade/09", "grade/10"])).toBe("grade/09-10");
    expect(togetherKey(["grade/09", "grade/10", "grade/11"])).toBe("grade/09-11");
  });
});

describe("gradesOfGroup", () => {
  it("has the first and the last grade of a group of neighbors", () => {
    expect([gradesOfGroup("08"), gradesOfGroup("09-11")]).toEqual([["08"], ["09", "11"]]);
  });
});
