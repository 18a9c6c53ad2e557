import { asProtected, type ProtectedTable } from "./protected-table.ts";

/** A number of records under its key columns, before protection. */
export interface RecordsCounted<Key> {
  readonly key: Key;
  readonly records: number;
}

/**
 * A number of records, only by order of magnitude: records belong to students, and a change of
 * their number from one release to the next would make a band narrower.
 */
export const recordsByOrder = <Key>(
  counted: readonly RecordsCounted<Key>[],
): ProtectedTable<Key & { readonly records: string }> =>
  asProtected(counted.map(({ key, records }) => ({ ...key, records: orderOf(records) })));

const ORDERS = [
  [1_000_000, "1,000,000 or more"],
  [100_000, "100,000 to 999,999"],
  [10_000, "10,000 to 99,999"],
  [1_000, "1,000 to 9,999"],
  [100, "100 to 999"],
] as const;

/** "100 to 999": a number of records as the public edition gives it, zero included in "under 100". */
export const orderOf = (records: number): string =>
  ORDERS.find(([from]) => records >= from)?.[1] ?? "under 100";
