import { attendanceBook, type AttendanceBook } from "../sources/attendance-book.ts";
import type { CanonicalRows } from "../sources/canonical-rows.ts";
import { fileReader } from "../sources/file-reader.ts";
import type { FileReading, FileToRead } from "../sources/file-reading.ts";
import { CANONICAL_TABLES, type CanonicalTable } from "../sources/profile.ts";
import type { BareRecord, RecordState } from "../sources/record-state.ts";
import { rejectLog, type FileRejects } from "./file-rejects.ts";

/** Rows of the tables that are held whole; attendance goes into a book instead. */
export type HeldTable = Exclude<CanonicalTable, "attendance">;
export const HELD_TABLES = CANONICAL_TABLES.filter(
  (table): table is HeldTable => table !== "attendance",
);
export interface HeldRow<T extends HeldTable> extends RecordState {
  readonly record: number;
  readonly row: CanonicalRows[T];
}
export type HeldRows = { readonly [T in HeldTable]: HeldRow<T>[] };

/** A list for the rows of each table. */
export const noRows = (): HeldRows =>
  // Each list is empty, so that it may hold rows of any type.
  Object.fromEntries(HELD_TABLES.map((table) => [table, []])) as unknown as HeldRows;

/** One file as read: its rows, what it rejected, and how it went. */
export interface ReadFile {
  readonly name: string;
  readonly sha256: string;
  readonly reading: FileReading;
  readonly rows: HeldRows;
  /** Records that give no row, by identifier: what earlier ones of them gave is no longer so. */
  readonly bare: readonly BareRecord[];
  readonly attendance: AttendanceBook | null;
  readonly rejects: FileRejects;
}

/**
 * Reads one stored file into canonical rows. Memory grows with students, not with attendance
 * records or rejects. A file whose days could be read in two ways is read once more, by the order that its
 * other days prove.
 */
export async function readFile(
  file: FileToRead & { readonly sha256: string },
  open: () => AsyncIterable<Uint8Array>,
  /** Told of each attendance record, for a second look at a file. */
  onAttendance?: (student: string, record: number) => void,
  /** Of which students records of attendance that are passed over are counted; of all without it. */
  isCounted?: (student: string) => boolean,
): Promise<ReadFile> {
  const read = await readOnce(file, open(), onAttendance, isCounted);
  const { dayOrder } = read.reading;
  if (dayOrder === null || dayOrder === "open") return read;
  const asShown = { ...file, dayOrder: dayOrder.order };
  const again = await readOnce(asShown, open(), onAttendance, isCounted);
  // With the order given nothing is left to prove; whoever reads the file once more is to know it.
  return { ...again, reading: { ...again.reading, dayOrder } };
}

async function readOnce(
  file: FileToRead & { readonly sha256: string },
  chunks: AsyncIterable<Uint8Array>,
  onAttendance?: (student: string, record: number) => void,
  isCounted?: (student: string) => boolean,
): Promise<ReadFile> {
  const rows = noRows();
  const bare: BareRecord[] = [];
  const log = rejectLog();
  const book = attendanceBook();
  const reader = fileReader(
    file,
    (one) => {
      if (one.table === "none") {
        bare.push(one);
        return;
      }
      const { table, ...read } = one;
      if (table === "attendance") return;
      // The table decides the type of the row; the compiler does not follow one through the other.
      (rows[table] as unknown[]).push(read);
    },
    log.add,
    { book, onRecord: onAttendance ?? null, isCounted },
  );
  for await (const chunk of chunks) reader.push(chunk);
  const reading = reader.end();
  if (reading.fault !== null) log.add({ file: file.name, column: "", ...reading.fault });
  const attendance = book.years().length === 0 ? null : book;
  return {
    name: file.name,
    sha256: file.sha256,
    reading,
    rows,
    bare,
    attendance,
    rejects: log.rejects(),
  };
}
