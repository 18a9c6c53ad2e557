import { grouped } from "../domain/text/grouped.ts";
import type { AttendanceBook } from "../sources/attendance/attendance-book.ts";
import { byteOf } from "../sources/attendance/day-columns.ts";
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

/** A student's number by the identifier that a file sent, and by the roster's own. */
interface SentNumber {
  readonly sent: number;
  readonly own: number;
}

function bookOf(file: ArrivedFile, crosswalk: Crosswalk): readonly AttendanceBook[] {
  const book = file.attendance;
  if (book === null) return [];
  const idType = studentIdType(file, "attendance");
  const renumbered: SentNumber[] = [];
  for (const [number, sent] of [...book.students()].entries()) {
    const resolved = crosswalk.resolve(sent, idType);
    if (resolved.state !== "known" || resolved.student === sent) continue;
    renumbered.push({ sent: number, own: book.studentNumber(resolved.student) });
  }
  if (renumbered.length > 0) {
    for (const [day, segments] of book.columns.segments.entries()) {
      if (segments.length > 0) copyDay(book, day, renumbered);
    }
  }
  return [book];
}

/** Enters a day under the roster's own identifiers of those of whom nothing is said of it so. */
function copyDay(book: AttendanceBook, day: number, renumbered: readonly SentNumber[]): void {
  const said = renumbered.map(({ own }) => byteOf(book.columns, own, day) !== 0);
  for (const [index, { sent, own }] of renumbered.entries()) {
    const code = byteOf(book.columns, sent, day);
    if (code !== 0 && said[index] === false) book.mark(own, day, code);
  }
}
