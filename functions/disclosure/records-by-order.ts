import { asProtected, type ProtectedTable } from "./protected-table.ts";

/** A number of records under its key columns, before protection. */
export interface RecordsCounted<Key> {
  readonly key: Key;
  readonly records: number;
}

/**
 * How many records, told by order of magnitude alone: records are of students, and their number
 * beside a band from one release to the next would make the band narrower.
 */
export const recordsByOrder = <Key>(
  counted: readonly RecordsCounted<Key>[],
): ProtectedTable<Key & { readonly records: string }> =>
  asProtected(counted.map(({ key, records }) => ({ ...key, records: orderOf(records) })));

const ORDERS = [
  [10_000, "10,000 or more"],
  [1_000, "1,000 to 9,999"],
  [100, "100 to 999"],
  [10, "10 to 99"],
] as const;

/** "10 to 99": how a release tells a number of records. */
export const orderOf = (records: number): string =>
  ORDERS.find(([from]) => records >= from)?.[1] ?? "fewer than 10";
