import type { Reject } from "../domain/reject.ts";
import { attendanceBook, type AttendanceBook } from "../sources/attendance-book.ts";
import type { CanonicalRows } from "../sources/canonical-rows.ts";
import type { Encoding } from "../sources/encoding.ts";
import { fileReader, type FileReading } from "../sources/file-reader.ts";
import type { CanonicalTable } from "../sources/profile.ts";

/** Rows of the tables that are held whole; attendance goes into a book instead. */
export type HeldTable = Exclude<CanonicalTable, "attendance" | "session">;
export type HeldRows = {
  readonly [T in HeldTable]: { readonly record: number; readonly row: CanonicalRows[T] }[];
};

/** One file as read: its rows, what it rejected, and how it went. */
export interface ReadFile {
  readonly name: string;
  readonly sha256: string;
  readonly reading: FileReading;
  readonly rows: HeldRows;
  readonly attendance: AttendanceBook | null;
  readonly rejects: readonly Reject[];
}

/** Reads one stored file into canonical rows. Memory grows with students, not with attendance records. */
export async function readFile(
  file: { readonly name: string; readonly sha256: string; readonly encoding: Encoding },
  chunks: AsyncIterable<Uint8Array>,
  /** Told of each attendance record, for a second look at a file. */
  onAttendance?: (student: string, record: number) => void,
): Promise<ReadFile> {
  const rows: HeldRows = {
    organization: [],
    calendarDay: [],
    person: [],
    enrollment: [],
    program: [],
    incident: [],
    plan: [],
    goal: [],
    actionStep: [],
    review: [],
  };
  const rejects: Reject[] = [];
  const book = attendanceBook();
  const reader = fileReader(
    file,
    (read) => {
      if (read.table === "session" || read.table === "attendance") return;
      // The table decides the type of the row; the compiler does not follow one through the other.
      (rows[read.table] as unknown[]).push({ record: read.record, row: read.row });
    },
    (reject) => rejects.push(reject),
    { book, onRecord: onAttendance ?? null },
  );
  for await (const chunk of chunks) reader.push(chunk);
  const reading = reader.end();
  if (reading.fault !== null) rejects.push({ file: file.name, column: "", ...reading.fault });
  const attendance = book.years().length === 0 ? null : book;
  return { name: file.name, sha256: file.sha256, reading, rows, attendance, rejects };
}
