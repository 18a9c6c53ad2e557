/**
 * The parts of bars. Everybody of a group is in exactly one part of a question, and the order of the
 * parts is the order of every chart.
 */
export interface Part {
  readonly id: string;
  /** The part as a page says it. */
  readonly name: string;
}

/** A review with a due day, or all such reviews together. */
export const REVIEW_PARTS = [
  { id: "on-time", name: "Held on time" },
  { id: "held-late", name: "Held late" },
  { id: "not-held", name: "Not held" },
  { id: "no-plan", name: "No plan" },
  { id: "not-determinable", name: "Cannot be determined" },
  { id: "not-due", name: "Not due" },
] as const satisfies readonly Part[];
export type ReviewPart = (typeof REVIEW_PARTS)[number]["id"];

/** How late a review is, or the latest of several: by calendar days since the day it was due. */
export const LATENESS_PARTS = [
  { id: "held-within-2-weeks", name: "Held 1 to 14 days late" },
  { id: "held-within-6-weeks", name: "Held 15 to 42 days late" },
  { id: "held-after-6-weeks", name: "Held 43 or more days late" },
  { id: "overdue-within-2-weeks", name: "Overdue for 1 to 14 days" },
  { id: "overdue-within-6-weeks", name: "Overdue for 15 to 42 days" },
  { id: "overdue-over-6-weeks", name: "Overdue for 43 or more days" },
  { id: "not-late", name: "Not late" },
] as const satisfies readonly Part[];
export type LatenessPart = (typeof LATENESS_PARTS)[number]["id"];

/** Any other requirement, or all requirements together. */
export const STANDING_PARTS = [
  { id: "met", name: "Met" },
  { id: "not-met", name: "Not met" },
  { id: "not-determinable", name: "Cannot be determined" },
  { id: "not-applicable", name: "Does not apply, or not yet" },
] as const satisfies readonly Part[];
export type StandingPart = (typeof STANDING_PARTS)[number]["id"];

export const PLAN_PARTS = [
  { id: "open", name: "Plan open" },
  { id: "none", name: "No open plan" },
] as const satisfies readonly Part[];

/** Whether a student is ready for the move: plan open, reviewed in the window, focus areas present. */
export const TRANSITION_PARTS = [
  { id: "ready", name: "Ready" },
  { id: "not-ready", name: "Not ready though due" },
  { id: "not-determinable", name: "Cannot be determined" },
  { id: "not-due", name: "Not due" },
] as const satisfies readonly Part[];
export type TransitionPart = (typeof TRANSITION_PARTS)[number]["id"];

/** Whether somebody took part in a review of the school year. */
export const PARTICIPATION_PARTS = [
  { id: "took-part", name: "Took part" },
  { id: "did-not", name: "Did not take part" },
  { id: "not-recorded", name: "Not recorded" },
  { id: "no-review-held", name: "No review held" },
] as const satisfies readonly Part[];
export type ParticipationPart = (typeof PARTICIPATION_PARTS)[number]["id"];

/** In how many of the three domains a student's open plans have a goal. */
export const BALANCE_PARTS = [
  { id: "three-domains", name: "Goals in all three domains" },
  { id: "fewer-domains", name: "Goals in fewer domains" },
  { id: "no-goals", name: "No goals" },
  { id: "not-determinable", name: "Cannot be determined" },
] as const satisfies readonly Part[];
export type BalancePart = (typeof BALANCE_PARTS)[number]["id"];

/** Whether the action steps of a student's open plans are on track. */
export const ON_TRACK_PARTS = [
  { id: "on-track", name: "On track" },
  { id: "overdue", name: "A step is overdue" },
  { id: "undated-only", name: "No step has a due day" },
  { id: "not-determinable", name: "Cannot be determined" },
  { id: "no-steps", name: "No action steps" },
] as const satisfies readonly Part[];
export type OnTrackPart = (typeof ON_TRACK_PARTS)[number]["id"];

/** Whether anything in a student's plans changed since the last review but one. */
export const CHANGE_PARTS = [
  { id: "changed", name: "Changed since the last review but one" },
  { id: "unchanged", name: "Unchanged since the last review but one" },
  { id: "fewer-reviews", name: "Fewer than two reviews held" },
  { id: "not-recorded", name: "Not recorded" },
] as const satisfies readonly Part[];
export type ChangePart = (typeof CHANGE_PARTS)[number]["id"];

/** Whether the last review of the school year was signed, and how soon. */
export const SIGNATURE_PARTS = [
  { id: "signed-in-time", name: "Signed within 30 days" },
  { id: "signed-later", name: "Signed later" },
  { id: "not-signed", name: "Not signed" },
  { id: "awaiting-signature", name: "Not signed yet, within 30 days" },
  { id: "not-recorded", name: "Not recorded" },
  { id: "no-review-held", name: "No review held" },
] as const satisfies readonly Part[];
export type SignaturePart = (typeof SIGNATURE_PARTS)[number]["id"];

/** Of those who are enrolled for enough days to say. */
export const YEAR_ABSENCE_PARTS = [
  { id: "not-chronic", name: "Not chronically absent" },
  { id: "chronic", name: "Chronically absent" },
] as const satisfies readonly Part[];

export const ABSENCE_PARTS = [
  ...YEAR_ABSENCE_PARTS,
  { id: "too-few-days", name: "Fewer than 10 days enrolled" },
] as const satisfies readonly Part[];

/** Yes, no, or not asked of the student: the milestones and contents that the staff edition alone shows. */
export const YES_NO_PARTS = [
  { id: "yes", name: "Yes" },
  { id: "no", name: "No" },
  { id: "not-asked", name: "Not asked" },
] as const satisfies readonly Part[];
export type YesNoPart = (typeof YES_NO_PARTS)[number]["id"];

/** Whether the goals of a student are the student's own, by how many students have the same text. */
export const INDIVIDUALITY_PARTS = [
  { id: "own", name: "Has a goal of the student's own" },
  { id: "shared", name: "Shares every compared goal with two or more others" },
  { id: "no-eligible-goal", name: "No goal to compare" },
] as const satisfies readonly Part[];
export type IndividualityPart = (typeof INDIVIDUALITY_PARTS)[number]["id"];

/** How many of a student's goals meet an indicator of quality. */
export const INDICATOR_PARTS = [
  { id: "all-goals", name: "All goals meet it" },
  { id: "some-goals", name: "Some goals meet it" },
  { id: "none-of-goals", name: "No goal meets it" },
  { id: "no-goals", name: "No goals" },
  { id: "not-determinable", name: "Cannot be determined" },
] as const satisfies readonly Part[];
export type IndicatorPart = (typeof INDICATOR_PARTS)[number]["id"];
