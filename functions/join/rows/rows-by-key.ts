import type { Day } from "../../domain/calendar/day.ts";
import {
  heldRow,
  type HeldColumns,
  type HeldRow,
  type HeldTable,
  type ReadFile,
} from "./held-rows.ts";

/** A file with its place among the others. */
export interface ArrivedFile extends ReadFile {
  /**
   * Greater is later. Files that came together have one number, and so have all whole files: each is
   * in use as its system's own account, however long ago it was last changed.
   */
  readonly arrival: number;
  /** The day that the file is of: see `FileVersion.on`. */
  readonly on: Day;
}

/** A row with the file it came from. */
export interface FiledRow<T extends HeldTable> extends HeldRow<T> {
  readonly file: ArrivedFile;
}

/** The rows of one table that one file has sent. */
export interface SentRows {
  readonly file: ArrivedFile;
  readonly columns: HeldColumns;
}

/** The rows of a table file by file, earlier files first, without files that have none. */
export const sentIn = (files: readonly ArrivedFile[], table: HeldTable): readonly SentRows[] =>
  files
    .map((file) => ({ file, columns: file.rows[table] }))
    .filter(({ columns }) => columns.length > 0);

/** One row with its file. */
export const filedRow = <T extends HeldTable>(
  { file, columns }: SentRows,
  row: number,
): FiledRow<T> => ({ ...heldRow<T>(columns, row), file });

/** Of two rows with one key the one changed later holds, and of two that do not say so the one that came later. */
export const isNewer = (
  row: { readonly modifiedAt: string },
  held: { readonly modifiedAt: string },
): boolean => row.modifiedAt === "" || held.modifiedAt === "" || row.modifiedAt >= held.modifiedAt;
