import type { DayRange, RejectReason } from "../../domain/records/reject.ts";
import type { CanonicalField } from "../profiles/canonical-fields.ts";
import type { BoundColumn } from "./bound-column.ts";
import type { BeginsNothing } from "./plain-text.ts";
import type { FieldFault } from "./fields.ts";

/** The columns of one file as a profile binds them. */
export interface FileColumns {
  /** By the field that is read from each. */
  readonly byField: ReadonlyMap<string, BoundColumn>;
  /** How many cells a record may fill. */
  readonly width: number;
  /** In lower case. */
  readonly nullTokens: ReadonlySet<string>;
  /** How these and other words for nothing begin. */
  readonly begins: BeginsNothing;
  /** The fields that a row can do without. */
  readonly optional: ReadonlySet<string>;
  /** What the fields of the table hold; nothing where the table is not known. */
  readonly sorts: { readonly [field: string]: CanonicalField };
}

/** The record that is being read: its cells, and what has been found wrong with them so far. */
export interface CurrentRecord {
  readonly columns: FileColumns;
  cells: readonly string[];
  fault: FieldFault | null;
  setAside: readonly FieldFault[];
}

const NOTHING_SET_ASIDE: readonly FieldFault[] = [];

export const currentRecord = (columns: FileColumns): CurrentRecord => ({
  columns,
  cells: [],
  fault: null,
  setAside: NOTHING_SET_ASIDE,
});

/** Goes on to the next record, which is at fault where it fills more cells than the header names. */
export function beginRecord(record: CurrentRecord, cells: readonly string[]): void {
  const { width } = record.columns;
  const isTooLong = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== "");
  record.cells = cells;
  record.fault = isTooLong ? { column: "", reason: "too-many-cells" } : null;
  record.setAside = NOTHING_SET_ASIDE;
}

/** Notes that a field cannot be read: its value is set aside where the row can do without it. */
export function failField(
  record: CurrentRecord,
  field: string,
  reason: RejectReason,
  range?: DayRange,
): void {
  const { byField, optional } = record.columns;
  const fault = { column: byField.get(field)?.name ?? "", reason, ...(range && { range }) };
  if (optional.has(field)) setAsideValue(record, fault);
  else failRecord(record, fault);
}

/** Notes a value without which the record is used. */
export function setAsideValue(record: CurrentRecord, fault: FieldFault): void {
  record.setAside = [...record.setAside, fault];
}

/** Notes why the record cannot be used: the first reason stays. */
export function failRecord(record: CurrentRecord, fault: FieldFault): void {
  record.fault ??= fault;
}
