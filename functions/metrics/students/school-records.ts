import type { Absence } from "../../domain/calendar/attendance.ts";
import type { Grade } from "../../domain/people/grade.ts";
import type { PlanId, SchoolId, StudentId } from "../../domain/ids.ts";
import type { PlanDocument } from "../../domain/plans/plan.ts";
import type { SchoolCalendar } from "../../domain/calendar/school-calendar.ts";
import type { MoreRecords } from "../../mandates/clock/clock-case.ts";
import type { Enrollment, Student } from "../../domain/people/student.ts";

/** Everything about one student that any measure may ask, of one school year. */
export interface StudentRecord {
  readonly student: Student;
  /** All enrollments, at this school and others. */
  readonly enrollments: readonly Enrollment[];
  readonly document: PlanDocument | null;
  readonly absences: readonly DayMissed[];
  /** What the plans' platform believes of the student, plan by plan. */
  readonly statements: readonly PlatformStatement[];
  /** The counselors whom the district's list of caseloads names for the student at this school, the narrowest row first. */
  readonly caseload: readonly string[];
  /** What is known beyond the year's plan: exemptions, attestations, programs and the like. */
  readonly more: MoreRecords;
}

/** A day that a student missed, in part or whole. Students who miss the same share of a day share one object. */
export type DayMissed = Pick<Absence, "on" | "absentMilli">;

/**
 * The school and grade that the plan platform has for the student. Compared with the roster;
 * nothing is counted by it.
 */
export interface PlatformStatement {
  readonly plan: PlanId;
  readonly school: SchoolId | null;
  readonly grade: Grade | null;
}

/** The conformed records of one school in one school year: what a school is measured from. */
export interface SchoolRecords {
  readonly school: SchoolId;
  /** The calendars of this school and of other schools of its students, within the school year. */
  readonly calendars: ReadonlyMap<SchoolId, SchoolCalendar>;
  readonly students: readonly StudentRecord[];
  /** Students who have a state identifier that is also another's. */
  readonly sharedIdentities: ReadonlySet<StudentId>;
}
