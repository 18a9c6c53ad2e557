import { describe, expect, it } from "vitest";
import { isGradeAsTime } from "../../../functions/goals/quality/grade-times.ts";
import { ofWord } from "./word-asked.ts";

describe("a grade as a time", () => {
  it.each([
    ["5th", false],
    ["6th", true],
    ["12th", true],
    ["13th", false],
  ])("of a plan is from 6 to 12: %s", (grade, isTime) => {
    expect(ofWord(isGradeAsTime, `in ${grade} grade I will pass math`, "grade")).toBe(isTime);
  });

  it.each([
    ["by the end of my 10th grade", "grade"],
    ["en el grado 9 voy a pasar", "grado"],
  ])("is with its number on either side: %s", (text, word) => {
    expect(ofWord(isGradeAsTime, text, word)).toBe(true);
  });

  it.each([
    ["who the student is", "I am in 9th grade", "grade"],
    ["what the student likes now", "estoy en el grado 9", "grado"],
    ["a level of reading", "in 10th grade level books", "grade"],
    ["a level to be reached", "by 10th grade level", "grade"],
    ["what something is like", "like 9th grade", "grade"],
    ["a grade in a class", "by the end raise my grade", "grade"],
  ])("is not %s: %s", (_what, text, word) => {
    expect(ofWord(isGradeAsTime, text, word)).toBe(false);
  });
});
