import { schoolId, studentId } from "../../domain/ids.ts";
import type { Grade } from "../../domain/people/grade.ts";
import type { Enrollment } from "../../domain/people/student.ts";
import { readCalendar } from "./calendar-rows.ts";
import type { Fields } from "../values/fields.ts";
import { STAY_STATUSES } from "../profiles/profile.ts";
import { BEFORE_ALL_RECORDS, readDates, readGrade } from "./roster-rows.ts";

/** An enrollment with the grade level that its own record gives, which becomes the student's: see `gradedStudents`. */
export interface EnrollmentAsSent extends Enrollment {
  /** Null or absent where the record gives none. */
  readonly grade?: Grade | null;
}

/** One enrollment; null where the record says that there was none, or that it ended on an unknown day. */
export const enrollment = (fields: Fields): EnrollmentAsSent | null => {
  const status = fields.oneOf("stayStatus", STAY_STATUSES);
  const isNoShow = fields.yesNo("isNoShow") === true;
  // The days of an enrollment that never was need not be days.
  if (status === "not-enrolled" || isNoShow) return null;
  const student = studentId(fields.id("student"));
  // It counts on no day, so that its school and its beginning need not be known.
  if (status === "withdrawn" && fields.endDay("withdrewOn") === null) return null;
  const grade = readGrade(fields, "grade");
  const enrollment = {
    student,
    school: schoolId(fields.id("school")),
    // OneRoster lets a role begin at no stated day: the student has been there for as long as asked.
    ...readDates(fields, "enteredOn", "withdrewOn", BEFORE_ALL_RECORDS),
    isPrimary: fields.yesNo("isPrimary") ?? true,
    ...readCalendar(fields),
    ...(grade !== null && { grade }),
  };
  // A student who is withdrawn as of the day of entry never came: systems write a no-show in this
  // way.
  return enrollment.withdrewOn === enrollment.enteredOn ? null : enrollment;
};
