import type { Absence } from "../../domain/calendar/attendance.ts";
import type { Grade } from "../../domain/people/grade.ts";
import type { PlanId, SchoolId, StudentId } from "../../domain/ids.ts";
import type { PlanDocument } from "../../domain/plans/plan.ts";
import type { SchoolCalendar } from "../../domain/calendar/school-calendar.ts";
import type { MoreRecords } from "../../mandates/clock/clock-case.ts";
import type { Enrollment, Student } from "../../domain/people/student.ts";

/** Everything that any measure may ask about one student, for one school year. */
export interface StudentRecord {
  readonly student: Student;
  /** All enrollments, at this school and others. */
  readonly enrollments: readonly Enrollment[];
  readonly document: PlanDocument | null;
  readonly absences: readonly DayMissed[];
  /** What the plan platform says about the student, plan by plan. */
  readonly statements: readonly PlatformStatement[];
  /**
   * The counselors whom the district's caseload list names for the student at this school, the
   * narrowest row first.
   */
  readonly caseload: readonly string[];
  /** What is known beyond the year's plan: exemptions, attestations, programs and so on. */
  readonly more: MoreRecords;
}

/** A day that a student missed, in part or whole. Students who miss the same share of a day share one object. */
export type DayMissed = Pick<Absence, "on" | "absentMilli">;

/**
 * The school and grade that the plan platform has for the student. They are compared with the
 * roster, and nothing is counted by them.
 */
export interface PlatformStatement {
  readonly plan: PlanId;
  readonly school: SchoolId | null;
  readonly grade: Grade | null;
}

/** The conformed records of one school in one school year, from which the school is measured. */
export interface SchoolRecords {
  readonly school: SchoolId;
  /** The calendars of this school and of other schools of its students, within the school year. */
  readonly calendars: ReadonlyMap<SchoolId, SchoolCalendar>;
  readonly students: readonly StudentRecord[];
  /** Students whose state identifier is also another student's. */
  readonly sharedIdentities: ReadonlySet<StudentId>;
}
