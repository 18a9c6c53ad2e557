import { addDays, type Day } from "../../domain/calendar/day.ts";
import { fieldOf, rowAt, type Columns } from "../../domain/records/columns.ts";
import { columnsOf } from "../../domain/records/columns-builder.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { SchoolId } from "../../domain/ids.ts";
import type { Enrollment } from "../../domain/people/student.ts";
import type { Session } from "../../sources/roster/calendar-rows.ts";
import { BEFORE_ALL_RECORDS, type ClassEnrollment } from "../../sources/roster/roster-rows.ts";

/**
 * Enrollments without a start date in any file, with the dates of the student's classes at the
 * school (OneRoster 1.1 has no other days). A class that begins or ends with a session says nothing
 * of the enrollment, nor does one that begins with the school's first classes. But whose first class
 * begins within a session came that day, and whose last class ended within one left that day.
 */
export function datedEnrollments(
  enrollments: Columns,
  classes: Columns,
  sessions: Columns,
): Columns {
  // Without terms nobody could tell a student who came from a class that began.
  if (sessions.length === 0) return enrollments;
  if (!fieldOf(enrollments, "enteredOn").values.includes(BEFORE_ALL_RECORDS)) return enrollments;
  const dated = datedRows(
    rowsOf<Enrollment>(enrollments),
    rowsOf<ClassEnrollment>(classes),
    rowsOf<Session>(sessions),
  );
  return columnsOf(dated);
}

/** The table decides the type of its rows. */
const rowsOf = <T>(columns: Columns): readonly T[] =>
  Array.from({ length: columns.length }, (_, row) => rowAt(columns, row) as unknown as T);

function datedRows(
  enrollments: readonly Enrollment[],
  classes: readonly ClassEnrollment[],
  sessions: readonly Session[],
): readonly Enrollment[] {
  const bySchool = grouped(classes, ({ school }) => school);
  const firsts = new Map(
    [...bySchool].map(([school, of]) => {
      const begins = of.map(beginOf).filter((on) => on !== null);
      return [school, earliest(begins)] as const;
    }),
  );
  const byStudent = grouped(classes, ({ student, school }) => keyOf(student, school));
  const begins = new Set(sessions.map(({ beginsOn }) => beginsOn));
  // Sources differ in whether the last day still counts.
  const ends = new Set(
    sessions.flatMap(({ endsOn }) => [-1, 0, 1].map((by) => addDays(endsOn, by))),
  );
  return enrollments.map((enrollment) => {
    if (enrollment.enteredOn !== BEFORE_ALL_RECORDS) return enrollment;
    const own = byStudent.get(keyOf(enrollment.student, enrollment.school)) ?? [];
    const began = earliest(own.map(beginOf));
    const ended = latest(own.map(({ endsOn }) => endsOn));
    const isEntry =
      began !== null && !begins.has(began) && began > firstOf(firsts, enrollment.school);
    const isExit = ended !== null && !ends.has(ended) && enrollment.withdrewOn === null;
    return {
      ...enrollment,
      enteredOn: isEntry ? began : enrollment.enteredOn,
      withdrewOn: isExit ? ended : enrollment.withdrewOn,
    };
  });
}

/**
 * How many enrollments have no start date: their students count as enrolled for the whole period
 * asked for.
 */
export const undatedEnrollments = (enrollments: Iterable<readonly Enrollment[]>): number =>
  [...enrollments].flat().filter(({ enteredOn }) => enteredOn === BEFORE_ALL_RECORDS).length;

const keyOf = (student: string, school: string): string => `${student}\u0000${school}`;

const beginOf = ({ beginsOn }: ClassEnrollment): Day | null => beginsOn;

const firstOf = (firsts: ReadonlyMap<SchoolId, Day | null>, school: SchoolId): Day =>
  firsts.get(school) ?? BEFORE_ALL_RECORDS;

/** Null where there is none, or one of them is not stated. */
const earliest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce(
    (first, on) => (first === null || on === null ? null : on < first ? on : first),
    days[0] ?? null,
  );

const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce(
    (last, on) => (last === null || on === null ? null : on > last ? on : last),
    days[0] ?? null,
  );
