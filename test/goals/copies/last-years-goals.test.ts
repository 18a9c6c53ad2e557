import { describe, expect, it } from "vitest";
import { compareGoals } from "../../../functions/goals/copies/compared-goals.ts";
import { isLastYearsGoal, ownTexts } from "../../../functions/goals/copies/last-years-goals.ts";
import { ownNames } from "../../../functions/goals/words/own-name.ts";
import { readTemplate } from "../../../functions/goals/words/template.ts";

const NO_FORM = readTemplate({ starters: [], mandated: [] });

/** By student the texts of a year's goals. */
function textsOf(goals: { readonly [student: string]: readonly string[] }) {
  const students = Object.entries(goals).map(([student, texts]) => ({
    ...{ student, names: ownNames([student]) },
    goals: texts.map((text) => ({ text, setOn: null })),
  }));
  return Object.fromEntries(ownTexts(students, compareGoals(students, NO_FORM)));
}

describe("ownTexts", () => {
  it("are of each student's compared goals, also of one that nobody shares", () => {
    expect(
      textsOf({
        Ana: ["Ana will bring her Spanish grade to an 85", "Read more", "Build a bench at school"],
        Ben: ["Read more"],
      }),
    ).toEqual({
      Ana: ["<who> will bring <who> spanish grade to an 85", "build a bench at school"],
    });
  });
});

describe("isLastYearsGoal", () => {
  const before = ["build a bench at school", "raise <who> grade to 90%"];

  it.each([
    ["build a bench at school", before, true],
    ["build a bench at home", before, false],
    ["build a bench at school", [], false],
    ["build a bench at school", undefined, null],
    [null, before, null],
  ])("%j after %j is %s", (undated, lastYears, expected) => {
    expect(isLastYearsGoal({ undated }, lastYears)).toBe(expected);
  });
});
