import { CANONICAL_FIELDS } from "../profiles/canonical-fields.ts";
import { placesOf } from "../csv/header.ts";
import type { CanonicalTable, TableRead } from "../profiles/profile.ts";
import type { FileKind } from "../profiles/profiles.ts";

/** A table that a file of this kind could fill, but does not. */
export interface LackingColumns {
  readonly table: CanonicalTable;
  /** The columns for want of which no row comes, as the format first names them. */
  readonly columns: readonly string[];
}

/** The tables that a kind reads and this file cannot fill, since columns that each row needs are not there. */
export function lackingColumns(
  header: readonly string[],
  { profile }: FileKind,
): readonly LackingColumns[] {
  if (profile.format === "json-lines") return [];
  return profile.reads
    .map((read) => ({ table: read.table, columns: neededBy(read).flatMap(lackedOf(header)) }))
    .filter(({ columns }) => columns.length > 0);
}

const lackedOf =
  (header: readonly string[]) =>
  (names: readonly string[]): readonly string[] =>
    placesOf(names, header).length > 0 ? [] : names.slice(0, 1);

/** The columns without which a read gives no row: each under its names, any of which will do. */
function neededBy(read: TableRead): readonly (readonly string[])[] {
  const { required } = CANONICAL_FIELDS[read.table];
  const alone = new Set(required.filter((ways) => ways.length === 1).flat(2));
  const fields = read.columns
    .filter(({ to, value, isRequired }) => value === undefined && (isRequired ?? alone.has(to)))
    .map(({ from, join }) => from ?? join?.slice(0, 1) ?? []);
  const kept = (read.keep ?? [])
    .filter(({ values }) => !values.includes(""))
    .map(({ column }) => [column]);
  const listed = read.forEach === undefined ? [] : [[read.forEach.column].flat()];
  const needed = [...kept, ...listed, ...fields].filter((names) => names.length > 0);
  return needed.filter(
    ([first], index) => needed.findIndex(([other]) => other === first) === index,
  );
}
