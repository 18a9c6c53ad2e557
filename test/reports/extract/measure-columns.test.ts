import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { Grade } from "../../../functions/domain/people/grade.ts";
import type { ExtractCase } from "../../../functions/reports/extract/extract-column.ts";
import { MEASURE_COLUMNS } from "../../../functions/reports/extract/measure-columns.ts";
import { PLAN_COLUMNS } from "../../../functions/reports/extract/plan-columns.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import { METRICS } from "../../../functions/metrics/measures/metrics.ts";
import { questionsOf } from "../../../functions/metrics/cube/questions.ts";

const AS_OF = day("2022-05-20");

/** A student of a grade who gives each question the same answer. */
const answering = (
  part: string,
  given: { readonly grade?: Grade; readonly holdsPlans?: boolean } = {},
): ExtractCase => {
  const { grade = "07", holdsPlans = true } = given;
  const questions = questionsOf(effectivePractice, AS_OF);
  return {
    student: { isEnrolled: true, isUnderMandate: true, record: { student: { grade } } },
    context: {
      asOf: AS_OF,
      mandate: effectivePractice,
      availability: { plans: holdsPlans, attendance: true },
    },
    questions: new Map(
      questions.map((question) => [question.statistic, { ...question, answer: () => part }]),
    ),
  } as unknown as ExtractCase;
};

const valueOf = (column: string, extractCase: ExtractCase): string => {
  const extractColumn = [...MEASURE_COLUMNS, ...PLAN_COLUMNS].find(({ name }) => name === column);
  return extractColumn!.valueOf(extractCase);
};

describe("the column of a measure", () => {
  it.each([
    ["review_timeliness", "on-time", "1"],
    ["review_timeliness", "held-late", "0"],
    ["review_timeliness", "not-held", "0"],
    ["review_timeliness", "no-plan", "0"],
    ["review_timeliness", "not-determinable", "-8"],
    ["review_timeliness", "not-due", "-8"],
    ["requirements_met", "met", "1"],
    ["requirements_met", "not-met", "0"],
    ["requirements_met", "not-applicable", "-8"],
    ["chronic_absence", "chronic", "1"],
    ["chronic_absence", "not-chronic", "0"],
    ["chronic_absence", "too-few-days", "-8"],
    ["family_participation", "not-recorded", "-8"],
  ])("reads %s of a student who is %s as %s", (column, part, value) => {
    expect(valueOf(column, answering(part))).toBe(value);
  });

  it("reads a transition of the students in its grade", () => {
    expect(valueOf("transition_coverage", answering("ready", { grade: "08" }))).toBe("1");
    expect(valueOf("transition_coverage", answering("not-ready", { grade: "08" }))).toBe("0");
    expect(valueOf("transition_coverage", answering("ready", { grade: "07" }))).toBe("-8");
  });

  it("is not collected where nobody sent the records that it needs", () => {
    const withoutPlans = answering("on-time", { holdsPlans: false });
    expect(valueOf("review_timeliness", withoutPlans)).toBe("-9");
    expect(valueOf("review_status", withoutPlans)).toBe("-9");
    expect(valueOf("chronic_absence", answering("chronic", { holdsPlans: false }))).toBe("1");
  });

  it("goes with the grade at its finest where the measure is one of transitions, and only there", () => {
    for (const metric of METRICS.filter(({ isInExtract = true }) => isInExtract)) {
      const bars = MANDATES.flatMap((mandate) => metric.bars(mandate, AS_OF));
      expect(bars.length, metric.id).toBeGreaterThan(0);
      const column = MEASURE_COLUMNS.find(({ title }) => title === metric.name);
      const isOfTransition = bars.some(({ breakdown }) => breakdown === "transition");
      expect(column?.onlyWithFinest, metric.id).toBe(isOfTransition ? "grade" : undefined);
    }
  });
});

describe("the review status", () => {
  it("is the student's answer over all reviews that have a due day", () => {
    expect(valueOf("review_status", answering("held-late"))).toBe("held-late");
  });

  it("does not apply where the mandate has no such review", () => {
    expect(valueOf("review_status", { ...answering("on-time"), questions: new Map() })).toBe("-8");
  });
});
