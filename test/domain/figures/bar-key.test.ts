import { describe, expect, it } from "vitest";
import {
  barKeyText,
  divisionAndGroup,
  EVERYBODY,
} from "../../../functions/domain/figures/bar-key.ts";

describe("barKeyText", () => {
  it.each([
    ["statuses/all", null, EVERYBODY, "statuses/all|district|all/all"],
    ["statuses/review-1", "700005", EVERYBODY, "statuses/review-1|school 700005|all/all"],
    ["plan-coverage", null, "grade/09-10", "plan-coverage|district|grade/09-10"],
    ["plan-coverage", "district", EVERYBODY, "plan-coverage|school district|all/all"],
    ["plan-coverage", "", EVERYBODY, "plan-coverage|school |all/all"],
  ] as const)("of %s at %s by %s is %s", (statistic, school, group, text) => {
    expect(barKeyText({ statistic, school, group })).toBe(text);
  });

  it("is another text for every school, whatever an id holds", () => {
    const texts = ["a|b", "a%7Cb", "a%b", "a%25b", "a"].map((school) =>
      barKeyText({ statistic: "plan-coverage", school, group: EVERYBODY }),
    );
    expect(texts).toEqual([
      "plan-coverage|school a%7Cb|all/all",
      "plan-coverage|school a%257Cb|all/all",
      "plan-coverage|school a%25b|all/all",
      "plan-coverage|school a%2525b|all/all",
      "plan-coverage|school a|all/all",
    ]);
  });
});

describe("divisionAndGroup", () => {
  it.each([
    ["all/all", "all", "all"],
    ["grade/08", "grade", "08"],
    ["counselor/K/1", "counselor", "K/1"],
    ["counselor/", "counselor", ""],
  ] as const)("of %s are %j and %j", (key, division, group) => {
    expect(divisionAndGroup(key)).toEqual({ division, group });
  });
});
