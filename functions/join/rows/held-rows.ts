import type { AttendanceBook } from "../../sources/attendance/attendance-book.ts";
import type { FileReading } from "../../sources/read/file-reading.ts";
import type { CanonicalRows } from "../../sources/read/canonical-rows.ts";
import type { BareRecord, RecordState } from "../../sources/read/record-state.ts";
import { CANONICAL_TABLES, type CanonicalTable } from "../../sources/profiles/profile.ts";
import type { FileRejects } from "./file-rejects.ts";

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
