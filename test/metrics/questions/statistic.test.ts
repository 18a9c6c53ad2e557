import { describe, expect, it } from "vitest";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { questionsOf } from "../../../functions/metrics/cube/questions.ts";
import {
  ALL_TOGETHER,
  textAndParts,
  CHRONIC_ABSENCE,
  PARTICIPATION,
  PLAN_COVERAGE,
  STANDINGS,
  STATUSES,
  statisticText,
  TRANSITION,
} from "../../../functions/metrics/questions/statistic.ts";
import { AS_OF } from "../assessed-student.ts";

describe("statisticText", () => {
  it("names questions as the secret shifts of public figures are derived from, so it never changes", () => {
    expect([
      statisticText(STATUSES, "review-1"),
      statisticText(STANDINGS, ALL_TOGETHER),
      statisticText(PLAN_COVERAGE),
      statisticText(CHRONIC_ABSENCE),
      statisticText(TRANSITION, "transition-9"),
      statisticText(PARTICIPATION, "family"),
    ]).toEqual([
      "statuses/review-1",
      "standings/all",
      "plan-coverage",
      "chronic-absence",
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
      ...["goal-domains", "goal-individuality"],
      ...["goals-specific", "goals-time-bound", "goals-with-steps", "goals-reviewed"],
      "on-track",
      "chronic-absence",
    ]);
  });
});

describe("textAndParts", () => {
  it("is the text and the parts of one question", () => {
    const { statistic, parts } = textAndParts(PLAN_COVERAGE);
    expect([statistic, ...parts.map(({ id }) => id)]).toEqual(["plan-coverage", "open", "none"]);
  });
});
