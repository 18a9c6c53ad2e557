import { planQualityWords as words } from "../../../words/plan-quality.js";
import type { PartsOf } from "../../../words/terms/question-parts.js";

/** Measures that are drawn in one chart: they have the same parts. */
export interface QualityChart {
  readonly measures: readonly string[];
  readonly parts: PartsOf;
}

/** What belongs together, and the question of the mandate that it stands beside. */
export interface QualityCard {
  readonly title: string;
  readonly charts: readonly QualityChart[];
  readonly beside: "plans" | "content" | "reviews";
}

export const QUALITY_CARDS: readonly QualityCard[] = [
  {
    title: words.student,
    charts: [
      { measures: ["goal-individuality"], parts: "goal-individuality" },
      { measures: ["goal-domains"], parts: "balance" },
    ],
    beside: "plans",
  },
  {
    title: words.say,
    charts: [
      {
        measures: ["goals-specific", "goals-measurable", "goals-time-bound"],
        parts: "goal-indicator",
      },
    ],
    beside: "content",
  },
  {
    title: words.follows,
    charts: [
      { measures: ["goals-with-steps", "goals-reviewed"], parts: "goal-indicator" },
      { measures: ["on-track"], parts: "on-track" },
    ],
    beside: "reviews",
  },
  {
    title: words.between,
    charts: [
      { measures: ["plan-change"], parts: "plan-change" },
      {
        measures: [
          "student-participation",
          "family-participation",
          "counselor-participation",
          "teacher-participation",
          "others-participation",
        ],
        parts: "participation",
      },
      { measures: ["review-signature"], parts: "review-signature" },
    ],
    beside: "reviews",
  },
];
