import { pickedRows, stacked, type Columns } from "../../domain/records/columns.ts";
import { recordTypeOf } from "../../domain/record-types/record-types.ts";
import { isRemovedAt, type HeldTable } from "./held-rows.ts";
import { keyNumbers } from "./key-numbers.ts";
import { filedRow, type FiledRow, type SentRows } from "./rows-by-key.ts";
import { rowsInForce, type DuplicateRow } from "./rows-in-force.ts";

/** The rows of one table in one file that are joined. */
export interface JoinedPart extends SentRows {
  /** Whether a row is one of them; null where each is. */
  readonly isJoined: ((row: number) => boolean) | null;
}

export interface StandingRows<T extends HeldTable> {
  readonly parts: readonly JoinedPart[];
  /** The numbers that the rows have where the parts stand one after the other. */
  readonly rows: readonly number[];
  readonly duplicates: readonly DuplicateRow<T>[];
}

/**
 * Of the rows about one thing those that count, in the order in which the things first come: see
 * `rowsInForce`. Nearly every key names one row, and only those that name several are looked at.
 */
export function standingRows<T extends HeldTable>(
  table: T,
  parts: readonly JoinedPart[],
): StandingRows<T> {
  const { ofRows, end } = keyNumbers(
    recordTypeOf(table),
    parts.map(({ columns }) => columns),
  );
  const keys = oneAfterTheOther(ofRows);
  const all = joinedRowsOf(parts);
  const rowsOfKey = new Int32Array(end);
  for (const row of all) count(rowsOfKey, keys[row] ?? 0);
  const repeated = new Map<number, number[]>();
  for (const row of all) {
    const key = keys[row] ?? 0;
    if ((rowsOfKey[key] ?? 0) < 2) continue;
    const rows = repeated.get(key);
    if (rows === undefined) repeated.set(key, [row]);
    else rows.push(row);
  }
  if (repeated.size === 0) return { parts, rows: all, duplicates: [] };
  return withoutRepeats(table, parts, all, keys, repeated);
}

/** The rows without those that others of their key supersede. */
function withoutRepeats<T extends HeldTable>(
  table: T,
  parts: readonly JoinedPart[],
  all: readonly number[],
  keys: Int32Array,
  repeated: ReadonlyMap<number, readonly number[]>,
): StandingRows<T> {
  const rows: number[] = [];
  const duplicates: DuplicateRow<T>[] = [];
  const filed = filedRows<T>(parts);
  for (const row of all) {
    const ofKey = repeated.get(keys[row] ?? 0);
    if (ofKey === undefined) rows.push(row);
    if (ofKey === undefined || ofKey[0] !== row) continue;
    const rowOf = new Map(ofKey.map((number) => [filed(number), number]));
    const standing = rowsInForce(table, [...rowOf.keys()]);
    duplicates.push(...standing.duplicates);
    for (const held of standing.rows) {
      const number = rowOf.get(held);
      if (number !== undefined) rows.push(number);
    }
  }
  return { parts, rows, duplicates };
}

/** All rows of parts, in their order: of types of which each record counts. */
export const eachRow = <T extends HeldTable>(parts: readonly JoinedPart[]): StandingRows<T> => ({
  parts,
  rows: joinedRowsOf(parts),
  duplicates: [],
});

/** Makes the row of a number where parts stand one after the other. */
export function filedRows<T extends HeldTable>(
  parts: readonly SentRows[],
): (row: number) => FiledRow<T> {
  return (row) => {
    let before = 0;
    for (const part of parts) {
      if (row < before + part.columns.length) return filedRow(part, row - before);
      before += part.columns.length;
    }
    throw new Error(`no part has row ${row}`);
  };
}

/** The rows that stand, as columns, without those that say that they are no longer so. */
export function columnsInForce<T extends HeldTable>({ parts, rows }: StandingRows<T>): Columns {
  const isRemoved = removedRows(parts);
  const kept = isRemoved === null ? rows : rows.filter((row) => isRemoved[row] === 0);
  return pickedRows(stacked(parts.map(({ columns }) => columns)), Int32Array.from(kept));
}

/** By row 1 where it says that it is no longer so; null where none does. */
function removedRows(parts: readonly JoinedPart[]): Uint8Array | null {
  if (!parts.some(({ columns }) => columns.states.isRemoved.values.includes(true))) return null;
  const removed = new Uint8Array(parts.reduce((sum, { columns }) => sum + columns.length, 0));
  let before = 0;
  for (const { columns } of parts) {
    for (let row = 0; row < columns.length; row++) {
      if (isRemovedAt(columns.states.isRemoved, row)) removed[before + row] = 1;
    }
    before += columns.length;
  }
  return removed;
}

function joinedRowsOf(parts: readonly JoinedPart[]): readonly number[] {
  const rows: number[] = [];
  let before = 0;
  for (const { columns, isJoined } of parts) {
    for (let row = 0; row < columns.length; row++) {
      if (isJoined === null || isJoined(row)) rows.push(before + row);
    }
    before += columns.length;
  }
  return rows;
}

/** The numbers of all parts, one after the other. */
function oneAfterTheOther(lists: readonly Int32Array[]): Int32Array {
  const [only] = lists;
  if (lists.length === 1 && only !== undefined) return only;
  const all = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let before = 0;
  for (const list of lists) {
    all.set(list, before);
    before += list.length;
  }
  return all;
}

function count(counts: Int32Array, place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}
