import type { Day } from "../../../domain/calendar/day.ts";
import { schoolYearOf } from "../../../domain/calendar/school-year.ts";
import type { ReportDefinition } from "./report-definition.ts";

/** The day whose students a report counts in the school year of a day: that day, or the same day of each year. */
export function countDayOf({ countDay }: Pick<ReportDefinition, "countDay">, asked: Day): Day {
  if (countDay.kind === "as-of") return asked;
  const { month, day } = countDay;
  const year = schoolYearOf(asked) - (month >= 7 ? 1 : 0);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}` as Day;
}

/** By when a report is to be filed in the school year of a day; null where no day is known. */
export function dueDayOf({ due }: Pick<ReportDefinition, "due">, asked: Day): Day | null {
  return due === null ? null : countDayOf({ countDay: { kind: "yearly", ...due } }, asked);
}
