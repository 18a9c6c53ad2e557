/** The data of a student's page and of the sheet for a conference. */
import type { StaffRole } from "../../domain/people/staff-member.ts";
import type { GoalDomain, GoalStatus } from "../../domain/plans/plan.ts";
import type { ListedStudent } from "../answers.ts";
import type { Explanation } from "../../reports/explanation/explanation.ts";

/** `GET /console/student`, with the header `ilp-student`. */
export interface StudentPage {
  readonly head: StudentHead;
  /** What is due or missing and who acts, the most urgent first, including records to fix. */
  readonly due: readonly DueItem[];
  /** Everything about plans; null for a reader who sees only the record. */
  readonly plans: StudentPlans | null;
  /** The enrollments in the exports, by day. */
  readonly enrollments: readonly EnrollmentShown[];
  /** Everybody in the staff list who may see this student by name, grouped by role. */
  readonly readers: readonly ReadersOfRole[];
  /** Why the reader may see this. */
  readonly because: string;
  /** Why the reader sees no more than this; null if the reader sees everything. */
  readonly whyNotMore: string | null;
}

/** Who the student is. */
export interface StudentHead {
  readonly key: string;
  /** The id in the student information system. */
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  /** "Grade 11"; empty if the exports give no grade. */
  readonly gradeName: string;
  readonly schoolName: string;
  readonly isEnrolled: boolean;
  /** Every counselor whose caseload the student is in, by name if the staff list has one. */
  readonly counselors: readonly string[];
  /** Such as "IEP"; empty for a reader who sees only the record. */
  readonly programs: readonly string[];
  /** Null if no attendance is sent, and for a reader who sees only the record. */
  readonly attendance: ListedStudent["attendance"];
  /** The day of the edition. */
  readonly asOf: string;
}

/** Something that needs to be done for the student. */
export interface DueItem {
  /** The id of the requirement; for a record to fix, `record-` and the problem. */
  readonly requirement: string;
  readonly name: string;
  readonly need: string;
  readonly needName: string;
  /** "counselor", "registrar" or "vendor". */
  readonly whoActs: string;
  readonly dueOn: string | null;
  readonly daysLeft: number | null;
  readonly sinceOn: string | null;
  readonly because: string;
  /** For a record to fix, what to do; otherwise empty. */
  readonly remedy: string;
}

/** Everything about the student's plans. */
export interface StudentPlans {
  readonly explanation: Explanation;
  /** In the order of days. */
  readonly timeline: readonly TimelineEvent[];
  /** Goals of the school year's plans first, and among these the open ones first. */
  readonly goals: readonly GoalShown[];
  /** By the first day, the latest first. */
  readonly statements: readonly StatementShown[];
}

export const TIMELINE_KINDS = [
  "enrollment",
  "plan",
  "goal",
  "step",
  "review",
  "statement",
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** Something that happened to a student on one day, or will happen. */
export interface TimelineEvent {
  readonly on: string;
  /** "2021-22" */
  readonly schoolYear: string;
  readonly kind: TimelineKind;
  /** "Review held" */
  readonly what: string;
  /** "with student and counselor"; may be empty. */
  readonly about: string;
  /** Whether it is after the day of the edition. */
  readonly isAhead: boolean;
}

/** One goal in the student's own words, with what is done toward it. */
export interface GoalShown {
  readonly schoolYear: string;
  /** Whether its plan belongs to the school year of the edition. */
  readonly isOfYear: boolean;
  readonly domain: GoalDomain | null;
  readonly description: string;
  readonly measurement: string;
  readonly setOn: string | null;
  readonly targetOn: string | null;
  /** What to check of its due date; none of a goal that is over. */
  readonly dueNotes: readonly DueNote[];
  readonly status: GoalStatus;
  readonly statusName: string;
  readonly steps: readonly StepShown[];
}

/** Something odd about a due date: a question to ask, never a fault. */
export type DueNote =
  /** The text names another day, more than 14 days from the due date. */
  | { readonly kind: "differs-from-text"; readonly statedOn: string; readonly targetOn: string }
  /** It was over when the goal was set. */
  | { readonly kind: "before-set"; readonly setOn: string; readonly targetOn: string }
  /** More than 18 months after the goal was set. */
  | { readonly kind: "far-away"; readonly setOn: string }
  /** The last day of school, which the form may have filled in. */
  | { readonly kind: "last-day-of-school" };

export interface StepShown {
  readonly description: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly completedOn: string | null;
  readonly isOverdue: boolean;
}

/** A decision or statement about the student and a requirement. */
export interface StatementShown {
  /** See `statementKey`. */
  readonly key: string;
  /** Whether it was recorded one by one, so that it stands among the decisions already. */
  readonly isDecision: boolean;
  /** Why it changes nothing while it is in force, in a sentence; empty where it does. */
  readonly noEffect: string;
  readonly kind: "exemption" | "attestation";
  readonly requirementName: string;
  /** "Not asked: medical reasons", "Met: transcript of the school before" */
  readonly words: string;
  readonly by: string;
  readonly from: string;
  /** The first day on which it no longer applies; null if no end is set. */
  readonly until: string | null;
  readonly state: "in-force" | "past" | "ahead";
}

export interface EnrollmentShown {
  readonly schoolName: string;
  readonly enteredOn: string;
  /** The first day that does not count; null while enrolled. */
  readonly withdrewOn: string | null;
}

/** The staff members of one role who may see the student, by name. */
export interface ReadersOfRole {
  readonly role: StaffRole;
  readonly roleName: string;
  readonly people: readonly {
    readonly name: string;
    /** "counselor at Grand Bend High School; the student is in the caseload" */
    readonly because: string;
    /** Whether the person sees plans and reviews, or only the record. */
    readonly seesPlans: boolean;
  }[];
}
