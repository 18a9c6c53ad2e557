import type { CanonicalTable, ColumnMap, IdType } from "../../sources/profiles/profile.ts";
import type { FileKind } from "../../sources/profiles/profiles.ts";
import type { ReadFile } from "./held-rows.ts";

/** The name, in this file's format, of the column that a field is read from. */
export function columnNameOf(file: ReadFile, table: CanonicalTable, to: string): string {
  const column = columnOf(file, table, to);
  return column?.from?.[0] ?? column?.join?.[0] ?? "";
}

/** What kind of identifier a file calls its students by. */
export const studentIdType = (file: ReadFile, table: CanonicalTable): IdType =>
  columnOf(file, table, "student")?.idType ?? "sis";

/** The columns of a kind by their tables and fields. */
type ColumnsOfKind = ReadonlyMap<CanonicalTable, ReadonlyMap<string, ColumnMap>>;

/** Looked up once per kind: the join asks for them student by student. */
const COLUMNS = new WeakMap<FileKind, ColumnsOfKind>();

function columnOf(
  { reading: { kind } }: ReadFile,
  table: CanonicalTable,
  to: string,
): ColumnMap | undefined {
  if (kind === null) return undefined;
  let columns = COLUMNS.get(kind);
  if (columns === undefined) COLUMNS.set(kind, (columns = columnsOf(kind)));
  return columns.get(table)?.get(to);
}

/** The first column of each field, since several reads may fill one. */
function columnsOf({ profile: { reads } }: FileKind): ColumnsOfKind {
  const columns = new Map<CanonicalTable, Map<string, ColumnMap>>();
  for (const { table, columns: ofRead } of reads) {
    const ofTable = columns.get(table) ?? new Map<string, ColumnMap>();
    columns.set(table, ofTable);
    for (const column of ofRead) if (!ofTable.has(column.to)) ofTable.set(column.to, column);
  }
  return columns;
}
