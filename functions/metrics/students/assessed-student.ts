import type { RequirementAnswer, ReviewAnswer } from "../../mandates/clock/answer.ts";
import type { AttendanceDays } from "./attendance-days.ts";
import type { StudentRecord } from "./school-records.ts";
import type { YearAtSchool } from "./year-at-school.ts";

/**
 * A student as one school has the student in a school year, with the clock's answers if the school
 * counts the student on the as-of day.
 */
export interface AssessedStudent {
  readonly record: StudentRecord;
  /** Whether the school counts the student on the as-of day; nothing is asked of others. */
  readonly isEnrolled: boolean;
  readonly answers: readonly ReviewAnswer[];
  /** The answer for each requirement of the mandate, including those that do not apply. */
  readonly requirements: readonly RequirementAnswer[];
  /** Whether the mandate asks anything of the student's grade at all. */
  readonly isUnderMandate: boolean;
  /** Whether the student is under the mandate and not exempt from all of it on the as-of day. */
  readonly isAsked: boolean;
  /** This school year up to the as-of day, at every school of the district. */
  readonly attendance: AttendanceDays;
  /** The same at this school only. */
  readonly year: YearAtSchool;
}
