import { dayFromNumber } from "../domain/calendar/day.ts";
import { grouped } from "../domain/text/grouped.ts";
import { attendanceBook, type AttendanceBook } from "../sources/attendance/attendance-book.ts";
import { daysInTwoBooks } from "./days-in-two-books.ts";
import { byteOf } from "../sources/attendance/day-columns.ts";
import type { ArrivedFile } from "./rows/rows-by-key.ts";
import type { Crosswalk } from "./roster/identity.ts";
import { studentIdType } from "./rows/read-columns.ts";

/**
 * The attendance books of the files, those that came together in one list and later ones last, by the
 * roster's own identifiers and by no others: the number that one student goes by in a file may be
 * another student's identifier in the roster. Where one file speaks of a day of a student under
 * several identifiers, what it says under the roster's own stands, in whatever order they come.
 */
export function attendanceBooks(
  files: readonly ArrivedFile[],
  crosswalk: Crosswalk,
): readonly (readonly AttendanceBook[])[] {
  return generationsOf(files).map((together) =>
    together.flatMap((file) => bookOf(file, crosswalk)),
  );
}

const generationsOf = (files: readonly ArrivedFile[]): readonly (readonly ArrivedFile[])[] =>
  [...grouped(files, ({ arrival }) => arrival)]
    .sort(([a], [b]) => a - b)
    .map(([, together]) => together);

/** Days of students of which two or more attendance files say something, and what the files are called. */
export interface SharedAttendance {
  readonly files: readonly string[];
  readonly days: number;
  /** Of these, the days of which the files do not say the same. */
  readonly different: number;
}

/** @param books those that `attendanceBooks` makes of the files; nothing where no day is in two of them */
export function sharedAttendance(
  files: readonly ArrivedFile[],
  books: readonly (readonly AttendanceBook[])[],
): { readonly sharedAttendance?: SharedAttendance } {
  const names = generationsOf(files).flatMap((together) =>
    together.flatMap(({ attendance, name }) => (attendance === null ? [] : [name])),
  );
  const { books: places, days, different } = daysInTwoBooks(books.flat());
  if (days === 0) return {};
  const shared = places.flatMap((place) => names[place] ?? []);
  return { sharedAttendance: { files: shared, days, different } };
}

/** The numbers of a student in the book of a file, and in the one by the roster's own identifiers. */
interface SentNumber {
  readonly sent: number;
  readonly own: number;
}

function bookOf(file: ArrivedFile, crosswalk: Crosswalk): readonly AttendanceBook[] {
  const book = file.attendance;
  if (book === null) return [];
  const idType = studentIdType(file, "attendance");
  const meant = [...book.students()].map((sent) => {
    const resolved = crosswalk.resolve(sent, idType);
    return { sent, student: resolved.state === "known" ? resolved.student : null };
  });
  return meant.every(({ sent, student }) => sent === student) ? [book] : [byOwnIds(book, meant)];
}

/** A book of the same days by the students who are meant; records of nobody in the roster are in none. */
function byOwnIds(
  book: AttendanceBook,
  meant: readonly { readonly sent: string; readonly student: string | null }[],
): AttendanceBook {
  const renamed = attendanceBook(book.states);
  // The same years in the same order, so that each day has the same index.
  for (const first of book.columns.years) renamed.dayIndexOf(dayFromNumber(first));
  const asOwn: SentNumber[] = [];
  const asOther: SentNumber[] = [];
  for (const [number, { sent, student }] of meant.entries()) {
    if (student === null) continue;
    const list = sent === student ? asOwn : asOther;
    list.push({ sent: number, own: renamed.studentNumber(student) });
  }
  for (const [day, segments] of book.columns.segments.entries()) {
    if (segments.length === 0) continue;
    copyDay(book, renamed, day, asOwn);
    const unsaid = asOther.filter(({ own }) => byteOf(renamed.columns, own, day) === 0);
    copyDay(book, renamed, day, unsaid);
  }
  return renamed;
}

function copyDay(
  from: AttendanceBook,
  to: AttendanceBook,
  day: number,
  students: readonly SentNumber[],
): void {
  for (const { sent, own } of students) {
    const code = byteOf(from.columns, sent, day);
    if (code !== 0) to.mark(own, day, code);
  }
}
