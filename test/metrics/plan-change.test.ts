import { describe, expect, it } from "vitest";
import { day, type Day } from "../../functions/domain/calendar/day.ts";
import { planId } from "../../functions/domain/ids.ts";
import type { Goal, PlanDocument } from "../../functions/domain/plans/plan.ts";
import { planChange } from "../../functions/metrics/measures/plan-change.ts";
import { ALL_COLLECTED, NOTHING_COLLECTED } from "../mandates/all-collected.ts";
import { held, plan } from "../mandates/clock-case.ts";
import { AS_OF, assessed, goal, partOf, step, withGoals } from "./assessed-student.ts";

const FIRST = held("2021-10-01");
const SECOND = held("2021-11-15", { review: "R2" });

const partWith = (given: Partial<PlanDocument>, collected = ALL_COLLECTED): string =>
  partOf(
    planChange,
    assessed({
      document: { ...withGoals([goal("career")], [FIRST, SECOND]), ...given },
      collected,
    }),
  );
const changed = (given: Partial<Goal>): string => partWith({ goals: [goal("career", given)] });

/** Around the last review but one, and around the date of the data. */
const DAYS: readonly (readonly [Day, string])[] = [
  [day("2021-09-30"), "unchanged"],
  [day("2021-10-01"), "unchanged"],
  [day("2021-10-02"), "changed"],
  [day("2021-11-16"), "changed"],
  [AS_OF, "changed"],
  [day("2021-11-27"), "unchanged"],
];

describe("plan-change", () => {
  it.each(DAYS)("of a goal set on %s says %s", (setOn, part) => {
    expect(changed({ setOn })).toBe(part);
  });

  it.each(DAYS)("of a goal met on %s says %s", (statusOn, part) => {
    expect(changed({ status: "met", statusOn })).toBe(part);
    expect(changed({ status: "discontinued", statusOn })).toBe(part);
  });

  it.each(DAYS)("of a goal begun, or not begun, on %s says that nothing changed", (statusOn) => {
    expect(changed({ status: "in-progress", statusOn })).toBe("unchanged");
    expect(changed({ status: "not-started", statusOn })).toBe("unchanged");
  });

  it.each(DAYS)("of a step done on %s says %s", (completedOn, part) => {
    expect(partWith({ actionSteps: [step({ completedOn })] })).toBe(part);
    const other = step({ completedOn, goal: "goal academic" });
    expect(partWith({ actionSteps: [other] })).toBe("unchanged");
  });

  it("asks for two reviews on two days, of accepted plans, held by the date of the data", () => {
    const iep = plan({ plan: planId("P2"), planType: "IEP" });
    const part = (...reviews: readonly ReturnType<typeof held>[]): string =>
      partWith({ reviews, plans: [plan(), iep] });
    expect(part(FIRST, SECOND)).toBe("unchanged");
    expect(part()).toBe("fewer-reviews");
    expect(part(FIRST)).toBe("fewer-reviews");
    expect(part(FIRST, { ...FIRST, review: "R2" })).toBe("fewer-reviews");
    expect(part(FIRST, held("2021-11-27", { review: "R2" }))).toBe("fewer-reviews");
    expect(part(FIRST, { ...SECOND, plan: iep.plan })).toBe("fewer-reviews");
    expect(part(FIRST, { ...SECOND, state: "scheduled" })).toBe("fewer-reviews");
    expect(partOf(planChange, assessed({ document: null }))).toBe("fewer-reviews");
  });

  it("counts from the last but one of three reviews", () => {
    const between = goal("career", { setOn: day("2021-10-15") });
    const third = held("2021-11-20", { review: "R3" });
    expect(partWith({ goals: [between] })).toBe("changed");
    expect(partWith({ goals: [between], reviews: [FIRST, SECOND, third] })).toBe("unchanged");
  });

  it("reads the reviews and goals of earlier school years", () => {
    const before: PlanDocument = {
      ...withGoals([]),
      plans: [plan({ plan: planId("P0"), schoolYear: plan().schoolYear - 1 } as never)],
      reviews: [held("2021-05-10", { review: "R0", plan: planId("P0") })],
    };
    const student = assessed({ document: withGoals([goal("career")], [FIRST]) });
    const more = { ...student.record.more, earlier: [before] };
    const withEarlier = { ...student, record: { ...student.record, more } };
    expect(partOf(planChange, student)).toBe("fewer-reviews");
    // The goal was set in September, after the review in May.
    expect(partOf(planChange, withEarlier)).toBe("changed");
  });

  it.each([
    ["without the day it was set", { setOn: null }, "not-recorded"],
    ["met on no day", { status: "met" }, "not-recorded"],
    ["missed on no day", { status: "not-met" }, "not-recorded"],
    ["given up on no day", { status: "discontinued" }, "not-recorded"],
    ["under way since no day", { status: "in-progress" }, "unchanged"],
    [
      "set on no day and met after the review",
      { setOn: null, status: "met", statusOn: AS_OF },
      "changed",
    ],
  ] as const)("of a goal %s says %s", (_name, given, part) => {
    expect(changed(given)).toBe(part);
  });

  describe("of a second plan", () => {
    const SECOND_PLAN = planId("P2");
    const withSecond = (
      openedOn: Day,
      given: Partial<PlanDocument> = {},
      more: object = {},
      collected = ALL_COLLECTED,
    ): string =>
      partWith(
        { plans: [plan(), plan({ plan: SECOND_PLAN, openedOn, ...more })], ...given },
        collected,
      );
    const BEFORE = day("2021-09-07");

    it.each(DAYS)("opened on %s says %s, though it has no goals yet", (openedOn, part) => {
      expect(withSecond(openedOn)).toBe(part);
      expect(withSecond(openedOn, {}, { planType: "IEP" })).toBe("unchanged");
      expect(withSecond(openedOn, {}, { status: "draft" })).toBe("unchanged");
    });

    it.each([
      ["without the day it was set", "not-recorded", { setOn: null }],
      ["met on no day", "not-recorded", { status: "met" }],
      ["met before", "unchanged", { status: "met", statusOn: day("2021-09-20") }],
      ["set after the date of the data", "unchanged", { setOn: day("2021-11-27"), status: "met" }],
    ] as const)("that is closed, with a goal %s, says %s", (_name, part, given) => {
      const goals = [goal("career"), goal("academic", { plan: SECOND_PLAN, ...given })];
      const closed = { status: "closed", closedOn: day("2021-11-01") };
      expect(withSecond(BEFORE, { goals }, closed)).toBe(part);
      expect(withSecond(BEFORE, { goals }, { ...closed, planType: "IEP" })).toBe("unchanged");
    });
  });

  it("with steps says unchanged only where it is recorded which steps are done", () => {
    const untold = { ...ALL_COLLECTED, stepCompletions: false };
    const ofGoal = [step({ dueOn: AS_OF })];
    expect(partWith({ actionSteps: ofGoal })).toBe("unchanged");
    expect(partWith({ actionSteps: ofGoal }, untold)).toBe("not-recorded");
    expect(partWith({ actionSteps: [step({ goal: "goal academic" })] }, untold)).toBe("unchanged");
    expect(partWith({}, untold)).toBe("unchanged");
  });

  it("of a plan without goals says unchanged only where goals are collected", () => {
    expect(partWith({ goals: [] })).toBe("unchanged");
    expect(partWith({ goals: [] }, NOTHING_COLLECTED)).toBe("not-recorded");
  });
});
