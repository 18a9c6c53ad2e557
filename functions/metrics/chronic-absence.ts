import { isChronicallyAbsent } from "../domain/attendance.ts";
import { verdict, type Metric } from "./metric.ts";

/** The floor of EDFacts FS195: below it a tenth says nothing. */
const MINIMUM_ENROLLED_DAYS = 10;

/** Chronic absence of every student of the district, whatever the grade. */
export const chronicAbsence: Metric = {
  id: "chronic-absence",
  name: "Chronically absent",
  isHigherBetter: false,
  definition:
    "Students absent on a tenth or more of the instructional days on which they were enrolled this school year, for any reason.",
  numerator: "Students with ten times their absent days at or above their enrolled days.",
  denominator:
    "Students enrolled on the as-of day, for at least 10 instructional days this school year.",
  exclusions:
    "Days that are not instructional; absences of less than half a day; students enrolled for fewer than 10 days.",
  source: "CEDS ChronicStudentAbsenteeismIndicator; minimum of 10 days as in EDFacts FS195.",
  version: 1,
  breakdowns: ["all", "grade"],
  needs: "attendance",
  population: "everyone",
  measure({ attendance: { absentDays, enrolledDays } }) {
    return enrolledDays < MINIMUM_ENROLLED_DAYS
      ? "outside"
      : verdict(isChronicallyAbsent(absentDays, enrolledDays));
  },
};
