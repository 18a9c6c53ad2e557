import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { noFigure } from "../../domain/figures/figure.ts";

type Row = { readonly [column: string]: unknown };

/**
 * The rows of one table as a reader sees them who may see some schools exactly: those schools from the
 * staff edition, the district and every other school from the last public release, without counts.
 * What no release has published of them is left out; where none is there to be compared with, the
 * figures of everybody stand with the reason that there are none.
 * @param definition of the staff edition
 * @param exactSchools ids of the schools that the reader sees exactly
 * @param released the rows of the public release; null where there is none by the same definitions
 */
export function scopedRows(
  definition: TableDefinition,
  staff: readonly Row[],
  released: readonly Row[] | null,
  exactSchools: ReadonlySet<string>,
): readonly Row[] {
  const keyOf = (row: Row): string =>
    JSON.stringify(definition.primaryKey.map((column) => row[column]));
  const isExact = ({ level, school }: Row): boolean =>
    level === "school" && exactSchools.has(String(school));
  const open = new Map(
    (released ?? []).filter((row) => !isExact(row)).map((row) => [keyOf(row), row]),
  );
  const rows: Row[] = [];
  for (const row of staff) {
    if (isExact(row)) {
      rows.push(row);
      continue;
    }
    const key = keyOf(row);
    const shown = open.get(key) ?? (released === null ? withoutFigure(row) : null);
    if (shown !== null) rows.push(inColumns(definition, shown));
    open.delete(key);
  }
  // What the public release has besides, such as the days of earlier ones.
  return [...rows, ...[...open.values()].map((row) => inColumns(definition, row))];
}

/** Whether a table says of each row which school it is of. */
export const isBySchool = ({ columns }: TableDefinition): boolean =>
  columns.some(({ name }) => name === "level") && columns.some(({ name }) => name === "school");

/** That a place has the row and that its figure is not shown: of everybody alone, since which groups are there is a figure too. */
const withoutFigure = (row: Row): Row | null =>
  "state" in row && row["breakdown"] === "all"
    ? { ...row, ...noFigure("not-enough-data"), count: null }
    : null;

/** The columns of the definition alone; what the row lacks is missing. */
const inColumns = ({ columns }: TableDefinition, row: Row): Row =>
  Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));
