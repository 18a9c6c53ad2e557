import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { noFigure } from "../../domain/figures/figure.ts";

type Row = { readonly [column: string]: unknown };

/**
 * The rows of one table for a reader who may see some schools exactly: those schools from the staff
 * edition, the district and every other school from the last public release, without counts. What
 * no release has published about them is left out. If there is no release to compare with, the
 * figures of all students are listed with the reason why they are not shown.
 * @param definition of the staff edition
 * @param exactSchools ids of the schools that the reader sees exactly
 * @param released the rows of the public release; null if there is none by the same definitions
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
  // Rows that only the public release has, such as the days of earlier releases.
  return [...rows, ...[...open.values()].map((row) => inColumns(definition, row))];
}

/** Whether a table says of each row which school it is of. */
export const isBySchool = ({ columns }: TableDefinition): boolean =>
  columns.some(({ name }) => name === "level") && columns.some(({ name }) => name === "school");

/**
 * A row that says that its figure is not shown; only for all students, since the list of groups
 * with students is itself a figure.
 */
const withoutFigure = (row: Row): Row | null =>
  "state" in row && row["breakdown"] === "all"
    ? { ...row, ...noFigure("not-enough-data"), count: null }
    : null;

/** Only the columns of the definition; values that the row lacks are missing. */
const inColumns = ({ columns }: TableDefinition, row: Row): Row =>
  Object.fromEntries(columns.map(({ name }) => [name, row[name] ?? null]));
