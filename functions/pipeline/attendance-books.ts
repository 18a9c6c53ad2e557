import type { Day } from "../domain/day.ts";
import type { StudentId } from "../domain/ids.ts";
import type { AttendanceBook } from "../sources/attendance-book.ts";
import type { Crosswalk } from "./identity.ts";
import { studentIdType } from "./read-columns.ts";
import type { ReadFile } from "./read-file.ts";

/**
 * The attendance books of the files, by the roster's own identifiers: what a file says under another
 * one of a student's is entered under it too. Where one file speaks of a day under both, what it says
 * under the roster's own stands, in whatever order the two come.
 */
export function attendanceBooks(
  files: readonly ReadFile[],
  crosswalk: Crosswalk,
): readonly AttendanceBook[] {
  return files.flatMap((file) => {
    const book = file.attendance;
    if (book === null) return [];
    const idType = studentIdType(file, "attendance");
    const own = new Map<StudentId, ReadonlySet<Day>>();
    for (const sent of [...book.students()]) {
      const found = crosswalk.resolve(sent, idType);
      if (found.state !== "known" || found.student === sent) continue;
      const { student } = found;
      const said = own.get(student) ?? new Set([...book.daysOf(student)].map(([on]) => on));
      own.set(student, said);
      copyDays(book, sent, student, said);
    }
    return [book];
  });
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
