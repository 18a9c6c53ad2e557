import { recordTypeOf } from "../../domain/record-types/record-types.ts";
import type { Reject } from "../../domain/records/reject.ts";
import type { DuplicateCounts } from "../../sources/attendance/duplicate-counts.ts";
import type { CanonicalTable } from "../../sources/profiles/profile.ts";
import type { HeldTable, ReadFile } from "./held-rows.ts";
import { columnNameOf } from "./read-columns.ts";
import type { DuplicateRow } from "./rows-in-force.ts";

export interface DuplicateRecords {
  add<T extends HeldTable>(table: T, rows: readonly DuplicateRow<T>[]): void;
  end(): RecordCounts;
}

interface RecordCounts {
  /** By the file's SHA-256, the records of which no row holds. */
  readonly counts: ReadonlyMap<string, DuplicateCounts>;
  /**
   * By the file's SHA-256, the records that contradict the record that counts: not used, or used
   * without one of their rows.
   */
  readonly contradictions: ReadonlyMap<string, readonly Reject[]>;
}

interface Loss {
  readonly table: CanonicalTable;
  readonly isContradicted: boolean;
}

/**
 * Rows of one file that say the same of the same thing. That of the record which contradicts others
 * least holds, so that such a record is not left out in favor of one that is itself left out.
 */
interface AlikeRows {
  readonly file: ReadFile;
  readonly loss: Loss;
  readonly records: number[];
}

/**
 * The records some of whose rows are superseded by others: a student listed once for each section,
 * an enrollment that two records end differently.
 */
export function duplicateRecords(): DuplicateRecords {
  const lost = new Map<ReadFile, Map<number, Loss[]>>();
  const alike = new Map<object, AlikeRows>();
  const lose = (file: ReadFile, record: number, loss: Loss): void => {
    const records = lost.get(file) ?? new Map<number, Loss[]>();
    lost.set(file, records);
    const losses = records.get(record) ?? [];
    records.set(record, losses);
    losses.push(loss);
  };
  return {
    add(table, rows) {
      for (const { row, why, same } of rows) {
        const loss = { table, isContradicted: why === "contradicted" };
        if (same === undefined) {
          lose(row.file, row.record, loss);
          continue;
        }
        const sameRows = alike.get(same) ?? { file: row.file, loss, records: [same.record] };
        alike.set(same, sameRows);
        sameRows.records.push(row.record);
      }
    },
    end() {
      const contradictionsOf = (file: ReadFile, record: number): number =>
        (lost.get(file)?.get(record) ?? []).filter(isContradiction).length;
      // Counted before any of the repeats is, so that their order does not matter.
      const ordered = [...alike.values()].map(({ file, loss, records }) => ({
        ...{ file, loss },
        records: records
          .map((record) => ({ record, contradictions: contradictionsOf(file, record) }))
          .sort((a, b) => a.contradictions - b.contradictions || a.record - b.record),
      }));
      for (const { file, loss, records } of ordered) {
        for (const { record } of records.slice(1)) lose(file, record, loss);
      }
      return countedByFile(lost);
    },
  };
}

/**
 * What is reported of the superseded records: how many are not used at all, and what contradicts.
 */
function countedByFile(
  lost: ReadonlyMap<ReadFile, ReadonlyMap<number, readonly Loss[]>>,
): RecordCounts {
  const counts = new Map<string, DuplicateCounts>();
  const contradictions = new Map<string, readonly Reject[]>();
  for (const [file, records] of lost) {
    const rowsOf = rowsPerRecord(file, records);
    const whole = [...records].filter(
      ([record, losses]) => losses.length >= (rowsOf.get(record) ?? 0),
    );
    const contradicted = whole.filter(([, losses]) => losses.some(isContradiction)).length;
    counts.set(file.sha256, { repeated: whole.length - contradicted, contradicted });
    const isWhole = new Set(whole.map(([record]) => record));
    contradictions.set(
      file.sha256,
      [...records].flatMap(([record, losses]) =>
        columnsOf(file, losses.filter(isContradiction)).map((column): Reject => ({
          file: file.name,
          record,
          column,
          reason: "contradicts-another",
          disposition: isWhole.has(record) ? "passed-over" : "set-aside",
        })),
      ),
    );
  }
  return { counts, contradictions };
}

/**
 * One record may give several rows by one column, as a day of school gives one a track: it is
 * reported once.
 */
const columnsOf = (file: ReadFile, losses: readonly Loss[]): readonly string[] => [
  ...new Set(losses.map(({ table }) => columnNameOf(file, table, recordTypeOf(table).keyField))),
];

const isContradiction = ({ isContradicted }: Loss): boolean => isContradicted;

/** How many rows the records of a file have given that are asked for. */
function rowsPerRecord(
  { rows }: ReadFile,
  asked: ReadonlyMap<number, unknown>,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  if (asked.size === 0) return counts;
  for (const { records } of Object.values(rows)) {
    for (const record of records) {
      if (asked.has(record)) counts.set(record, (counts.get(record) ?? 0) + 1);
    }
  }
  return counts;
}
