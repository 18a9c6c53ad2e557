import { yearBegins, yearEnds, yearOf } from "./days.ts";
import { LADDER } from "./plain-mandates.ts";
import type { PlainStudent } from "./plain-records.ts";

/** The school years in which a student is on record in a grade, in order. */
export function yearsIn(student: PlainStudent, grade: string): readonly number[] {
  const years = (student.gradeYears ?? [])
    .filter((year) => year.grade === grade && year.year < student.year)
    .map(({ year }) => year);
  if (student.grade === grade) years.push(student.year);
  return years.sort((a, b) => a - b);
}

/** The school year of a grade with one grade a year. */
export const ordinaryYear = (student: PlainStudent, grade: string): number =>
  student.year + LADDER.indexOf(grade) - LADDER.indexOf(student.grade ?? grade);

/** Instructional days of a school year; none where no calendar of it was sent. */
export const calendarOf = (student: PlainStudent, year: number): readonly string[] =>
  year === student.year ? student.calendar : (student.earlierCalendars.get(year) ?? []);

/**
 * The instructional days of a school year, if they are all of them: from October 1 or before to May 1 or
 * later. Cut off before, nobody knows where a part of the year ends.
 */
export function wholeYear(days: readonly string[]): readonly string[] {
  const [begins, ends] = [days[0]?.slice(5) ?? "", days.at(-1)?.slice(5) ?? ""];
  return begins >= "07-01" && begins <= "10-01" && ends >= "05-01" && ends <= "06-30" ? days : [];
}

/** Whether the records of every school year since one were sent: those of this year always are. */
export const isSentSince = (student: PlainStudent, year: number): boolean =>
  year >= student.year || (student.hasEarlier && student.sentFrom <= year);

/** Whether they were, and the student was in the district by the end of that year. */
export const isHeldSince = (student: PlainStudent, year: number): boolean =>
  isSentSince(student, year) &&
  (year >= student.year || student.presentSince === null || student.presentSince <= yearEnds(year));

/** The last event of a kind on or before a day, not before another; null where there is none. */
export function lastEvent(
  { events }: PlainStudent,
  kind: string,
  since: string,
  until: string,
): string | null {
  const days = (events ?? [])
    .filter((event) => event.kind === kind)
    .map(({ occurredOn }) => occurredOn)
    .filter((on) => on >= since && on <= until)
    .sort();
  return days.at(-1) ?? null;
}

/** Whether a student is in a program on a day: the last day on record is the first one out of it. */
export const isInProgram = (
  { beganOn, endedOn }: { readonly beganOn: string; readonly endedOn: string | null },
  on: string,
): boolean => beganOn <= on && (endedOn === null || on < endedOn);

/** Came to the district after the first instructional day; nobody is known to have without a calendar. */
export const isEntrant = ({ calendar, enteredOn }: PlainStudent): boolean =>
  calendar[0] !== undefined && enteredOn > calendar[0];

export const thisYearBegins = (asOf: string): string => yearBegins(yearOf(asOf));
