import {
  ABSENCE_PARTS,
  BALANCE_PARTS,
  INDIVIDUALITY_PARTS,
  ON_TRACK_PARTS,
  PARTICIPATION_PARTS,
  PLAN_PARTS,
  REVIEW_PARTS,
  STANDING_PARTS,
  TRANSITION_PARTS,
  type Part,
} from "../../domain/figures/parts.ts";

/** A kind of question, and the parts into which it divides its students. */
export interface Statistic<P extends Pick<Part, "id"> = Part> {
  /** The beginning of its questions in the keys of bars. A contract, see `barKeyText`. */
  readonly id: string;
  /** Every part that a question of it can have, in the order of its bars. */
  readonly parts: readonly P[];
}

/** In place of one requirement or role: all requirements together. */
export const ALL_TOGETHER = "all";

/** The statistics that several files use; a measure declares its own statistic in its own file. */
export const STATUSES = { id: "statuses", parts: REVIEW_PARTS } as const satisfies Statistic;
export const STANDINGS = { id: "standings", parts: STANDING_PARTS } as const satisfies Statistic;
export const PLAN_COVERAGE = {
  id: "plan-coverage",
  parts: PLAN_PARTS,
} as const satisfies Statistic;
export const CHRONIC_ABSENCE = {
  id: "chronic-absence",
  parts: ABSENCE_PARTS,
} as const satisfies Statistic;
export const TRANSITION = {
  id: "transition",
  parts: TRANSITION_PARTS,
} as const satisfies Statistic;
export const GOAL_INDIVIDUALITY = {
  id: "goal-individuality",
  parts: INDIVIDUALITY_PARTS,
} as const satisfies Statistic;
/** The indicators of the quality of goals, each with a question of its own and equal parts. */
export const GOAL_INDICATORS = [
  "goals-specific",
  "goals-measurable",
  "goals-time-bound",
  "goals-with-steps",
  "goals-reviewed",
] as const;
export type GoalIndicatorId = (typeof GOAL_INDICATORS)[number];
export const PARTICIPATION = {
  id: "participation",
  parts: PARTICIPATION_PARTS,
} as const satisfies Statistic;
export const GOAL_DOMAINS_BALANCE = {
  id: "goal-domains",
  parts: BALANCE_PARTS,
} as const satisfies Statistic;
export const ON_TRACK = { id: "on-track", parts: ON_TRACK_PARTS } as const satisfies Statistic;

/**
 * The only writer of a question's text: `statuses/review-1`, or `plan-coverage` for a statistic
 * with one question.
 * @param about the requirement, the role or the place that the question is about
 */
export const statisticText = ({ id }: Pick<Statistic, "id">, about: string | null = null): string =>
  about === null ? id : `${id}/${about}`;

/** A question's text and its parts. */
export const textAndParts = <P extends Part>(
  statistic: Statistic<P>,
  about: string | null = null,
): { readonly statistic: string; readonly parts: readonly P[] } => ({
  statistic: statisticText(statistic, about),
  parts: statistic.parts,
});
