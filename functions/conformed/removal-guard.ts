import { fieldOf } from "../domain/records/columns.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import { HELD_TABLES, isRemovedAt, type HeldTable, type ReadFile } from "../join/rows/held-rows.ts";

/** A file that is used, without the records of it that were rejected: what is not in use cannot go. */
export interface InForce {
  readonly file: ReadFile;
  readonly rejected: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

/** What of one type a file would remove. */
export interface Removal {
  /** The type of record, such as `person` or `plan`. */
  readonly type: HeldTable;
  /** How many the version in use has. */
  readonly before: number;
  /** How many of these the file lacks; at least 1. */
  readonly gone: number;
}

/**
 * Whether a whole file lacks more than a share of the schools, students, enrollments, plans, goals, action
 * steps or reviews that the one in use has: a cut file and a mistaken filter look just like that.
 */
export const removesTooMany = (removals: readonly Removal[], share: number): boolean =>
  removals.some(({ before, gone }) => gone > before * share);

/** What of the schools, students, enrollments, plans, goals, action steps and reviews in use a whole file lacks, type by type. */
export const removalsOf = (newest: ReadFile, inForce: InForce): readonly Removal[] =>
  HELD_TABLES.flatMap((type) => {
    const { guardedBy } = recordTypeOf(type);
    if (guardedBy === undefined) return [];
    const before = guardedKeys(inForce, type, guardedBy);
    const now = guardedKeys({ file: newest, rejected: NONE }, type, guardedBy);
    const gone = [...before].filter((key) => !now.has(key)).length;
    return gone === 0 ? [] : [{ type, before: before.size, gone }];
  });

/** What the file has of a table, by the fields that tell one from another. */
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
