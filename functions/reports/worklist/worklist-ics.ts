import { isPastDue } from "../../metrics/questions/worklist-needs.ts";
import { calendarOf, escaped, eventDays } from "./calendar-lines.ts";
import type { WorklistRow } from "./worklist-csv.ts";

/** What a calendar event is made from: an entry of the worklist has it all. */
export interface WorklistEvent extends WorklistRow {
  readonly school: string;
  readonly requirement: string;
  readonly asOf: string;
}

/**
 * The due days of the worklist as a calendar (RFC 5545): one event of a whole day for each entry
 * that has a due day. It names students, so it stays inside the district. The identifier of an event
 * does not: it is a hash of student and requirement, the same in every version, so that a calendar
 * that takes the file in again moves an event instead of doubling it.
 * @param hash a short hash of a text, for the identifiers
 */
export function worklistIcs(
  entries: readonly WorklistEvent[],
  hash: (text: string) => string,
): string {
  return calendarOf(
    entries.flatMap((entry) => (entry.dueOn === null ? [] : eventOf(entry, entry.dueOn, hash))),
  );
}

function eventOf(
  entry: WorklistEvent,
  dueOn: string,
  hash: (text: string) => string,
): readonly string[] {
  const overdue = isPastDue(entry.need) ? "Overdue: " : "";
  const about = [entry.because, entry.rule, entry.citation].filter((text) => text !== "");
  const id = hash(`${entry.school}\u0000${entry.student}\u0000${entry.requirement}`);
  return [
    "BEGIN:VEVENT",
    `UID:${id}@worklist.ilp-observatory`,
    ...eventDays(entry.asOf, dueOn),
    `SUMMARY:${escaped(`${overdue}${entry.requirementName}: ${entry.givenName} ${entry.familyName} (${entry.student})`)}`,
    `LOCATION:${escaped(entry.schoolName)}`,
    `DESCRIPTION:${escaped(about.join("\n"))}`,
    "CLASS:CONFIDENTIAL",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}
