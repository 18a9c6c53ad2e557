import { describe, expect, it } from "vitest";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import { questionsOf } from "../../functions/metrics/questions.ts";
import { statistic } from "../../functions/metrics/statistic.ts";
import { AS_OF } from "./assessed-student.ts";

describe("statistic", () => {
  it("names questions as the secret shifts of public figures are derived from, so it never changes", () => {
    expect([
      statistic.statuses("review-1"),
      statistic.standings("all"),
      statistic.needs("review-1"),
      statistic.planCoverage,
      statistic.chronicAbsence,
      statistic.chronicAbsenceYear("district"),
      statistic.ofTransition("transition", "transition-9"),
      statistic.participation("family"),
    ]).toEqual([
      "statuses/review-1",
      "standings/all",
      "needs/review-1",
      "plan-coverage",
      "chronic-absence",
      "chronic-absence-year/district",
      "transition/transition-9",
      "participation/family",
    ]);
  });

  it("is another one for every question", () => {
    const names = questionsOf(effectivePractice, AS_OF).map((question) => question.statistic);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name.includes("|"))).toEqual([]);
  });

  it("of the public bars under effective practice are these", () => {
    const shown = questionsOf(effectivePractice, AS_OF).filter(({ isPublic }) => isPublic);
    expect(shown.map((question) => question.statistic)).toEqual([
      ...["statuses/all", "statuses/review-1", "statuses/review-2"],
      ...["standings/all", "standings/goal-domains", "standings/participation", "plan-coverage"],
      ...["transition/transition-6", "transition/transition-9", "transition/transition-12"],
      ...["participation/student", "participation/family", "participation/counselor"],
      "chronic-absence",
    ]);
  });
});
