import { describe, expect, it } from "vitest";
import { studentsAsked } from "../../dashboard/src/release/students-asked.ts";

const SCHOOL = { school: "103", breakdown: "all", group: "all" };

describe("students asked for by a number", () => {
  it.each([
    [
      { ...SCHOOL, requirement: "review-2", status: "not-held" },
      { school: "103", requirement: "review-2", status: "not-held" },
    ],
    [
      { ...SCHOOL, school: "", requirement: "all", status: "not-determinable" },
      { requirement: "all-reviews", status: "not-determinable" },
    ],
    [
      // A standing is drawn as a status too; all together it is of requirements and not of reviews.
      { ...SCHOOL, school: "", requirement: "all", standing: "not-met", status: "not-met" },
      { requirement: "all", status: "not-met" },
    ],
    [
      { school: "103", requirement: "plan-open", need: "plan-missing" },
      { school: "103", requirement: "plan-open", need: "plan-missing" },
    ],
    [{ school: "", problem: "wrong-school" }, { problem: "wrong-school" }],
    [
      { ...SCHOOL, breakdown: "grade", group: "09", requirement: "review-1", status: "no-plan" },
      { school: "103", grade: "09", requirement: "review-1", status: "no-plan" },
    ],
    [
      { ...SCHOOL, breakdown: "counselor", group: "", requirement: "review-1", status: "no-plan" },
      { school: "103", counselor: "", requirement: "review-1", status: "no-plan" },
    ],
    [
      { ...SCHOOL, measure: "requirement-met", breakdown: "requirement", group: "review-1" },
      { school: "103", requirement: "review-1", status: "met" },
    ],
    [
      { ...SCHOOL, measure: "review-timeliness", breakdown: "grade", group: "11" },
      { school: "103", grade: "11", requirement: "all-reviews", status: "on-time" },
    ],
  ])("are of its place, group and answer: %j", (row, asked) => {
    expect(studentsAsked(row)).toEqual(asked);
  });

  it.each([
    { ...SCHOOL, measure: "plan-coverage" },
    { ...SCHOOL, measure: "transition-coverage", breakdown: "transition", group: "8-9" },
    // On time or late: a list is of one answer.
    { ...SCHOOL, measure: "review-held", breakdown: "requirement", group: "review-1" },
    // A student group has columns of its own, and no list is of one.
    { school: "103", measure: "review-timeliness", requirement: "", division: "sex", group: "F" },
    { ...SCHOOL, breakdown: "unheard-of", requirement: "review-1", status: "no-plan" },
  ])("are nobody's where no list has them: %j", (row) => {
    expect(studentsAsked(row)).toBeNull();
  });
});
