import type { Grade } from "../../domain/people/grade.ts";
import type { AssessedStudent } from "./assessed-student.ts";
import { MINIMUM_ENROLLED_DAYS } from "./attendance-days.ts";

/** EDFacts FS195 covers kindergarten to grade 12 and ungraded students. */
const OTHER_GRADES: readonly (Grade | null)[] = ["IT", "PR", "PK", "PS", "Other"];

/** Whether a student counts as one of the school year: at this school, or here for the whole district. */
export function isOfYear(
  { record, attendance, year }: Pick<AssessedStudent, "record" | "attendance" | "year">,
  of: "school" | "district",
): boolean {
  if (OTHER_GRADES.includes(record.student.grade)) return false;
  switch (of) {
    case "school":
      return year.here.enrolledDays >= MINIMUM_ENROLLED_DAYS;
    case "district":
      return year.isLastSchool && attendance.enrolledDays >= MINIMUM_ENROLLED_DAYS;
  }
}
