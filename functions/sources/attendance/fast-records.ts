import type { DayMarks } from "./attendance-book.ts";
import type { AttendanceColumns } from "./attendance-columns.ts";
import { fastFile } from "./fast-file.ts";
import type { PlainRecord } from "./plain-record.ts";
import { MOST_RECORDS, splitRecords } from "./record-batch.ts";
import { knownByColumns } from "./records-by-columns.ts";
import { isByRests, knownByRests, learnLongStudent } from "./records-by-rests.ts";
import type { ScannedFile } from "./scanned-file.ts";

/**
 * The way for most records: split many, look their cells up column by column, mark their days. What a
 * cell stands for is learned from the plain record that has it, so that this way never says anything else
 * than `readPlainRecord` does. It stops at a record that has a long cell, or one of which it is
 * not known what it stands for.
 */
export interface FastRecords {
  /** Reads and marks records from `from` on, as many as it splits at once. */
  scan(bytes: Uint8Array, view: DataView, from: number): FastScanned;
  /** Of the records of the last scan. */
  readonly marks: DayMarks;
  /** Learns the long cell of a student from a record that was read in another way. */
  learnLong(record: PlainRecord, student: number, view: DataView): void;
}

export interface FastScanned {
  /** Where the first record begins that was not read. */
  readonly until: number;
  readonly records: number;
  /** Whether nothing has stopped it, so that more can be read this way. */
  readonly isWhole: boolean;
}

/** So many are split after a record that stopped it: the next may stop it too. */
const FEWEST_RECORDS = 16;

export function fastRecords(file: ScannedFile, delimiter: string): FastRecords {
  const fast = fastFile(file, delimiter);
  const { batch, marks } = fast;
  const isSplittable = haveOwnColumns(file.columns);
  let most = FEWEST_RECORDS;
  return {
    marks,
    learnLong(record, student, view) {
      if (isByRests(fast)) learnLongStudent(fast, record, student, view);
    },
    scan(bytes, view, from) {
      if (!isSplittable) return { until: from, records: 0, isWhole: false };
      const records = isByRests(fast)
        ? knownByRests(fast, bytes, view, from, most)
        : knownByColumns(fast, bytes, splitRecords(batch, bytes, view, from, most));
      file.book.markAll(marks, records);
      const isWhole = records === most;
      most = isWhole ? Math.min(MOST_RECORDS, 2 * most) : Math.max(FEWEST_RECORDS, most >> 1);
      return { until: batch.starts[records] ?? from, records, isWhole };
    },
  };
}

/** Whether each field has a column, and none shares it with another. */
function haveOwnColumns({ student, on, kind, portionAbsent }: AttendanceColumns): boolean {
  const columns = [student, on, kind, ...(portionAbsent < 0 ? [] : [portionAbsent])];
  return columns.every((column) => column >= 0) && new Set(columns).size === columns.length;
}
