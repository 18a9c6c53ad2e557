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

/** One person's part in a student's plan, on the day it is recorded for. */
export interface PlanAssent {
  readonly role: Participant;
  readonly degree: AssentDegree;
  readonly givenOn: Day;
  /** Somebody whom the parent appointed. */
  readonly isDesignee: boolean;
  /** Recorded as an effort made in good faith, without an answer. */
  readonly isGoodFaithEffort: boolean;
}

/** Whether one degree is at least as much as another. */
export const isAtLeast = (given: AssentDegree, asked: AssentDegree): boolean =>
  ASSENT_DEGREES.indexOf(given) >= ASSENT_DEGREES.indexOf(asked);
