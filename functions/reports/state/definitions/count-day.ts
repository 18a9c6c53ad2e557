import { daysBetween, type Day } from "../../../domain/calendar/day.ts";
import { schoolYearOf } from "../../../domain/calendar/school-year.ts";
import type { ReportDefinition } from "./report-definition.ts";

/**
 * The day whose students a report counts, asked on a day: that day, or the same day of each year, which
 * is the one of the school year, and for 92 days after it the one that has passed.
 */
export function countDayOf({ countDay }: Pick<ReportDefinition, "countDay">, asked: Day): Day {
  if (countDay.kind === "as-of") return asked;
  const { month, day } = countDay;
  const year = schoolYearOf(asked) - (month >= 7 ? 1 : 0);
  const ofYear = (of: number): Day =>
    `${of}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as Day;
  // What was counted lately is filed in the weeks after it.
  const before = ofYear(year - 1);
  return before <= asked && daysBetween(before, asked) <= FILED_WITHIN_DAYS ? before : ofYear(year);
}

/** So many days after a count day its report is still the one that is meant. */
const FILED_WITHIN_DAYS = 92;

/** By when a report is to be filed in the school year of a day; null where no day is known. */
export function dueDayOf({ due }: Pick<ReportDefinition, "due">, asked: Day): Day | null {
  return due === null ? null : countDayOf({ countDay: { kind: "yearly", ...due } }, asked);
}
