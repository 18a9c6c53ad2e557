import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { listedStudent } from "../../functions/console/listed-student.ts";
import { studentKeys } from "../../functions/hashing/student-keys.ts";
import { row } from "../reports/week/waiting-row.ts";

const AS_OF = day("2022-03-31");

const actionSteps = (
  given: { readonly [column: string]: string | null },
  seesPlans = true,
): unknown =>
  listedStudent(
    { row: row("0042", given), seesPlans, permit: { isAllowed: true, because: "", role: null } },
    {
      ...{ filter: { requirement: null, problem: null }, requirements: [], asOf: AS_OF },
      ...{ keys: studentKeys(new Uint8Array(32)), counselorName: (id: string) => id },
    },
  ).actionSteps;

const NEXT = {
  ...{ onTrack: "overdue", actionStepDueOn: "2022-03-30" },
  ...{ actionStepArea: "career-exploration", actionStepOwner: "student;counselor" },
};

describe("the action steps of a student of a list", () => {
  it.each([
    ["2022-03-30", true],
    ["2022-03-31", false],
    ["2022-04-01", false],
  ])("name the next one, which is due on %s: overdue %s", (actionStepDueOn, isOverdue) => {
    expect(actionSteps({ ...NEXT, actionStepDueOn })).toEqual({
      ...{ part: "overdue", partName: "A step is overdue" },
      next: {
        ...{ dueOn: actionStepDueOn, isOverdue },
        ...{ focusArea: "career exploration", owner: "student, counselor" },
      },
    });
  });

  it("are without a next one where none has a due day", () => {
    const none = { actionStepDueOn: null, actionStepArea: "", actionStepOwner: "" };
    expect(actionSteps({ ...none, onTrack: "undated-only" })).toEqual({
      ...{ part: "undated-only", partName: "No step has a due day", next: null },
    });
  });

  it("are not shown to a reader who sees no plans, and not known where nothing is asked or noted", () => {
    expect(actionSteps(NEXT, false)).toBeNull();
    expect(actionSteps({ ...NEXT, onTrack: "" })).toBeNull();
    expect(actionSteps({ ...NEXT, onTrack: null })).toBeNull();
  });
});
