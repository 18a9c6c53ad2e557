import type { RejectReason } from "../records/reject.ts";

/** A field that names something else of the district, and what it means where that is not there. */
export type Reference =
  | StudentReference
  | SchoolReference
  | RecordReference
  | RequirementReference
  | DutyReference;

interface ToSomething {
  readonly field: string;
  /** Why a record that names something unknown is not used. */
  readonly unknown: RejectReason;
  /** Whether the record belongs to what it names: a school's table holds it with that. */
  readonly isOwner?: true;
  /** Whether the field may be empty, and then refers to nothing. */
  readonly isOptional?: true;
}

/** A student of the roster, by any identifier that the roster gives; it becomes the roster's own. */
export interface StudentReference extends ToSomething {
  readonly to: "student";
  /** Why a record is not used whose identifier names several students. */
  readonly ambiguous: RejectReason;
  /** Whether the record is left out, and not rejected, where the roster itself has taken the student out. */
  readonly isLeftOutWithStudent?: true;
  /** Why a record of a student whom no school has enrolled is not used; absent where it is used. */
  readonly notEnrolled?: RejectReason;
}

export interface SchoolReference extends ToSomething {
  readonly to: "school";
  /**
   * Whether the district's own identifier may stand beside a school's in one record: the row of the
   * district is then left out, and not rejected.
   */
  readonly isLeftOutBesideSchool?: true;
}

/** A record of another type, by the one field of its key. */
export interface RecordReference extends ToSomething {
  readonly to: "record";
  readonly type: string;
  /** Why a record is not used that names records of several students. */
  readonly ambiguous?: RejectReason;
}

/** A requirement of any mandate or of the district's own rules. */
export interface RequirementReference extends ToSomething {
  readonly to: "requirement";
  /** What the field may hold besides, such as `all`. */
  readonly besides?: readonly string[];
  /** The field that names the mandate, where only the requirements of that one are meant. */
  readonly mandateField?: string;
}

/** A duty of any mandate. */
export interface DutyReference extends ToSomething {
  readonly to: "duty";
}

/** What a record is of one student by. */
export const OF_STUDENT = {
  field: "student",
  to: "student",
  unknown: "unknown-student",
  ambiguous: "ambiguous-student",
  isOwner: true,
} as const satisfies StudentReference;

export const AT_SCHOOL = {
  field: "school",
  to: "school",
  unknown: "unknown-school",
} as const satisfies SchoolReference;

export const OF_PLAN = {
  field: "plan",
  to: "record",
  type: "plan",
  unknown: "unknown-plan",
  isOwner: true,
} as const satisfies RecordReference;

export const OF_REQUIREMENT = {
  field: "requirement",
  to: "requirement",
  unknown: "unknown-requirement",
} as const satisfies RequirementReference;
