import type { AnyRow } from "../../domain/record-types/field.ts";
import { rowAt, type Columns } from "../../domain/records/columns.ts";
import { keyOf } from "../../domain/record-types/record-type.ts";
import { recordTypeOf } from "../../domain/record-types/record-types.ts";
import type { CanonicalRows } from "../../sources/read/canonical-rows.ts";
import { filedRow, type FiledRow, type SentRows } from "./rows-by-key.ts";
import {
  heldColumns,
  isRemovedAt,
  type HeldColumns,
  type HeldRow,
  type HeldTable,
} from "./held-rows.ts";
import type { Fault } from "./row-faults.ts";
import { columnsInForce, eachRow, standingRows } from "./standing-rows.ts";
import type { JoinLog } from "./join-log.ts";

/** Left out without a reject: the roster itself has taken out what the row refers to, or the row says nothing. */
export const LEFT_OUT = "left-out";

/** What the rows of one file refer to. */
export interface Referred {
  /** The rows as they refer to what is there. */
  readonly columns: HeldColumns;
  /** By row what comes of it: `REFERS`, `IS_LEFT_OUT`, or `FIRST_FAULT` and the place of its fault. */
  readonly states: Int32Array;
  readonly faults: readonly Fault[];
}
export const REFERS = 0;
export const IS_LEFT_OUT = 1;
export const FIRST_FAULT = 2;

/** Makes the rows of one file refer to what is there. */
export type Refer = (sent: SentRows) => Referred;

export const isFault = (result: unknown): result is Fault => Array.isArray(result);

/** Makes rows refer one by one, each as it refers to what is there, why it does not, or that it is left out: of types of few rows. */
export const rowByRow =
  <T extends HeldTable>(
    refer: (sent: FiledRow<T>) => CanonicalRows[T] | Fault | typeof LEFT_OUT,
  ): Refer =>
  (sent) => {
    const states = new Int32Array(sent.columns.length);
    const faults: Fault[] = [];
    const rows: HeldRow<T>[] = [];
    for (let row = 0; row < states.length; row++) {
      const filed = filedRow<T>(sent, row);
      const referred = refer(filed);
      rows.push(referred === LEFT_OUT || isFault(referred) ? filed : { ...filed, row: referred });
      if (referred === LEFT_OUT) states[row] = IS_LEFT_OUT;
      else if (isFault(referred)) states[row] = FIRST_FAULT + faults.push(referred) - 1;
    }
    return { columns: heldColumns(rows), states, faults };
  };

/**
 * The records of a type that hold: each refers to what is there, and of several about the same
 * `rowsInForce` says which one holds.
 */
export function keptRecords(
  table: HeldTable,
  sent: readonly SentRows[],
  refer: Refer,
  log: JoinLog,
): Columns {
  const referred = sent.map((part) => ({ sent: part, ...refer(part) }));
  const { isEachKept } = recordTypeOf(table);
  tell(table, referred, isEachKept === true ? new Set() : removedKeys(table, referred), log);
  const parts = referred.map(({ sent: { file }, columns, states }) => ({
    file,
    columns,
    isJoined: (row: number) => states[row] === REFERS,
  }));
  if (isEachKept === true) return columnsInForce(eachRow(parts));
  const standing = standingRows(table, parts);
  log.duplicates.add(table, standing.duplicates);
  return columnsInForce(standing);
}

interface ReferredPart extends Referred {
  readonly sent: SentRows;
}

const removedKeys = (table: HeldTable, parts: readonly ReferredPart[]): ReadonlySet<string> =>
  new Set(
    parts.flatMap(({ sent, states }) => {
      const { isRemoved } = sent.columns.states;
      if (!isRemoved.values.includes(true)) return [];
      return faultyRows(states)
        .filter((row) => isRemovedAt(isRemoved, row))
        .map((row) => rowKey(table, sent, row));
    }),
  );

const faultyRows = (states: Int32Array): readonly number[] => {
  const rows: number[] = [];
  for (let row = 0; row < states.length; row++) {
    if ((states[row] ?? 0) >= FIRST_FAULT) rows.push(row);
  }
  return rows;
};

/** The key of a row as it was sent: the table decides the type of the row, and its descriptor the fields of the key. */
const rowKey = (table: HeldTable, { columns }: SentRows, row: number): string =>
  keyOf(recordTypeOf(table), rowAt(columns, row) as AnyRow);

/** What was removed together with its student refers to nothing, and that is right so. */
function tell(
  table: HeldTable,
  parts: readonly ReferredPart[],
  removed: ReadonlySet<string>,
  log: JoinLog,
): void {
  for (const { sent, states, faults } of parts) {
    const { file, columns } = sent;
    for (const row of faultyRows(states)) {
      if (isRemovedAt(columns.states.isRemoved, row)) continue;
      if (removed.size > 0 && removed.has(rowKey(table, sent, row))) continue;
      const fault = faults[(states[row] ?? 0) - FIRST_FAULT];
      if (fault !== undefined) log.faults.add(file, table, columns.records[row] ?? 0, fault);
    }
  }
}
