import { fieldOf } from "../domain/records/columns.ts";
import type { CanonicalTable } from "../sources/profiles/profile.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import { daysGone } from "../sources/attendance/days-gone.ts";
import { lostColumns } from "./lost-columns.ts";
import { HELD_TABLES, isRemovedAt, type HeldTable, type ReadFile } from "../join/rows/held-rows.ts";

/** A file in use, without its rejected records: what is not in use cannot be removed. */
export interface InForce {
  readonly file: ReadFile;
  readonly rejected: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

/** What a file would remove of one record type: records, or every value of one of their columns. */
export interface Removal {
  /** The type of record, such as `person` or `plan`. */
  readonly type: CanonicalTable;
  /** How many the version in use has. */
  readonly before: number;
  /** How many of these the file lacks; at least 1. */
  readonly gone: number;
  /** Where the records are there and their values of a column are gone: the column. */
  readonly column?: string;
}

/**
 * Whether a complete file lacks more than a share of the records of the one in use, or every value of
 * a column. A truncated export, a wrong filter and a renamed column look like that.
 */
export const removesTooMany = (removals: readonly Removal[], share: number): boolean =>
  removals.some(
    ({ type, before, gone }) =>
      before >= (recordTypeOf(type).guardedFrom ?? 1) && gone > before * share,
  );

/** What a complete file lacks of what is in use, type by type. */
export const removalsOf = (newest: ReadFile, inForce: InForce): readonly Removal[] => [
  ...HELD_TABLES.flatMap((type) => {
    const { guardedBy } = recordTypeOf(type);
    if (guardedBy === undefined) return [];
    const before = guardedKeys(inForce, type, guardedBy);
    const now = guardedKeys({ file: newest, rejected: NONE }, type, guardedBy);
    const gone = [...before].filter((key) => !now.has(key)).length;
    const columns = lostColumns(type, newest, inForce.file, inForce.rejected);
    return [
      ...(gone === 0 ? [] : [{ type, before: before.size, gone }]),
      ...columns.map((lost) => ({ ...lost, gone: lost.before })),
    ];
  }),
  ...attendanceGone(newest, inForce.file),
];

function attendanceGone(newest: ReadFile, inForce: ReadFile): readonly Removal[] {
  if (inForce.attendance === null) return [];
  const { before, gone } = daysGone(inForce.attendance, newest.attendance);
  return gone === 0 ? [] : [{ type: "attendance", before, gone }];
}

/** The records of a table in a file, by the fields that identify them. */
const guardedKeys = (
  { file, rejected }: InForce,
  table: HeldTable,
  fields: readonly string[],
): ReadonlySet<string> => {
  const rows = file.rows[table];
  const columns = fields.map((field) => fieldOf(rows, field));
  const keys = new Set<string>();
  for (let row = 0; row < rows.length; row++) {
    if (isRemovedAt(rows.states.isRemoved, row) || rejected.has(rows.records[row] ?? 0)) continue;
    keys.add(columns.map(({ codes, values }) => values[codes[row] ?? 0]).join("\u0000"));
  }
  return keys;
};
