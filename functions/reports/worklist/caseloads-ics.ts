import { calendarOf, escaped, eventDays } from "./calendar-lines.ts";
import type { Caseload } from "./caseloads.ts";

/**
 * What comes due first for each counselor as a calendar (RFC 5545): one event of a whole day per school
 * and counselor, none where nothing is still to come. It names no student, and tells no more than the
 * counts that it is made from.
 * @param asOf the day that the counts are true for
 * @param hash a short hash of a text, for the identifiers
 */
export const caseloadsIcs = (
  caseloads: readonly Caseload[],
  asOf: string,
  hash: (text: string) => string,
): string =>
  calendarOf(
    caseloads.flatMap((caseload) =>
      caseload.nextDueOn === null ? [] : eventOf(caseload, caseload.nextDueOn, asOf, hash),
    ),
  );

function eventOf(
  { school, schoolName, counselor, students, entries }: Caseload,
  dueOn: string,
  asOf: string,
  hash: (text: string) => string,
): readonly string[] {
  const whom = counselor === "" ? "students without a counselor" : `counselor ${counselor}`;
  const many = students === 1 ? "1 student waits" : `${String(students)} students wait`;
  return [
    "BEGIN:VEVENT",
    `UID:${hash(`${school}\u0000${counselor}`)}@caseloads.ilp-observatory`,
    ...eventDays(asOf, dueOn),
    `SUMMARY:${escaped(`Next due: ${whom}`)}`,
    `LOCATION:${escaped(schoolName)}`,
    `DESCRIPTION:${escaped(`${many}; due soon: ${String(entries["due-soon"])}`)}`,
    "CLASS:CONFIDENTIAL",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}
