import { byText } from "../text/compare-text.ts";
import type { Day } from "../calendar/day.ts";
import type { RaceEthnicity, Sex } from "./demographics.ts";
import type { Grade } from "./grade.ts";
import type { SchoolId, StudentId } from "../ids.ts";

/** One student of the district, as the student information system knows them. */
export interface Student {
  readonly student: StudentId;
  readonly givenName: string;
  readonly familyName: string;
  readonly birthOn: Day | null;
  readonly grade: Grade | null;
  readonly sex: Sex | null;
  readonly raceEthnicity: RaceEthnicity | null;
  /** Identifiers that the state gave, in order, with `;` between several; null or absent without any. */
  readonly stateIds?: string | null;
  /** Identifiers that the district's systems give beside the student's own, such as a student number; as `stateIds`. */
  readonly localIds?: string | null;
}

/**
 * One enrollment of a student at one school. The day of withdrawal does not count (OneRoster 1.2,
 * roles.endDate).
 */
export interface Enrollment {
  readonly student: StudentId;
  readonly school: SchoolId;
  readonly enteredOn: Day;
  readonly withdrewOn: Day | null;
  /** Whether this school answers for the student: no for a second school, such as a career center. */
  readonly isPrimary: boolean;
  /** Which of the school's calendars (tracks) the student follows; null or absent where the source names none. */
  readonly calendar?: string | null;
}

/** A program that a student takes part in: special education, Section 504, bilingual, and so on. */
export interface ProgramParticipation {
  readonly student: StudentId;
  readonly program: string;
  readonly beganOn: Day;
  readonly endedOn: Day | null;
}

/** One discipline incident of one student. */
export interface DisciplineIncident {
  readonly incident: string;
  readonly student: StudentId;
  readonly school: SchoolId;
  readonly occurredOn: Day;
  readonly behavior: string;
  readonly action: string;
}

export const isEnrolledOn = (enrollment: Enrollment, on: Day): boolean =>
  enrollment.enteredOn <= on && (enrollment.withdrewOn === null || on < enrollment.withdrewOn);

/**
 * The one school that counts a student on a day, so that schools add up to the district: see
 * `enrollmentOn`. Null when no enrollment covers the day.
 */
export const schoolOn = (enrollments: readonly Enrollment[], on: Day): SchoolId | null =>
  enrollmentOn(enrollments, on)?.school ?? null;

/**
 * The one enrollment by which a student counts on a day: the one that covers the day. Where two
 * overlap, a primary one before others, then the later-begun, then the smaller school id. Null when
 * none covers it.
 */
export function enrollmentOn<E extends Enrollment>(enrollments: readonly E[], on: Day): E | null {
  let counted: E | null = null;
  for (const enrollment of enrollments) {
    if (!isEnrolledOn(enrollment, on)) continue;
    if (counted === null || comesBefore(enrollment, counted)) counted = enrollment;
  }
  return counted;
}

function comesBefore(enrollment: Enrollment, other: Enrollment): boolean {
  if (enrollment.isPrimary !== other.isPrimary) return enrollment.isPrimary;
  if (enrollment.enteredOn !== other.enteredOn) return enrollment.enteredOn > other.enteredOn;
  return enrollment.school < other.school;
}

/** A time between two enrollments in which no school of the district had the student. */
export interface TimeAway {
  /** The first day away. */
  readonly from: Day;
  /** The day of return. */
  readonly until: Day;
}

/** The times away between `since` and a day on which the student is back, in order. */
export function timesAway(
  enrollments: readonly Enrollment[],
  since: Day,
  asOf: Day,
): readonly TimeAway[] {
  const inOrder = enrollments
    .filter(({ enteredOn, withdrewOn }) => enteredOn <= asOf && (withdrewOn ?? asOf) > since)
    .sort(byText(({ enteredOn }) => enteredOn));
  const away: TimeAway[] = [];
  let hereUntil: Day | null = inOrder[0]?.withdrewOn ?? null;
  for (const { enteredOn, withdrewOn } of inOrder.slice(1)) {
    if (hereUntil === null) return away;
    if (enteredOn > hereUntil) away.push({ from: hereUntil, until: enteredOn });
    if (withdrewOn === null || withdrewOn > hereUntil) hereUntil = withdrewOn;
  }
  return away;
}

/** The day the student entered the district: the earliest entry on or after `since`. */
export function enteredDistrictOn(enrollments: readonly Enrollment[], since: Day): Day | null {
  let earliest: Day | null = null;
  for (const enrollment of enrollments) {
    const from = enrollment.enteredOn < since ? since : enrollment.enteredOn;
    if (enrollment.withdrewOn !== null && enrollment.withdrewOn <= since) continue;
    if (earliest === null || from < earliest) earliest = from;
  }
  return earliest;
}
