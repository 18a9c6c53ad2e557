import { assembleDistrict, type Assembled } from "./assemble-district.ts";
import type { RuleIds } from "../mandates/rules/rule-ids.ts";
import type { ArrivedFile } from "./rows/rows-by-key.ts";
import { keptRows, type HeldColumns } from "./rows/held-rows.ts";
import { costsTheRecord, type Reject } from "../domain/records/reject.ts";

/**
 * Joins the files of a district so that a record is one unit: where one of the rows of a record that
 * it cannot do without (its student, its only school) is rejected, none is used. What is left out may be
 * what others refer to, so the join is made anew until no more goes.
 */
export function assembleWholeRecords(files: readonly ArrivedFile[], ruleIds: RuleIds): Assembled {
  const leftOut = new Map<string, Map<number, readonly Reject[]>>();
  for (;;) {
    const assembled = assembleDistrict(
      files.map((file) => without(file, leftOut)),
      ruleIds,
    );
    const more = files.filter((file) => leaveOut(file, assembled.rejects, leftOut));
    if (more.length > 0) continue;
    for (const [sha256, records] of leftOut) {
      const all = [...records.values()].flat();
      assembled.rejects.set(sha256, [...all, ...(assembled.rejects.get(sha256) ?? [])]);
    }
    return assembled;
  }
}

/** Notes the records of a file of which one row is rejected and others are used. */
function leaveOut(
  file: ArrivedFile,
  rejects: ReadonlyMap<string, readonly Reject[]>,
  leftOut: Map<string, Map<number, readonly Reject[]>>,
): boolean {
  const costly = rejects.get(file.sha256)?.filter(costsTheRecord) ?? [];
  if (costly.length === 0 || !givesSeveral(file)) return false;
  const leftOutBefore = leftOut.get(file.sha256) ?? new Map<number, readonly Reject[]>();
  const rowsOf = new Map(costly.map(({ record }) => [record, 0]));
  for (const { records } of Object.values(file.rows)) {
    for (const record of records) {
      const rows = rowsOf.get(record);
      if (rows !== undefined) rowsOf.set(record, rows + 1);
    }
  }
  let isMore = false;
  for (const [record, rows] of rowsOf) {
    if (rows < 2 || leftOutBefore.has(record)) continue;
    leftOutBefore.set(
      record,
      costly.filter((reject) => reject.record === record),
    );
    isMore = true;
  }
  leftOut.set(file.sha256, leftOutBefore);
  return isMore;
}

const givesSeveral = ({ reading: { kind } }: ArrivedFile): boolean => {
  const reads = kind?.profile.reads ?? [];
  return reads.length > 1 || reads.some(({ forEach, path }) => (forEach ?? path) !== undefined);
};

function without(
  file: ArrivedFile,
  leftOut: ReadonlyMap<string, ReadonlyMap<number, readonly Reject[]>>,
): ArrivedFile {
  const records = leftOut.get(file.sha256);
  if (records === undefined || records.size === 0) return file;
  const isKept = (rows: HeldColumns, row: number): boolean => !records.has(rows.records[row] ?? 0);
  return { ...file, rows: keptRows(file.rows, isKept) };
}
