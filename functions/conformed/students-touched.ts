import { fieldOf } from "../domain/records/columns.ts";
import { recordsOfTally, type FileRejects, type RejectTally } from "../join/rows/file-rejects.ts";
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
  rejects: Pick<FileRejects, "first">,
  tally: RejectTally,
): number | null {
  if (NOBODY.has(tally.reason)) return null;
  const wanted = new Set(recordsOfTally(rejects, tally));
  if (wanted.size < tally.records) return null;
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
