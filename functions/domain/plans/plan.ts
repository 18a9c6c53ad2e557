import type { Day } from "../calendar/day.ts";
import type { PlanId, StudentId } from "../ids.ts";
import type { SchoolYear } from "../calendar/school-year.ts";

/**
 * What sort of plan this is. "ILP" also names English-learner and alternative-program plans, so
 * the type is stated, never read out of the word.
 */
export const PLAN_TYPES = [
  "ILP",
  "ICAP",
  "ACP",
  "MyCAP",
  "SSP",
  "IGP",
  "ECAP",
  "HSBP",
  "PGP",
  "academic-plan",
  "CDP",
  "EDP",
  "EPP",
  "ePEP",
  "graduation-plan",
  "IPS",
  "ISP",
  "next-step-plan",
  "pathway-plan",
  "PCCR",
  "PEP",
  "PLCP",
  "PLP",
  "PSLP",
  "PTP",
  "EL-ILP",
  "ILPA",
  "504",
  "IEP",
  "other",
] as const;
export type PlanType = (typeof PLAN_TYPES)[number];

export const PLAN_STATUSES = ["draft", "active", "closed"] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** One student's plan for one school year. */
export interface Plan {
  readonly plan: PlanId;
  readonly student: StudentId;
  readonly planType: PlanType;
  readonly schoolYear: SchoolYear;
  readonly status: PlanStatus;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  /** The staff member who looks after the plan; empty when the export names none. */
  readonly counselor: string;
}

export const GOAL_DOMAINS = ["academic", "career", "personal"] as const;
export type GoalDomain = (typeof GOAL_DOMAINS)[number];

export const GOAL_STATUSES = [
  "not-started",
  "in-progress",
  "met",
  "not-met",
  "discontinued",
] as const;
export type GoalStatus = (typeof GOAL_STATUSES)[number];

/** What a student aims at. The description is the student's own words: restricted, never logged. */
export interface Goal extends GoalText {
  readonly goal: string;
  readonly plan: PlanId;
  /** Null where the export does not say. */
  readonly domain: GoalDomain | null;
  readonly description: string;
  readonly measurement: string;
  /** Null where the export does not say: the goal is there, and nothing tells since when. */
  readonly setOn: Day | null;
  readonly targetOn: Day | null;
  readonly status: GoalStatus;
  readonly statusOn: Day | null;
}

/** Whether the text of a goal is compared: not if it is very short, or a goal that every student must have. */
export const TEXT_KINDS = ["eligible", "too-short", "mandated"] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** How much of an indicator a goal shows: 0 is none of it. */
export type GoalLevel = 0 | 1 | 2;

/** What its text says of a goal, alone and beside the others of the school year; absent if nobody has looked. */
export interface GoalText {
  /** By the rubric for goals (`fixtures/goals/rubric.md`): from 1 its answer is yes. */
  readonly specific?: GoalLevel | null;
  readonly measurable?: GoalLevel | null;
  /** Whether the text says by when. */
  readonly timeBound?: GoalLevel | null;
  /** Whether its due day is one that the form fills in: most goals of the plan's counselor have the same. */
  readonly isDueByDefault?: boolean | null;
  readonly textKind?: TextKind | null;
  /**
   * The text that three or more students of the district share, with names, numbers and dates masked;
   * null if fewer do. Restricted, like the goal.
   */
  readonly sharedText?: string | null;
  /** The day on which the third student had it; null if the records do not say. */
  readonly sharedSince?: Day | null;
  /**
   * Whether the student had it, apart from numbers and dates, the school year before; null where it is
   * not compared, or no goal of the year before was.
   */
  readonly isLastYears?: boolean | null;
}

/** Whether a goal was there by a day. One whose day nobody recorded counts as there. */
export const isSetBy = ({ setOn }: Pick<Goal, "setOn">, on: Day): boolean =>
  setOn === null || setOn <= on;

/** What will be done toward a goal, by a date. */
export interface ActionStep {
  readonly actionStep: string;
  readonly goal: string;
  readonly description: string;
  readonly owner: string;
  /** The focus area the step serves, empty when none: see `FOCUS_AREAS`. */
  readonly focusArea: FocusArea | "";
  readonly dueOn: Day | null;
  readonly completedOn: Day | null;
}

export const REVIEW_STATES = ["scheduled", "held", "missed"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const PARTICIPANTS = [
  "student",
  "family",
  "counselor",
  "teacher",
  "administrator",
  "other",
] as const;
export type Participant = (typeof PARTICIPANTS)[number];

/**
 * Stands in a list for what the export names by a word that no list has: something is there, and nobody
 * can say what, so that nothing is known to be missing from the list either.
 */
export const UNLISTED = "unlisted";

export const isListed = <T extends string>(item: T | typeof UNLISTED): item is T =>
  item !== UNLISTED;

/** With one student, or with several. */
export const MEETINGS = ["individual", "group"] as const;
export type Meeting = (typeof MEETINGS)[number];

/** A meeting about the plan: scheduled, held or missed, with who took part and what was covered. */
export interface PlanReview {
  readonly review: string;
  readonly plan: PlanId;
  readonly state: ReviewState;
  readonly scheduledOn: Day | null;
  readonly heldOn: Day | null;
  readonly participants: readonly (Participant | typeof UNLISTED)[];
  readonly focusAreas: readonly (FocusArea | typeof UNLISTED)[];
  /** Absent where the export does not say. */
  readonly meeting?: Meeting;
}

/** Whether its record contradicts itself: it says that the review was not held, and on which day it was. */
export const isHeldInDoubt = ({ state, heldOn }: Pick<PlanReview, "state" | "heldOn">): boolean =>
  state !== "held" && heldOn !== null;

/** What a plan covers at the transitions: entering grade 6, 8 to 9, and 12. */
export const FOCUS_AREAS = [
  "career-exploration",
  "education-plan",
  "career-matching",
  "resume",
  "high-school-plan",
  "refined-career-plan",
  "postsecondary-options",
] as const;
export type FocusArea = (typeof FOCUS_AREAS)[number];

/** All of a student's plans of one school year with what hangs on them: one item of the plan table. */
export interface PlanDocument {
  readonly student: StudentId;
  readonly schoolYear: SchoolYear;
  readonly plans: readonly Plan[];
  readonly goals: readonly Goal[];
  readonly actionSteps: readonly ActionStep[];
  readonly reviews: readonly PlanReview[];
}

/**
 * Open on the day: no draft, opened on or before it, and not closed by it. A plan that was closed on an
 * unknown day is not known to have been open on any.
 */
export const isActiveOn = (plan: Plan, on: Day): boolean =>
  plan.status !== "draft" &&
  plan.openedOn <= on &&
  (plan.closedOn === null ? plan.status === "active" : on < plan.closedOn);

/** Whether it may have been open on the day: it was closed, and no record says when. */
export const mayBeActiveOn = (plan: Plan, on: Day): boolean =>
  plan.status === "closed" && plan.closedOn === null && plan.openedOn <= on;
