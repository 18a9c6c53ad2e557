import { isChronicallyAbsent } from "../../domain/calendar/attendance.ts";
import { ABSENCE_PARTS } from "../../domain/figures/parts.ts";
import { MINIMUM_ENROLLED_DAYS, type AttendanceDays } from "../students/attendance-days.ts";
import { oneQuestion } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";
import { CHRONIC_ABSENCE } from "../questions/statistic.ts";

/**
 * Chronic absence of every student enrolled now, in any grade: these students can still be helped.
 */
export const chronicAbsence: Metric = {
  id: "chronic-absence",
  name: "Chronically absent, enrolled now",
  isHigherBetter: false,
  definition:
    "Students enrolled now, who can still be helped, absent on a tenth or more of the instructional days on which they were enrolled this school year, for any reason. Those who left during the year are not counted.",
  numerator:
    "Students with ten times their absent days at or above their enrolled days, and at least 10 enrolled days.",
  denominator: "Students enrolled on the date of the data, whatever their grade.",
  exclusions:
    "Days that are not instructional; absences of less than half a day. Students enrolled for fewer than 10 days are counted as such.",
  source: "CEDS ChronicStudentAbsenteeismIndicator; minimum of 10 days as in EDFacts FS195.",
  version: 2,
  isPublic: true,
  needs: "attendance",
  counted: ["chronic"],
  against: ["not-chronic"],
  ...oneQuestion(CHRONIC_ABSENCE, {
    population: { kind: "enrolled" },
    needs: "attendance",
    isPublic: true,
    afterDue: [],
    answer: ({ attendance }) => absencePart(attendance),
  }),
};

/** Whether a student is chronically absent, or enrolled for too few days to say. */
export function absencePart({
  absentDays,
  enrolledDays,
}: AttendanceDays): (typeof ABSENCE_PARTS)[number]["id"] {
  if (enrolledDays < MINIMUM_ENROLLED_DAYS) return "too-few-days";
  return isChronicallyAbsent(absentDays, enrolledDays) ? "chronic" : "not-chronic";
}
