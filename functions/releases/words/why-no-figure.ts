import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";

/** ", as of March 31, 2022" where a figure is held: its counts are not of the day of the edition. */
export const heldWords = ({ drawnOn }: { readonly drawnOn: string | null }, asOf: Day): string =>
  drawnOn === null || drawnOn === asOf ? "" : `, as of ${longDay(drawnOn)}`;

/** Why a place has no figure, in a sentence, with what can be said all the same. */
export function whyNoFigure(
  {
    state,
    level,
    schoolName,
  }: { readonly state: string; readonly level: string; readonly schoolName: string },
  more: string,
): string {
  const isDistrict = level === "district";
  switch (state) {
    case "too-few-students":
      // Many small schools can have many students together.
      return `${isDistrict ? `The schools of ${schoolName} are too small` : `${schoolName} has too few students`} for public figures. Staff see exact figures in the staff edition.`;
    case "left-out":
      return `${schoolName} has no public figures this school year: ${isDistrict ? "its schools" : "it"} had too few students at the year's first release. Staff see exact figures in the staff edition.`;
    case "not-applicable":
      return "No student is in a grade that the mandate covers.";
    default:
      return `No plans were sent, so whether the mandate is kept cannot be determined. ${more}`.trim();
  }
}
