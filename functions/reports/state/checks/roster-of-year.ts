import { counted, number } from "../../../domain/text/counted.ts";
import { failed, notMade, passed, type ReportCheck } from "./report-check.ts";

/** With more of them the roster was rolled over; some are entered for the next year while this one lasts. */
const MOST_PERCENT = 10;

/**
 * The roster is still that of the school year of the count day: it has one grade level per student, and
 * after the summer that is the next one.
 */
export const rosterOfYear: ReportCheck = {
  id: "roster-year",
  name: "The roster is that of the school year",
  scope: "data",
  run({ presence, kind }) {
    if (kind.id === "chronic-absence-counts")
      return notMade("The count does not depend on grades.");
    const sumOf = (part: "onDay" | "inLaterYear"): number =>
      presence.reduce((sum, school) => sum + school[part], 0);
    const [students, later] = [sumOf("onDay"), sumOf("inLaterYear")];
    const because = `${number(later)} of ${counted(students, "student")} are entered for a later school year.`;
    return later * 100 > students * MOST_PERCENT
      ? failed(
          `${because} Their grade levels may be those of that year.`,
          "Make the report from an export of the school year of the count day.",
        )
      : passed(because);
  },
};
