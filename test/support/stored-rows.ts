import type { AnyRow } from "../../functions/domain/record-types/field.ts";
import type { StoredTable } from "../../functions/domain/record-types/stored-table.ts";

/** Rows as their table stores them: lists as text. */
export function storedRows({ columns }: StoredTable, rows: readonly object[]): readonly AnyRow[] {
  const lists = columns.filter(({ isList }) => isList === true).map(({ name }) => name);
  // The table decides the type of the rows.
  const values = rows as readonly AnyRow[];
  if (lists.length === 0) return values;
  return values.map((row) => ({
    ...row,
    ...Object.fromEntries(lists.map((name) => [name, (row[name] as readonly string[]).join(";")])),
  }));
}
