import { rowAt, type Columns } from "../domain/records/columns.ts";
import type { CanonicalRows } from "../sources/read/canonical-rows.ts";
import type { HeldTable } from "./rows/held-rows.ts";

/** The records of one type that hold. */
export interface JoinedRows<T extends HeldTable> {
  readonly columns: Columns;
  /** Made when it is asked for, and not kept. */
  readonly all: readonly CanonicalRows[T][];
}

/** The records of a district by type. */
export type JoinedRecords = { readonly [T in HeldTable]: JoinedRows<T> };

export const joinedRows = <T extends HeldTable>(columns: Columns): JoinedRows<T> => ({
  columns,
  get all() {
    return Array.from({ length: columns.length }, (_, row) => joinedRow<T>(columns, row));
  },
});

// The table decides the type of its rows.
const joinedRow = <T extends HeldTable>(columns: Columns, row: number): CanonicalRows[T] =>
  rowAt(columns, row) as unknown as CanonicalRows[T];
