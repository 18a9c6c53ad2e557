import type { HeldRow, HeldTable, ReadFile } from "./held-rows.ts";

/** A file with its place among the others. */
export interface ArrivedFile extends ReadFile {
  /**
   * Greater is later. Files that came together have one number, and so have all whole files: each is
   * in use as its system's own account, however long ago it was last changed.
   */
  readonly arrival: number;
}

/** A row with the file it came from. */
export interface FiledRow<T extends HeldTable> extends HeldRow<T> {
  readonly file: ArrivedFile;
}

/** The rows of a table in all files, earlier files first. */
export function* rowsIn<T extends HeldTable>(
  files: readonly ArrivedFile[],
  table: T,
): Generator<FiledRow<T>> {
  for (const file of files) {
    // The table decides the type of its rows.
    for (const row of file.rows[table] as unknown as HeldRow<T>[]) yield { ...row, file };
  }
}

/** Of two rows with one key the one changed later holds, and of two that do not say so the one that came later. */
export const isNewer = (
  row: { readonly modifiedAt: string },
  held: { readonly modifiedAt: string },
): boolean => row.modifiedAt === "" || held.modifiedAt === "" || row.modifiedAt >= held.modifiedAt;
