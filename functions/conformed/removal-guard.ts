import type { AnyRow } from "../domain/record-types/field.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import {
  HELD_TABLES,
  type HeldRow,
  type HeldTable,
  type ReadFile,
} from "../join/rows/held-rows.ts";

/** A file that is used, without the records of it that were rejected: what is not in use cannot go. */
export interface InForce {
  readonly file: ReadFile;
  readonly rejected: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Whether a whole file lacks more than a share of the schools, students, enrollments, plans, goals, action
 * steps or reviews that the one in use has: a cut file and a mistaken filter look just like that.
 */
export function removesTooMany(newest: ReadFile, inForce: InForce, share: number): boolean {
  return HELD_TABLES.some((table) => {
    const { guardedBy } = recordTypeOf(table);
    if (guardedBy === undefined) return false;
    const before = guardedKeys(inForce, table, guardedBy);
    const now = guardedKeys({ file: newest, rejected: NONE }, table, guardedBy);
    const gone = [...before].filter((key) => !now.has(key)).length;
    return gone > before.size * share;
  });
}

/** What the file has of a table, by the fields that tell one from another. */
const guardedKeys = (
  { file, rejected }: InForce,
  table: HeldTable,
  fields: readonly string[],
): ReadonlySet<string> =>
  new Set(
    // The table decides the type of its rows, and its descriptor the fields.
    (file.rows[table] as unknown as HeldRow<HeldTable>[])
      .filter(({ record, isRemoved }) => !isRemoved && !rejected.has(record))
      .map(({ row }) => fields.map((field) => (row as unknown as AnyRow)[field]).join("\u0000")),
  );
