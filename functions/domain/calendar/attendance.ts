import type { Day } from "./day.ts";
import type { StudentId } from "../ids.ts";

/** How an absence is excused, as CEDS AbsentAttendanceCategory folds down. */
export const EXCUSALS = ["excused", "unexcused", "unknown"] as const;
export type Excusal = (typeof EXCUSALS)[number];

/** One student's absence on one day. Present is what the calendar and the enrollment say and no absence denies. */
export interface Absence {
  readonly student: StudentId;
  readonly on: Day;
  /** Thousandths of the school day missed, 1 to 1000. */
  readonly absentMilli: number;
  readonly excusal: Excusal;
}

/** Half a day missed makes an absent day. */
export const ABSENT_DAY_MILLI = 500;

/** Chronically absent: a tenth or more of the days enrolled, compared in whole numbers (CEDS ChronicStudentAbsenteeismIndicator). */
export const isChronicallyAbsent = (absentDays: number, enrolledDays: number): boolean =>
  enrolledDays > 0 && absentDays * 10 >= enrolledDays;
