import { longDay } from "../../../domain/calendar/long-day.ts";
import { RECORD_TYPES } from "../../../domain/record-types/record-types.ts";
import { failed, passed, type ExportDay, type ReportCheck } from "./report-check.ts";

const ROSTER = ["person", "enrollment"] as const;

/** The roster is of the count day or later: who entered or left since an older one, and in which grade, nobody can tell. */
export const rosterDay: ReportCheck = {
  id: "roster-day",
  name: "The roster is of the count day or later",
  scope: "data",
  run({ exports: { exportDays }, context: { asOf } }) {
    if (exportDays?.enrollment === undefined) {
      return failed(
        `It is not known of which day each file of ${RECORD_TYPES.enrollment.words.many} is.`,
        "Send the roster again with ilp ingest.",
      );
    }
    const days = ROSTER.flatMap((table) => {
      const day = exportDays[table];
      return day === undefined ? [] : [{ ...day, words: RECORD_TYPES[table].words.many }];
    });
    const older = days.filter(({ on }) => on < asOf);
    if (older.length === 0) return passed(`${oldestFiles(days)}.`);
    return failed(
      `${oldestFiles(older)}, before the count day of ${longDay(asOf)}.`,
      "Export the roster on the count day or later, with a file for each name that is in use, and send it with ilp ingest. A file is of the day that its name or its folder states; exports that have not changed since need one.",
    );
  },
};

/** "The oldest file in use of students, students.csv, is of June 28, 2022 and that of enrollments, entries.csv, of June 29, 2022" */
export const oldestFiles = (days: readonly (ExportDay & { readonly words: string })[]): string =>
  days
    .map(
      ({ on, file, words }, place) =>
        `${place === 0 ? "The oldest file in use" : "that"} of ${words}, ${file}, ${place === 0 ? "is " : ""}of ${longDay(on)}`,
    )
    .join(" and ");
