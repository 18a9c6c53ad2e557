import type { AnyRow } from "../../domain/record-types/field.ts";
import { keyOf } from "../../domain/record-types/record-type.ts";
import { recordTypeOf } from "../../domain/record-types/record-types.ts";
import type { CanonicalRows } from "../../sources/read/canonical-rows.ts";
import type { FiledRow } from "./rows-by-key.ts";
import type { HeldTable } from "./held-rows.ts";
import type { Fault } from "./row-faults.ts";
import { byKey, rowsInForce } from "./rows-in-force.ts";
import type { JoinLog } from "./join-log.ts";

/** Left out without a reject: the roster itself has taken out what the row refers to, or the row says nothing. */
export const LEFT_OUT = "left-out";

/** A row as it refers to what is there, why it does not, or that it is left out. */
export type Refer<T extends HeldTable> = (
  sent: FiledRow<T>,
) => CanonicalRows[T] | Fault | typeof LEFT_OUT;

export const isFault = (result: unknown): result is Fault => Array.isArray(result);

interface FaultyRow<T extends HeldTable> {
  readonly sent: FiledRow<T>;
  readonly fault: Fault;
}

/**
 * The records of a type that hold: each refers to what is there, and of several about the same
 * `rowsInForce` says which one holds.
 */
export function keptRecords<T extends HeldTable>(
  table: T,
  rows: Iterable<FiledRow<T>>,
  refer: Refer<T>,
  log: JoinLog,
): readonly CanonicalRows[T][] {
  const { referring, faulty } = divided(rows, refer);
  if (recordTypeOf(table).isEachKept === true) {
    tell(table, faulty, new Set(), log);
    return inForce(referring);
  }
  tell(table, faulty, removedKeys(table, faulty), log);
  return [...byKey(table, referring).values()].flatMap((ofKey) => {
    const standing = rowsInForce(table, ofKey);
    log.duplicates.add(table, standing.duplicates);
    return inForce(standing.rows);
  });
}

function divided<T extends HeldTable>(rows: Iterable<FiledRow<T>>, refer: Refer<T>) {
  const referring: FiledRow<T>[] = [];
  const faulty: FaultyRow<T>[] = [];
  for (const sent of rows) {
    const row = refer(sent);
    if (row === LEFT_OUT) continue;
    if (isFault(row)) faulty.push({ sent, fault: row });
    else referring.push({ ...sent, row });
  }
  return { referring, faulty };
}

const removedKeys = <T extends HeldTable>(
  table: T,
  faulty: readonly FaultyRow<T>[],
): ReadonlySet<string> =>
  new Set(faulty.filter(({ sent }) => sent.isRemoved).map(({ sent }) => rowKey(table, sent)));

const rowKey = <T extends HeldTable>(table: T, { row }: FiledRow<T>): string =>
  // The table decides the type of the row, and its descriptor the fields of the key.
  keyOf(recordTypeOf(table), row as unknown as AnyRow);

/** What was removed together with its student refers to nothing, and that is right so. */
function tell<T extends HeldTable>(
  table: T,
  faulty: readonly FaultyRow<T>[],
  removed: ReadonlySet<string>,
  { faults }: JoinLog,
): void {
  for (const { sent, fault } of faulty) {
    if (sent.isRemoved || removed.has(rowKey(table, sent))) continue;
    faults.add(sent.file, table, sent.record, fault);
  }
}

const inForce = <T extends HeldTable>(rows: readonly FiledRow<T>[]): readonly CanonicalRows[T][] =>
  rows.filter(({ isRemoved }) => !isRemoved).map(({ row }) => row);
