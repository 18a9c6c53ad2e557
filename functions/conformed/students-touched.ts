import { fieldOf } from "../domain/records/columns.ts";
import type { FileRejects, RejectTally } from "../join/rows/file-rejects.ts";
import { HELD_TABLES, type ReadFile } from "../join/rows/held-rows.ts";

/** A record rejected for one of these reasons names no student of the roster. */
const NOBODY: ReadonlySet<RejectTally["reason"]> = new Set([
  "unknown-student",
  "ambiguous-student",
  "not-enrolled",
]);

/**
 * How many students the records with one column and reason are about; null if the file does not say
 * whom each of them is about.
 * @param rejects those of the file, of which only the first are kept one by one
 */
export function studentsTouched(
  { rows }: Pick<ReadFile, "rows">,
  { first }: Pick<FileRejects, "first">,
  { column, reason, records }: Pick<RejectTally, "column" | "reason" | "records">,
): number | null {
  if (NOBODY.has(reason)) return null;
  const wanted = new Set(
    first
      .filter((reject) => reject.column === column && reject.reason === reason)
      .map(({ record }) => record),
  );
  if (wanted.size < records) return null;
  const students = new Map<number, string>();
  for (const table of HELD_TABLES) {
    const { codes, values } = fieldOf(rows[table], "student");
    for (const [row, record] of rows[table].records.entries()) {
      const student = values[codes[row] ?? 0];
      if (wanted.has(record) && typeof student === "string" && student !== "") {
        students.set(record, student);
      }
    }
  }
  return students.size < wanted.size ? null : new Set(students.values()).size;
}
