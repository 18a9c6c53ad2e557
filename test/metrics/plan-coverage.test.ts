import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { componentCompleteness } from "../../functions/metrics/measures/component-completeness.ts";
import { planCoverage } from "../../functions/metrics/measures/plan-coverage.ts";
import { reviewTimeliness } from "../../functions/metrics/measures/review-timeliness.ts";
import { transitionCoverage } from "../../functions/metrics/measures/transition-coverage.ts";
import { transitionPlan } from "../../functions/metrics/measures/transition-plan.ts";
import { documentOf, plan } from "../mandates/clock-case.ts";
import {
  allGoals,
  AS_OF,
  assessed,
  exempt,
  goal,
  iep,
  partOf,
  withGoals,
} from "./assessed-student.ts";

/** Each measure with each of its bars and the question it is read from. */

describe("plan-coverage", () => {
  it.each([
    ["counts an open plan", plan(), "open"],
    ["does not count a draft", plan({ status: "draft" }), "none"],
    ["does not count a plan of special education", iep, "none"],
    ["counts a plan opened on the date of the data", plan({ openedOn: AS_OF }), "open"],
    ["does not count one opened the day after", plan({ openedOn: day("2021-11-27") }), "none"],
    ["counts a plan closed the day after", plan({ closedOn: day("2021-11-27") }), "open"],
    ["does not count one closed on the date of the data", plan({ closedOn: AS_OF }), "none"],
  ] as const)("%s", (_name, plan, part) => {
    expect(partOf(planCoverage, assessed({ document: documentOf([], [plan]) }))).toBe(part);
  });

  it("counts nobody without plans, exempt or not", () => {
    expect(partOf(planCoverage, assessed({ document: null }))).toBe("none");
    const student = assessed({ document: null, exemptions: [exempt("all")] });
    expect(partOf(planCoverage, student)).toBe("none");
  });
});

describe("component-completeness", () => {
  it("counts a plan that has all that is asked by the middle of the year", () => {
    expect(partOf(componentCompleteness, assessed({ document: withGoals(allGoals) }))).toBe("met");
  });

  it("does not count one that lacks a part, or had it too late", () => {
    const two = withGoals(allGoals.slice(1));
    expect(partOf(componentCompleteness, assessed({ document: two }))).toBe("not-met");
    const late = [...allGoals.slice(1), goal("academic", { setOn: day("2021-11-13") })];
    const student = assessed({ document: withGoals(late) });
    expect(partOf(componentCompleteness, student)).toBe("not-met");
    const inTime = [...allGoals.slice(1), goal("academic", { setOn: day("2021-11-12") })];
    const other = assessed({ document: withGoals(inTime) });
    expect(partOf(componentCompleteness, other)).toBe("met");
  });

  it.each([
    ["2021-11-12", "not-applicable"],
    ["2021-11-13", "not-met"],
  ] as const)("asks nothing before it is due: on %s it is %s", (asOf, part) => {
    const student = assessed({ document: withGoals(allGoals.slice(1)), asOf: day(asOf) });
    expect(partOf(componentCompleteness, student)).toBe(part);
  });

  it("does not apply to a student who is exempt from it", () => {
    const student = assessed({ exemptions: [exempt("goal-domains")] });
    expect(partOf(componentCompleteness, student)).toBe("not-applicable");
  });
});

describe("a student who is exempt", () => {
  it("from one review is not due there, and under every other as before", () => {
    const student = assessed({ grade: "06", exemptions: [exempt("transition-6")] });
    expect(partOf(transitionPlan, student, "transition-6")).toBe("not-asked");
    expect(partOf(transitionCoverage, student, "transition-6")).toBe("not-due");
    expect(partOf(planCoverage, student)).toBe("open");
    expect(partOf(reviewTimeliness, student)).toBe("not-held");
  });

  it("is asked again from the day on which the exemption ends", () => {
    const until = (on: string) =>
      partOf(reviewTimeliness, assessed({ exemptions: [exempt("all", { until: day(on) })] }));
    expect(until("2021-11-27")).toBe("not-due");
    expect(until("2021-11-26")).toBe("not-held");
  });
});
