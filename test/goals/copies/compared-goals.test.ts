import { describe, expect, it } from "vitest";
import {
  compareGoals,
  type GoalToCompare,
  type StudentToCompare,
} from "../../../functions/goals/copies/compared-goals.ts";
import { ownNames } from "../../../functions/goals/words/own-name.ts";
import { readTemplate } from "../../../functions/goals/words/template.ts";

const FORM = readTemplate({
  starters: ["My goal for this year is to"],
  mandated: ["Complete the career interest inventory"],
});
const COPIED = "Raise my attendance to 95% before the spring concert";

const goal = (text: string, setOn: string | null = null): GoalToCompare => ({ text, setOn });
const student = (name: string, ...goals: readonly GoalToCompare[]): StudentToCompare => ({
  names: ownNames([name]),
  goals,
});

/** Per goal in order what is said of it. */
function compared(...students: readonly StudentToCompare[]) {
  const answers = compareGoals(students, FORM);
  return students.flatMap(({ goals }) => goals.map((of) => answers.get(of)));
}

describe("compareGoals", () => {
  it("shares the text of three students, not of two", () => {
    const two = [student("Ana", goal(COPIED)), student("Ben", goal(COPIED))];
    expect(compared(...two).map((of) => of?.shared)).toEqual([null, null]);
    expect(compared(...two, student("Cy", goal(COPIED))).map((of) => of?.shared?.text)).toEqual(
      Array(3).fill("raise <who> attendance to <pct> before the spring concert"),
    );
  });

  it("shares no goal that only begins as a shorter one and goes on in the student's own words", () => {
    const short = "I will improve my attendance";
    const own = `${short} by setting two alarms and asking my aunt to call`;
    const three = ["Ana", "Ben", "Cy"].map((name) => student(name, goal(short)));
    const answers = compared(
      ...three,
      student("Dee", goal(own)),
      student("Ed", goal(`${short} this year`)),
    );
    expect(answers.map((of) => of?.shared !== null)).toEqual([true, true, true, false, true]);
  });

  it("shares nothing that one student repeats", () => {
    const repeats = student("Ana", goal(COPIED), goal(COPIED), goal(COPIED));
    expect(compared(repeats).map((of) => of?.shared)).toEqual([null, null, null]);
  });

  it("gives the day of the third student's first goal, whatever the order", () => {
    const days = ["2021-11-02", "2021-09-07", "2021-10-04", "2022-01-10"];
    const students = days.map((on) => student("Ana", goal(COPIED, on), goal(COPIED, "2022-03-01")));
    for (const order of [students, students.toReversed()]) {
      expect(new Set(compared(...order).map((of) => of?.shared?.since))).toEqual(
        new Set(["2021-11-02"]),
      );
    }
  });

  it("counts a goal without a day as there from the start", () => {
    const withDays = (...days: readonly (string | null)[]) =>
      compared(...days.map((on) => student("Ana", goal(COPIED, on))))[0]?.shared?.since;
    expect(withDays(null, null, "2021-10-04")).toBe("2021-10-04");
    expect(withDays(null, null, null, "2021-10-04")).toBeNull();
  });

  it("says what is not compared", () => {
    const goals = [
      goal("My goal for this year is to graduate."),
      goal("My goal for this year is to complete the career interest inventory"),
      goal("My goal for this year is to visit two colleges before June"),
    ];
    expect(compared(student("Ana", ...goals)).map((of) => of?.kind)).toEqual([
      "too-short",
      "mandated",
      "eligible",
    ]);
  });

  it("masks each student's own name", () => {
    const students = ["Ana", "Ben", "Cy"].map((name) =>
      student(name, goal(`${name} will read one chapter of a novel each week`)),
    );
    expect(compared(...students)[0]?.shared?.text).toBe(
      "<who> will read one chapter of a novel each week",
    );
  });

  it("gives the text of each compared goal, whether or not others have it", () => {
    const goals = [
      goal("Cy"),
      goal("Cy will read 12 books by June 1"),
      goal("Build a bench for the yard"),
    ];
    expect(compared(student("Cy", ...goals)).map((of) => of?.undated)).toEqual([
      null,
      "<who> will read 12 books by <date>",
      "build a bench for the yard",
    ]);
  });
});
