import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import type { PlanId, StudentId } from "../../../functions/domain/ids.ts";
import type { ActionStep, Goal, PlanDocument } from "../../../functions/domain/plans/plan.ts";
import { NO_MORE_RECORDS } from "../../../functions/mandates/clock/clock-case.ts";
import { ALL_COLLECTED } from "../../mandates/all-collected.ts";
import { plan } from "../../mandates/clock-case.ts";
import { studentGoals } from "../../../functions/console/student-page/student-goals.ts";

const goal = (id: string, part: Partial<Goal> = {}): Goal => ({
  ...{ goal: id, plan: "P-1" as PlanId, domain: null, description: id, measurement: "" },
  ...{ setOn: null, targetOn: null, status: "in-progress", statusOn: null },
  ...part,
});
const step = (id: string, part: Partial<ActionStep> = {}): ActionStep => ({
  ...{ actionStep: id, goal: "G", description: id, owner: "", focusArea: "" },
  ...{ dueOn: null, completedOn: null },
  ...part,
});
const document = (
  year: number,
  goals: readonly Goal[],
  actionSteps: readonly ActionStep[] = [],
): PlanDocument => ({
  ...{ student: "900" as StudentId, schoolYear: schoolYear(year), plans: [], reviews: [] },
  ...{ goals, actionSteps },
});
const shown = (own: PlanDocument | null, earlier: readonly PlanDocument[] = []) =>
  studentGoals({ document: own, more: { ...NO_MORE_RECORDS, earlier } }, day("2022-03-15"));

describe("studentGoals", () => {
  it("puts goals still aimed at first, by target day, then those that are over, and earlier years last", () => {
    const own = document(2022, [
      goal("met", { status: "met" }),
      goal("no day"),
      goal("given up", { status: "discontinued" }),
      goal("later", { targetOn: day("2022-05-02") }),
      goal("sooner", { status: "not-started", targetOn: day("2022-05-01") }),
    ]);
    const goals = shown(own, [document(2020, [goal("old")]), document(2021, [goal("before")])]);
    expect(goals.map(({ description, isOfYear }) => [description, isOfYear])).toEqual([
      ["sooner", true],
      ["later", true],
      ["no day", true],
      ["met", true],
      ["given up", true],
      ["before", false],
      ["old", false],
    ]);
    expect(shown(null)).toEqual([]);
  });

  it.each([
    ["open", 2022, { closedOn: null }, 1],
    ["closed the day after", 2022, { closedOn: day("2022-03-16") }, 1],
    ["closed on the day", 2022, { closedOn: day("2022-03-15") }, 0],
    ["opened the day after", 2022, { openedOn: day("2022-03-16") }, 0],
    ["of the year before that nobody closed", 2021, { closedOn: null }, 0],
  ] as const)("notes what to check of the goals of a plan %s", (_name, year, part, notes) => {
    const late = goal("late", { setOn: day("2022-02-01"), targetOn: day("2022-01-31") });
    const own = { ...document(year, [late]), plans: [plan({ plan: "P-1" as PlanId, ...part })] };
    expect(shown(own)[0]?.dueNotes).toHaveLength(notes);
  });

  it.each([
    ["in-progress", "2022-03-14", true],
    ["in-progress", "2022-03-15", false],
    ["discontinued", "2022-03-14", false],
  ] as const)("of a goal %s takes a step due %s for overdue: %s", (status, dueOn, isOverdue) => {
    const own = document(2022, [goal("G", { status })], [step("A", { dueOn: day(dueOn) })]);
    expect(shown(own)[0]?.steps.map((step) => step.isOverdue)).toEqual([isOverdue]);
  });

  it.each([
    ["2022-03-14", "Discontinued", false],
    ["2022-03-15", "Discontinued", false],
    ["2022-03-16", "In progress", true],
  ] as const)(
    "of a goal given up on %s says that it is %s, and of its late step that it is overdue: %s",
    (statusOn, statusName, isOverdue) => {
      const given = goal("G", { status: "discontinued", statusOn: day(statusOn) });
      const [first] = shown(document(2022, [given], [step("A", { dueOn: day("2022-03-01") })]));
      expect(first?.statusName).toBe(statusName);
      expect(first?.steps[0]?.isOverdue).toBe(isOverdue);
    },
  );

  it("calls no step overdue where no step of the district has a day of completion", () => {
    const own = document(2022, [goal("G")], [step("A", { dueOn: day("2022-03-01") })]);
    const overdueIf = (stepCompletions: boolean) => {
      const more = { ...NO_MORE_RECORDS, collected: { ...ALL_COLLECTED, stepCompletions } };
      const [first] = studentGoals({ document: own, more }, day("2022-03-15"));
      return first?.steps.map((step) => step.isOverdue);
    };
    expect(overdueIf(true)).toEqual([true]);
    expect(overdueIf(false)).toEqual([false]);
  });

  it("lists steps to do before those done, each by day", () => {
    const own = document(
      2022,
      [goal("G")],
      [
        step("done", { completedOn: day("2022-01-01"), dueOn: day("2021-12-01") }),
        step("no day"),
        step("later", { dueOn: day("2022-04-02") }),
        step("sooner", { dueOn: day("2022-04-01"), owner: "student;family" }),
        step("of another", { goal: "H" }),
      ],
    );
    const [{ steps } = { steps: [] }] = shown(own);
    expect(steps.map(({ description }) => description)).toEqual([
      "sooner",
      "later",
      "no day",
      "done",
    ]);
    expect(steps[0]?.owner).toBe("student, family");
  });
});
