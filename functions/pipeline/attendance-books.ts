import type { StudentId } from "../domain/ids.ts";
import type { AttendanceBook } from "../sources/attendance-book.ts";
import type { Crosswalk } from "./identity.ts";
import { studentIdType } from "./read-columns.ts";
import type { ReadFile } from "./read-file.ts";

/**
 * The attendance books of the files, by the roster's own identifiers: what a file says under another
 * one of a student's is entered under it too.
 */
export function attendanceBooks(
  files: readonly ReadFile[],
  crosswalk: Crosswalk,
): readonly AttendanceBook[] {
  return files.flatMap((file) => {
    const book = file.attendance;
    if (book === null) return [];
    const idType = studentIdType(file, "attendance");
    for (const sent of [...book.students()]) {
      const found = crosswalk.resolve(sent, idType);
      if (found.state === "known" && found.student !== sent) copyDays(book, sent, found.student);
    }
    return [book];
  });
}

function copyDays(book: AttendanceBook, from: StudentId, to: StudentId): void {
  for (const [on, { absentMilli, excusal }] of [...book.daysOf(from)]) {
    book.add(to, on, absentMilli, excusal);
  }
}
