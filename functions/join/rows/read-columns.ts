import type { CanonicalTable, ColumnMap, IdType } from "../../sources/profiles/profile.ts";
import type { ReadFile } from "./held-rows.ts";

/** The name, in this file's format, of the column that a field is read from. */
export function columnNameOf(file: ReadFile, table: CanonicalTable, to: string): string {
  const column = columnOf(file, table, to);
  return column?.from?.[0] ?? column?.join?.[0] ?? "";
}

/** What kind of identifier a file calls its students by. */
export const studentIdType = (file: ReadFile, table: CanonicalTable): IdType =>
  columnOf(file, table, "student")?.idType ?? "sis";

function columnOf(
  { reading: { kind } }: ReadFile,
  table: CanonicalTable,
  to: string,
): ColumnMap | undefined {
  const reads = kind?.profile.reads.filter((read) => read.table === table) ?? [];
  return reads.flatMap(({ columns }) => columns).find((column) => column.to === to);
}
