import {
  pickedCells,
  pickedRows,
  rowAt,
  type Column,
  type Columns,
} from "../../domain/records/columns.ts";
import { columnBuilder, columnsBuilder } from "../../domain/records/columns-builder.ts";
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

/** The rows of one table that one file gives, with the record that each is of and what it says of itself. */
export interface HeldColumns extends Columns {
  readonly records: Int32Array;
  readonly states: { readonly [S in keyof RecordState]: Column };
}
export type HeldRows = { readonly [T in HeldTable]: HeldColumns };

/** Takes the rows of one table as they are read. */
export interface HeldBuilder {
  add(row: object, record: number, state: RecordState): void;
  end(): HeldColumns;
}

export function heldBuilder(): HeldBuilder {
  const rows = columnsBuilder();
  const source = columnBuilder();
  const modifiedAt = columnBuilder();
  const isRemoved = columnBuilder();
  let records = new Int32Array(64);
  let length = 0;
  return {
    add(row, record, state) {
      if (length === records.length) {
        const more = new Int32Array(2 * length);
        more.set(records);
        records = more;
      }
      records[length] = record;
      source.set(length, state.source);
      modifiedAt.set(length, state.modifiedAt);
      isRemoved.set(length, state.isRemoved);
      rows.add(row);
      length++;
    },
    end: () => ({
      ...rows.end(),
      records: records.slice(0, length),
      states: {
        source: source.end(length),
        modifiedAt: modifiedAt.end(length),
        isRemoved: isRemoved.end(length),
      },
    }),
  };
}

/** Rows that are held anyway, as columns. */
export function heldColumns<T extends HeldTable>(rows: Iterable<HeldRow<T>>): HeldColumns {
  const builder = heldBuilder();
  for (const held of rows) builder.add(held.row, held.record, held);
  return builder.end();
}

/** One row with its record. */
export const heldRow = <T extends HeldTable>(columns: HeldColumns, row: number): HeldRow<T> => ({
  record: columns.records[row] ?? 0,
  ...stateAt(columns, row),
  // The table decides the type of its rows.
  row: rowAt(columns, row) as unknown as CanonicalRows[T],
});

export const stateAt = ({ states }: HeldColumns, row: number): RecordState => ({
  source: String(cellOf(states.source, row)),
  modifiedAt: String(cellOf(states.modifiedAt, row)),
  isRemoved: isRemovedAt(states.isRemoved, row),
});

const cellOf = ({ codes, values }: Column, row: number) => values[codes[row] ?? 0];

/** Whether a row says that it is no longer so. */
export const isRemovedAt = (isRemoved: Column, row: number): boolean =>
  cellOf(isRemoved, row) === true;

/** The rows of a file that something holds of. */
export const keptRows = (
  rows: HeldRows,
  isKept: (rows: HeldColumns, row: number) => boolean,
): HeldRows =>
  Object.fromEntries(
    Object.entries(rows).map(([table, columns]) => [table, keptColumns(columns, isKept)]),
    // Of each table.
  ) as HeldRows;

function keptColumns(
  columns: HeldColumns,
  isKept: (rows: HeldColumns, row: number) => boolean,
): HeldColumns {
  const kept = columns.records.map((_record, row) => row).filter((row) => isKept(columns, row));
  if (kept.length === columns.length) return columns;
  const { source, modifiedAt, isRemoved } = columns.states;
  return {
    ...pickedRows(columns, kept),
    records: kept.map((row) => columns.records[row] ?? 0),
    states: {
      source: pickedCells(source, kept),
      modifiedAt: pickedCells(modifiedAt, kept),
      isRemoved: pickedCells(isRemoved, kept),
    },
  };
}

/** A list for the rows of each table. */
export const noRows = (): HeldRows => {
  const none = heldColumns([]);
  return Object.fromEntries(HELD_TABLES.map((table) => [table, none])) as HeldRows;
};

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
