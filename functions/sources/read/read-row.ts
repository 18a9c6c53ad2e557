import type { CanonicalRows } from "./canonical-rows.ts";
import type { FieldFault } from "../values/fields.ts";
import type { CanonicalTable } from "../profiles/profile.ts";
import type { BareRecord, RecordState } from "./record-state.ts";

/** A row of a canonical table with the number of the record it came from. */
export type ReadRow =
  | {
      readonly [T in CanonicalTable]: RecordState & {
        readonly table: T;
        readonly record: number;
        readonly row: CanonicalRows[T];
      };
    }[CanonicalTable]
  | BareRecord;

/** Rows of one record, or why it cannot be used: then none of its rows is. */
export type RecordRows = readonly ReadRow[] | FieldFault;

export const isFault = (rows: RecordRows): rows is FieldFault => "reason" in rows;

/** The rows of all parts, or the fault of the first that has one. */
export function together<T>(parts: readonly T[], rowsOf: (part: T) => RecordRows): RecordRows {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return rowsOf(only);
  const all: ReadRow[] = [];
  for (const part of parts) {
    const rows = rowsOf(part);
    if (isFault(rows)) return rows;
    all.push(...rows);
  }
  return all;
}
