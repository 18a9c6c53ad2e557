import type { Day } from "../calendar/day.ts";
import type { Participant } from "./plan.ts";

/**
 * How far somebody takes part in a plan, from least to most. Each shows those before it: who signed
 * took part. A signature does not show approval.
 */
export const ASSENT_DEGREES = [
  "notice",
  "invitation",
  "consultation-sought",
  "participation",
  "signature",
  "approval",
] as const;
export type AssentDegree = (typeof ASSENT_DEGREES)[number];

/** One person's part in a student's plan. */
export interface PlanAssent {
  readonly role: Participant;
  readonly degree: AssentDegree;
  /** The day it is recorded for; null if no record gives it. */
  readonly givenOn: Day | null;
  /** Somebody whom the parent appointed. */
  readonly isDesignee: boolean;
  /** Recorded as an effort made in good faith, without an answer. */
  readonly isGoodFaithEffort: boolean;
}

/** Whether one degree is at least as much as another. */
export const isAtLeast = (given: AssentDegree, asked: AssentDegree): boolean =>
  ASSENT_DEGREES.indexOf(given) >= ASSENT_DEGREES.indexOf(asked);
