import type { Grade } from "../domain/grade.ts";
import type { FocusArea, PlanType } from "../domain/plan.ts";

/** What one jurisdiction, or good practice, asks of every student's plan, with where that is written. */
export interface MandateProfile {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  /** Changes with any change of a rule. */
  readonly version: number;
  readonly grades: readonly Grade[];
  /** The types of plan that fulfil it. "ILP" also names other plans, so the list is explicit. */
  readonly planTypes: readonly PlanType[];
  /** Calendar days that a student who enters during the year is given before a review can be asked for. */
  readonly entrantGraceDays: number;
  readonly requirements: readonly Requirement[];
}

/** A part of the school year: of its instructional days, this many of so many. Whole numbers, so that days come out alike everywhere. */
export interface ShareOfYear {
  readonly days: number;
  readonly of: number;
}

interface Common {
  readonly id: string;
  readonly name: string;
  /** The rule in plain words. */
  readonly rule: string;
  readonly citation: string;
}

/** The nth review of the school year, a number of days after the one before it. */
export interface RecurringReview extends Common {
  readonly kind: "recurring-review";
  readonly nth: number;
  readonly minimumDaysApart: number;
  readonly dueAt: ShareOfYear;
}

/** The review at a transition, held in a window of the school year of one grade. */
export interface TransitionReview extends Common {
  readonly kind: "transition-review";
  readonly grade: Grade;
  readonly transitionName: string;
  readonly opensAfter: ShareOfYear;
  readonly dueAt: ShareOfYear;
  readonly focusAreas: readonly FocusArea[];
}

export type Requirement = RecurringReview | TransitionReview;
