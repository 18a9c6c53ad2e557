import { counted, number } from "../../../domain/text/counted.ts";
import type { SchoolPresence } from "../rows/school-presence.ts";
import { failed, passed, type ReportCheck } from "./report-check.ts";

/** In a smaller school half of the students may have moved. */
const FEWEST = 10;

/**
 * No school has lost half of its students of the year by the count day: exports that withdraw everybody
 * on the last day of school would leave a school out. Of a school that closed, somebody says so.
 */
export const studentsPresent: ReportCheck = {
  id: "present",
  name: "The students of the year are enrolled on the count day",
  scope: "data",
  run({ presence, explanations }) {
    const said = new Set(explanations.map(({ subject }) => subject));
    const emptied = presence.filter(
      (school) =>
        school.ofYear >= FEWEST && school.onDay * 2 < school.ofYear && !said.has(subjectOf(school)),
    );
    if (emptied.length === 0) {
      return passed(`No school of ${number(presence.length)} has lost half of its students.`);
    }
    return {
      ...failed(
        `Enrolled on the count day: ${emptied.map(({ name, onDay, ofYear }) => `${number(onDay)} of ${counted(ofYear, "student")} of the year at ${name}`).join("; ")}.`,
        "Check the exit dates of the roster. Where a school closed, say so with ilp report explain-change.",
      ),
      unexplained: emptied.map(subjectOf),
    };
  },
};

/** What a reason names: the school and both numbers. */
const subjectOf = ({ school, onDay, ofYear }: SchoolPresence): string =>
  `enrolled at ${school}: ${onDay} of ${ofYear}`;
