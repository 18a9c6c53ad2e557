/** What the page of one student and the sheet of a conference are drawn from. */
import type { StaffRole } from "../../domain/people/staff-member.ts";
import type { GoalDomain, GoalStatus } from "../../domain/plans/plan.ts";
import type { ListedStudent } from "../answers.ts";
import type { Explanation } from "../../reports/explanation/explanation.ts";

/** `GET /console/student`, with the header `ilp-student`. */
export interface StudentPage {
  readonly head: StudentHead;
  /** What is due or missing and who acts, the most urgent first; records to fix among it. */
  readonly due: readonly DueItem[];
  /** Everything that tells of plans; null for a reader who sees records alone. */
  readonly plans: StudentPlans | null;
  /** The enrollments that the exports hold, in the order of days. */
  readonly enrollments: readonly EnrollmentShown[];
  /** Everybody of the staff list who may see this student by name, grouped by role. */
  readonly readers: readonly ReadersOfRole[];
  /** Why the reader may see this. */
  readonly because: string;
  /** Why the reader sees no more than this; null where she sees everything. */
  readonly whyNotMore: string | null;
}

/** Who the student is. */
export interface StudentHead {
  readonly key: string;
  /** The id in the student information system. */
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  /** "Grade 11"; empty where the exports give none. */
  readonly gradeName: string;
  readonly schoolName: string;
  readonly isEnrolled: boolean;
  /** Everybody whose caseload the student is in, by name where the staff list has one. */
  readonly counselors: readonly string[];
  /** Such as "IEP"; empty for a reader who sees records alone. */
  readonly programs: readonly string[];
  /** Null where no attendance is sent, and for a reader who sees records alone. */
  readonly attendance: ListedStudent["attendance"];
  /** The day of the edition. */
  readonly asOf: string;
}

/** Something that the student waits for. */
export interface DueItem {
  /** Of a requirement its id; of a record to fix `record-` and the problem. */
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
  /** Of a record to fix: what to do. Empty otherwise. */
  readonly remedy: string;
}

/** What the plans of a student say. */
export interface StudentPlans {
  readonly explanation: Explanation;
  /** In the order of days. */
  readonly timeline: readonly TimelineEvent[];
  /** Those of plans of the school year first, and of these the goals still aimed at. */
  readonly goals: readonly GoalShown[];
  /** In the order in which they began, the latest first. */
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

/** Something that happened to a student on one day, or is to happen. */
export interface TimelineEvent {
  readonly on: string;
  /** "2021-22" */
  readonly schoolYear: string;
  readonly kind: TimelineKind;
  /** "Review held" */
  readonly what: string;
  /** "with student and counselor"; may be empty. */
  readonly about: string;
  /** After the day of the edition. */
  readonly isAhead: boolean;
}

/** One goal in the student's own words, with what is done toward it. */
export interface GoalShown {
  readonly schoolYear: string;
  /** Whether its plan is of the school year of the edition. */
  readonly isOfYear: boolean;
  readonly domain: GoalDomain | null;
  readonly description: string;
  readonly measurement: string;
  readonly setOn: string | null;
  readonly targetOn: string | null;
  readonly status: GoalStatus;
  readonly statusName: string;
  readonly steps: readonly StepShown[];
}

export interface StepShown {
  readonly description: string;
  readonly owner: string;
  readonly dueOn: string | null;
  readonly completedOn: string | null;
  readonly isOverdue: boolean;
}

/** What somebody decided or stated about the student and a requirement. */
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
  /** The first day on which it no longer holds; null while no end is set. */
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
    /** Whether plans and reviews are seen, or records alone. */
    readonly seesPlans: boolean;
  }[];
}
