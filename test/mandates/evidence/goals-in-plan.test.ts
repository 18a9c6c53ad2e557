import { describe, expect, it } from "vitest";
import { day, type Day } from "../../../functions/domain/calendar/day.ts";
import type { Goal } from "../../../functions/domain/plans/plan.ts";
import { assess } from "../../../functions/mandates/assess/assess.ts";
import { contentDay, isInPlan } from "../../../functions/mandates/evidence/goals-in-plan.ts";
import { mandateById } from "../../../functions/mandates/rules/mandates.ts";
import { goal, withGoals } from "../../metrics/assessed-student.ts";
import { clockCase } from "../clock-case.ts";

const practice = mandateById("effective-practice");
/** A goal in each domain is due on the 50th of 100 days. */
const DUE = day("2021-11-12");

const others = [goal("career"), goal("personal")];
const statusOf = (academic: readonly Partial<Goal>[], asOf: Day) => {
  const own = academic.map((given, nth) => goal("academic", { goal: `A${nth}`, ...given }));
  const student = clockCase({ document: withGoals([...own, ...others]) });
  const answers = assess(practice, student, asOf);
  const { status, because } = answers.find(({ requirement }) => requirement.id === "goal-domains")!;
  return [status, because];
};
const givenUp = (statusOn: string | null): Partial<Goal> => ({
  status: "discontinued",
  statusOn: statusOn === null ? null : day(statusOn),
});

describe("a goal that is given up", () => {
  const LATER = day("2021-12-01");

  it.each([
    ["2021-11-11", "not-met"],
    ["2021-11-12", "not-met"],
    ["2021-11-13", "met"],
  ])("was in the plan when it was due, if that was later than the due day: on %s", (on, status) => {
    expect(statusOf([givenUp(on)], LATER)[0]).toBe(status);
  });

  it("for another after the due day leaves nothing late", () => {
    const another = { setOn: day("2021-11-20") };
    expect(statusOf([givenUp("2021-11-20"), another], LATER)).toEqual([
      "met",
      "It was done on September 10, 2021, by the due date, November 12, 2021.",
    ]);
    expect(statusOf([givenUp("2021-11-12"), another], LATER)[0]).toBe("not-met");
  });

  it("on a day that no record gives leaves it open, also whether another came too late", () => {
    expect(statusOf([givenUp(null)], LATER)).toEqual([
      "not-determinable",
      "A goal was discontinued on a date that no record gives. It was due on November 12, 2021.",
    ]);
    expect(statusOf([givenUp(null), { setOn: day("2021-11-20") }], LATER)[0]).toBe(
      "not-determinable",
    );
    expect(statusOf([givenUp(null), { setOn: day("2021-11-01") }], LATER)[0]).toBe("met");
  });

  it.each([
    ["2021-11-05", "2021-11-05", "not-applicable"],
    ["2021-11-06", "2021-11-05", "met"],
    [null, "2021-11-05", "not-applicable"],
    [null, "2021-11-12", "not-applicable"],
  ])("on %s counts by the day of the figures, %s, before it is due", (on, asOf, status) => {
    expect(statusOf([givenUp(on)], day(asOf))[0]).toBe(status);
  });
});

describe("contentDay", () => {
  it.each([
    ["2021-11-11", "2021-11-11", false],
    ["2021-11-12", "2021-11-12", false],
    ["2021-11-13", "2021-11-12", true],
  ])("is the due day from the day after it on: as of %s", (asOf, on, isDuePast) => {
    expect(contentDay({ kind: "day", on: DUE, latest: DUE }, day(asOf))).toEqual({ on, isDuePast });
  });

  it("is the earlier of two readings, and the date of the data where no day is named", () => {
    const asOf = day("2021-12-01");
    const twice = { kind: "day", on: DUE, latest: day("2021-11-20") } as const;
    expect(contentDay(twice, asOf).on).toBe(DUE);
    expect(contentDay({ kind: "open", because: "no date is named" }, asOf)).toEqual({
      ...{ on: asOf, isDuePast: false },
    });
  });
});

describe("isInPlan", () => {
  it("is yes for a goal that was met", () => {
    const met = { status: "met", statusOn: null } as const;
    expect(isInPlan(met, { on: DUE, isDuePast: true })).toBe("yes");
  });
});
