import type { Day } from "../domain/calendar/day.ts";
import { grouped } from "../domain/text/grouped.ts";
import type { StudentId } from "../domain/ids.ts";
import type { AttendanceBook } from "../sources/attendance/attendance-book.ts";
import type { ArrivedFile } from "./rows/rows-by-key.ts";
import type { Crosswalk } from "./roster/identity.ts";
import { studentIdType } from "./rows/read-columns.ts";

/**
 * The attendance books of the files, those that came together in one list and later ones last, by the
 * roster's own identifiers: what a file says under another
 * one of a student's is entered under it too. Where one file speaks of a day under both, what it says
 * under the roster's own stands, in whatever order the two come.
 */
export function attendanceBooks(
  files: readonly ArrivedFile[],
  crosswalk: Crosswalk,
): readonly (readonly AttendanceBook[])[] {
  const generations = grouped(files, ({ arrival }) => arrival);
  return [...generations]
    .sort(([a], [b]) => a - b)
    .map(([, together]) => together.flatMap((file) => bookOf(file, crosswalk)));
}

function bookOf(file: ArrivedFile, crosswalk: Crosswalk): readonly AttendanceBook[] {
  const book = file.attendance;
  if (book === null) return [];
  const idType = studentIdType(file, "attendance");
  const own = new Map<StudentId, ReadonlySet<Day>>();
  for (const sent of [...book.students()]) {
    const resolved = crosswalk.resolve(sent, idType);
    if (resolved.state !== "known" || resolved.student === sent) continue;
    const { student } = resolved;
    const said = own.get(student) ?? new Set([...book.daysOf(student)].map(([on]) => on));
    own.set(student, said);
    copyDays(book, sent, student, said);
  }
  return [book];
}

function copyDays(
  book: AttendanceBook,
  from: StudentId,
  to: StudentId,
  said: ReadonlySet<Day>,
): void {
  for (const [on, { absentMilli, excusal }] of [...book.daysOf(from)]) {
    if (!said.has(on)) book.add(to, on, absentMilli, excusal);
  }
}
