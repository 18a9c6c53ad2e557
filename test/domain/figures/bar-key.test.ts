import { describe, expect, it } from "vitest";
import {
  barKeyText,
  boundaryText,
  cellKeyText,
  holdText,
} from "../../../functions/domain/figures/bar-key.ts";
import { EVERYBODY } from "../../../functions/domain/figures/group-key.ts";

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

describe("the texts that secrets are derived from", () => {
  const bars = [
    { statistic: "statuses/review-1", school: null, group: EVERYBODY },
    { statistic: "statuses/review-1", school: "700005", group: "grade/08" },
    { statistic: "standings/all", school: "a|b%", group: "grade/09-10" },
    { statistic: "plan-coverage", school: null, group: "race-ethnicity/pacific-islander" },
    { statistic: "chronic-absence", school: "", group: "counselor/K/1" },
  ] as const;

  it("of boundaries and of the hold never change, or every figure of a school year moves", () => {
    expect(
      bars.map((bar) => [boundaryText(bar, 0), boundaryText(bar, 4), holdText(bar, "2021-10-01")]),
    ).toEqual([
      [
        "statuses/review-1|district|all/all|0",
        "statuses/review-1|district|all/all|4",
        "statuses/review-1|district|all/all|hold|2021-10-01",
      ],
      [
        "statuses/review-1|school 700005|grade/08|0",
        "statuses/review-1|school 700005|grade/08|4",
        "statuses/review-1|school 700005|grade/08|hold|2021-10-01",
      ],
      [
        "standings/all|school a%7Cb%25|grade/09-10|0",
        "standings/all|school a%7Cb%25|grade/09-10|4",
        "standings/all|school a%7Cb%25|grade/09-10|hold|2021-10-01",
      ],
      [
        "plan-coverage|district|race-ethnicity/pacific-islander|0",
        "plan-coverage|district|race-ethnicity/pacific-islander|4",
        "plan-coverage|district|race-ethnicity/pacific-islander|hold|2021-10-01",
      ],
      [
        "chronic-absence|school |counselor/K/1|0",
        "chronic-absence|school |counselor/K/1|4",
        "chronic-absence|school |counselor/K/1|hold|2021-10-01",
      ],
    ]);
  });
});

describe("cellKeyText", () => {
  it("is the bar's text and the part", () => {
    const cell = { statistic: "plan-coverage", school: null, group: EVERYBODY, part: "open" };
    expect(cellKeyText(cell)).toBe("plan-coverage|district|all/all|open");
  });
});
