import { describe, expect, it } from "vitest";
import { conferenceSheet } from "../../../functions/console/student-page/conference-sheet.ts";
import type {
  DueItem,
  GoalShown,
  StudentHead,
} from "../../../functions/console/student-page/student-page.ts";

const HEAD: StudentHead = {
  ...{ key: "k", id: "900", givenName: "Vincent", familyName: "Orozco", gradeName: "Grade 11" },
  ...{ schoolName: "Cedar Ridge High School", isEnrolled: true, counselors: [], programs: ["IEP"] },
  ...{ attendance: null, asOf: "2022-05-20" },
};
const goal = (description: string, part: Partial<GoalShown> = {}): GoalShown => ({
  ...{ description, measurement: "", schoolYear: "2021-22", isOfYear: true, domain: null },
  ...{ setOn: null, targetOn: null, status: "in-progress", statusName: "In progress", steps: [] },
  dueNotes: [],
  ...part,
});
const step = (description: string, completedOn: string | null = null) => ({
  ...{ description, owner: "student", dueOn: null, completedOn, isOverdue: false },
});
const due = (name: string, need: string): DueItem => ({
  ...{ requirement: name, name, need, needName: "", whoActs: "counselor" },
  ...{ dueOn: null, daysLeft: null, sinceOn: null, because: "", remedy: "" },
});
const sheet = (goals: readonly GoalShown[], items: readonly DueItem[] = []) =>
  conferenceSheet(HEAD, "11", goals, items);

describe("conferenceSheet", () => {
  it("has the goals of the year that are aimed at, and counts those that are met", () => {
    const { goals, moreGoals, goalsMet } = sheet([
      goal("ours"),
      goal("met", { status: "met" }),
      goal("given up", { status: "discontinued" }),
      goal("of a year before", { isOfYear: false }),
    ]);
    expect(goals.map(({ description }) => description)).toEqual(["ours"]);
    expect([moreGoals, goalsMet]).toEqual([0, 1]);
  });

  it.each([
    [4, 0],
    [5, 1],
    [6, 2],
  ])("of %d goals leaves %d for the plan", (many, more) => {
    const { goals, moreGoals } = sheet(
      Array.from({ length: many }, (_, index) => goal(`${index}`)),
    );
    expect([goals.length, moreGoals]).toEqual([4, more]);
  });

  it("has of each goal the two steps that come next, none that is done", () => {
    const steps = [step("done", "2022-01-01"), step("first"), step("second"), step("third")];
    expect(sheet([goal("G", { steps })]).goals[0]?.steps.map((step) => step.description)).toEqual([
      "first",
      "second",
    ]);
  });

  it("has the first note on a due date in the place of a second step, and leaves the form to the counselor", () => {
    const far = { kind: "far-away", setOn: "2021-09-10" } as const;
    const byForm = { kind: "last-day-of-school" } as const;
    const steps = [step("first"), step("second")];
    const goals = [[byForm, far], [byForm], []].map((dueNotes) => goal("G", { dueNotes, steps }));
    expect(sheet(goals).goals.map((own) => [own.dueNote, own.steps.length])).toEqual([
      ...[
        [far, 1],
        ...[
          [null, 2],
          [null, 2],
        ],
      ],
    ]);
  });

  it("has what a meeting can do something about, and no record that somebody else fixes", () => {
    const items = [due("Plan", "no-plan"), due("Record", "fix-record"), due("Review", "overdue")];
    const { due: asked, moreDue } = sheet([], items);
    expect(asked.map(({ name, need }) => [name, need])).toEqual([
      ["Plan", "no-plan"],
      ["Review", "overdue"],
    ]);
    expect(moreDue).toBe(0);
    expect(
      sheet(
        [],
        Array.from({ length: 7 }, () => due("R", "overdue")),
      ).moreDue,
    ).toBe(3);
  });

  it("has no id, no program and nothing of an address", () => {
    const words = JSON.stringify(sheet([goal("ours")]));
    for (const hidden of ["900", "IEP", '"key"']) expect(words).not.toContain(hidden);
  });
});
