import type { Day } from "../calendar/day.ts";

/** What may happen around a student's plan: what sets a rule off, what is done, what is declined. */
export const STUDENT_EVENTS = [
  "alternative-placement",
  "assessment-failed",
  "at-risk",
  "competency-missed",
  "credit-deficient",
  "facility-placement",
  "maths-below-standard",
  "off-track",
  "pathway-changed",
  "plan-changed",
  "plan-requested",
  "promotion-standard-missed",
  "remediation-needed",
  "addendum-written",
  "career-counseling",
  "completion-verified",
  "conference-held",
  "course-completed",
  "credit-awarded",
  "interventions-added",
  "maths-scheduled",
  "options-explained",
  "parent-notified",
  "plan-filed",
  "plan-offered",
  "plan-revised",
  "progress-reported",
  "meeting-waived",
  "plan-declined",
] as const;
export type StudentEventKind = (typeof STUDENT_EVENTS)[number];

/** One event of one student, on its day. */
export interface StudentEvent {
  readonly kind: StudentEventKind;
  readonly occurredOn: Day;
}
