import { isChronicallyAbsent } from "../../domain/calendar/attendance.ts";
import { YEAR_ABSENCE_PARTS } from "../../domain/figures/parts.ts";
import { ofEverybody } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";
import type { Question } from "../questions/question.ts";
import { textAndParts, statisticText } from "../questions/statistic.ts";

const STATISTIC = { id: "chronic-absence-year", parts: YEAR_ABSENCE_PARTS } as const;

/** Whose days are counted: days at one school, or at all schools of the district. */
const PLACES = ["school", "district"] as const;

/**
 * Chronic absence of all students of the school year, including those who left, as EDFacts FS195
 * counts schools.
 */
export const chronicAbsenceYear: Metric = {
  id: "chronic-absence-year",
  name: "Chronically absent, everyone this year",
  isHigherBetter: false,
  definition:
    "Students enrolled for at least 10 days this school year, those who left among them, absent on a tenth or more of those days, for any reason. A school counts the days at that school; the district counts the days at all of its schools.",
  numerator: "Students with ten times their absent days at or above their enrolled days.",
  denominator:
    "Students in kindergarten to grade 12, or ungraded, with at least 10 enrolled days from the first day of the school year to the date of the data. A student of two schools counts in each school with at least 10 days there, and once in the district, which is therefore not the sum of its schools.",
  exclusions:
    "Days that are not instructional; absences of less than half a day. Students enrolled for fewer than 10 days, and those of a school that sent no calendar. An absence on a day of two enrollments counts at both schools. Who left is in the student groups and programs of their last day.",
  source:
    "EDFacts file specification 195 (data group 814): filed by school, each school counting all of its students. ED Data Express adds schools up to the district and counts a student who is chronically absent at two of them twice; here the district counts students. Half a day missed makes an absent day, as in the Civil Rights Data Collection.",
  version: 1,
  isPublic: false,
  isInExtract: false,
  needs: "attendance",
  counted: ["chronic"],
  against: ["not-chronic"],
  bars: () => [
    {
      ...ofEverybody(statisticText(STATISTIC, "school")),
      ofDistrict: statisticText(STATISTIC, "district"),
    },
  ],
  statistics: [STATISTIC],
  questions: () =>
    PLACES.map((of): Question => ({
      ...textAndParts(STATISTIC, of),
      population: { kind: "year", of },
      needs: "attendance",
      isPublic: false,
      afterDue: [],
      answer: ({ attendance, year }) => {
        const { absentDays, enrolledDays } = of === "school" ? year.here : attendance;
        return isChronicallyAbsent(absentDays, enrolledDays) ? "chronic" : "not-chronic";
      },
    })),
};
