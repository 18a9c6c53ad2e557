import { CONFORMED, type ConformedTable } from "../../domain/record-types/conformed-tables.ts";

/** Counts records that differ, by table in the order of the tables. */
export function changeCounts(): { add(row: ChangedRow | NotCompared): void; end(): Compared } {
  const notCompared: NotCompared[] = [];
  const counts = new Map<ConformedTable, { added: number; changed: number; withdrawn: number }>();
  return {
    add(row) {
      if ("month" in row) {
        notCompared.push(row);
        return;
      }
      const count = counts.get(row.table) ?? { added: 0, changed: 0, withdrawn: 0 };
      counts.set(row.table, count);
      if (row.before === null) count.added++;
      else if (row.now === null) count.withdrawn++;
      else count.changed++;
    },
    end: () => ({
      changes: TABLES.flatMap((table) => {
        const count = counts.get(table);
        return count === undefined ? [] : [{ table, ...count }];
      }),
      notCompared,
    }),
  };
}

// The keys of a literal, in its order.
const TABLES = Object.keys(CONFORMED) as ConformedTable[];

/** One record that differs between two versions: null where a version does not hold it. */
export interface ChangedRow {
  readonly table: ConformedTable;
  readonly key: string;
  readonly before: Row | null;
  readonly now: Row | null;
}

export interface RecordChanges {
  readonly table: ConformedTable;
  readonly added: number;
  readonly changed: number;
  readonly withdrawn: number;
}

/**
 * Records of one table, and of one month where it has months, of which nobody can say whether they
 * changed: what is stored of the version before is damaged.
 */
export interface NotCompared {
  readonly table: ConformedTable;
  /** Such as 2022-05; null of a table without months. */
  readonly month: string | null;
  /** How many of them the new version has, of a student of two schools at both. */
  readonly records: number;
}

/** How two versions differ. */
export interface Compared {
  readonly changes: readonly RecordChanges[];
  readonly notCompared: readonly NotCompared[];
}

/** The values of a record by their columns. */
export interface Row {
  readonly [column: string]: unknown;
}
