import { describe, expect, it } from "vitest";
import { dueNotes } from "../../../functions/console/student-page/due-notes.ts";
import { day, type Day } from "../../../functions/domain/calendar/day.ts";
import type { Goal, GoalStatus } from "../../../functions/domain/plans/plan.ts";
import { goal } from "../../metrics/assessed-student.ts";

const AS_OF = day("2026-03-15");
const notes = (given: Partial<Goal>) =>
  dueNotes(goal("career", { setOn: day("2025-09-10"), ...given }), AS_OF);
const kinds = (given: Partial<Goal>) => notes(given).map(({ kind }) => kind);

describe("dueNotes", () => {
  it.each([
    ["2026-06-15", []],
    ["2026-06-16", ["differs-from-text"]],
    ["2026-08-15", ["differs-from-text"]],
  ])("of a text that names June 1, 2026 and a due date of %s", (targetOn, expected) => {
    const description = "Pass Algebra 1 by June 1, 2026";
    expect(kinds({ description, targetOn: day(targetOn) })).toEqual(expected);
  });

  it("names the days that do not agree", () => {
    const description = "Pass Algebra 1 by June 1, 2026";
    expect(notes({ description, targetOn: day("2026-08-15") })).toEqual([
      { kind: "differs-from-text", statedOn: "2026-06-01", targetOn: "2026-08-15" },
    ]);
    expect(notes({ targetOn: day("2025-09-09") })).toEqual([
      { kind: "before-set", setOn: "2025-09-10", targetOn: "2025-09-09" },
    ]);
    expect(notes({ targetOn: day("2027-03-11") })).toEqual([
      { kind: "far-away", setOn: "2025-09-10" },
    ]);
  });

  it.each([
    ["2025-09-09", ["before-set"]],
    ["2025-09-10", []],
    ["2027-03-10", []],
    ["2027-03-11", ["far-away"]],
  ])("of a goal set on September 10, 2025 and due on %s", (targetOn, expected) => {
    expect(kinds({ targetOn: day(targetOn) })).toEqual(expected);
  });

  it("asks about a due date that the form may have filled in, and has several notes in one order", () => {
    const targetOn = day("2026-06-05");
    expect(kinds({ targetOn, isDueByDefault: true })).toEqual(["last-day-of-school"]);
    expect(kinds({ targetOn, isDueByDefault: null })).toEqual([]);
    const description = "Pass Algebra 1 by June 30, 2026";
    expect(kinds({ description, targetOn, isDueByDefault: true })).toEqual([
      "differs-from-text",
      "last-day-of-school",
    ]);
    expect(kinds({ description, targetOn: null, isDueByDefault: true })).toEqual([]);
  });

  it.each([
    ["in-progress", null, 1],
    ["not-started", null, 1],
    ["met", "2026-03-15", 0],
    ["met", "2026-03-16", 1],
    ["not-met", "2026-03-01", 0],
    ["discontinued", null, 0],
  ] as const)("of a goal that is %s since %s are %i", (status, on, count) => {
    const given = { status: status as GoalStatus, statusOn: on as Day | null };
    expect(notes({ ...given, targetOn: day("2025-09-09") })).toHaveLength(count);
  });
});
