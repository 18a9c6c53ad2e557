import type { RequirementAnswer, ReviewAnswer } from "../../mandates/clock/answer.ts";
import type { AttendanceDays } from "./attendance-days.ts";
import type { StudentRecord } from "./school-records.ts";
import type { YearAtSchool } from "./year-at-school.ts";

/** A student as one school of a school year has them, with what the clock answers for those whom it counts on the as-of day. */
export interface AssessedStudent {
  readonly record: StudentRecord;
  /** Whether the school counts the student on the as-of day; of others nothing is asked. */
  readonly isEnrolled: boolean;
  readonly answers: readonly ReviewAnswer[];
  /** The answer for each requirement of the mandate, those that do not apply among them. */
  readonly requirements: readonly RequirementAnswer[];
  /** Whether the mandate asks anything of the student's grade at all. */
  readonly isUnderMandate: boolean;
  /** Whether the student is under the mandate and not exempt from all of it on the as-of day. */
  readonly isAsked: boolean;
  /** This school year up to the as-of day, at every school of the district. */
  readonly attendance: AttendanceDays;
  /** The same at this school alone. */
  readonly year: YearAtSchool;
}
