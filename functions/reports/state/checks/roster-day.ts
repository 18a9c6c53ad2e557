import type { Day } from "../../../domain/calendar/day.ts";
import { longDay } from "../../../domain/calendar/long-day.ts";
import { RECORD_TYPES } from "../../../domain/record-types/record-types.ts";
import { failed, passed, type ReportCheck } from "./report-check.ts";

const ROSTER = ["person", "enrollment"] as const;

/** The roster is of the count day or later: who entered or left since an older one, and in which grade, nobody can tell. */
export const rosterDay: ReportCheck = {
  id: "roster-day",
  name: "The roster is of the count day or later",
  scope: "data",
  run({ exports: { rosterDays }, context: { asOf } }) {
    if (rosterDays?.enrollment === undefined) {
      return failed(
        `It is not known of which day the newest file of ${RECORD_TYPES.enrollment.words.many} is.`,
        "Send the roster again with ilp ingest.",
      );
    }
    const days = ROSTER.flatMap((table) => {
      const on = rosterDays[table];
      return on === undefined ? [] : [{ on, words: RECORD_TYPES[table].words.many }];
    });
    const older = days.filter(({ on }) => on < asOf);
    if (older.length === 0) return passed(`${newestFiles(days)}.`);
    return failed(
      `${newestFiles(older)}, before the count day of ${longDay(asOf)}.`,
      "Export the roster on the count day or later, and send it with ilp ingest. A file whose name states a day is of that day.",
    );
  },
};

/** "The newest file of students is of June 28, 2022 and that of enrollments of June 29, 2022" */
const newestFiles = (days: readonly { readonly on: Day; readonly words: string }[]): string =>
  `The newest file ${days.map(({ on, words }, place) => (place === 0 ? `of ${words} is of ${longDay(on)}` : `that of ${words} of ${longDay(on)}`)).join(" and ")}`;
