import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import Papa from "papaparse";
import { figuresSeen, type SeenRow } from "../../functions/pipeline/figures-seen.ts";
import type { SeenFigure } from "../../functions/releases/read-seen.ts";
import { TABLES } from "../../functions/releases/tables.ts";

/** A table's row, and the table. */
export type TableRow = readonly [table: string, row: SeenRow];

export const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/** Every row of every table in a folder, from each of its files: a number in CSV is one all the same. */
export function rowsIn(folder: string): readonly TableRow[] {
  return filesUnder(folder).flatMap((path) => {
    const [, table = "", kind] = /([^/]+)\.(csv|arrow|json)$/.exec(path) ?? [];
    if (kind === undefined) throw new Error(`${path} is a sort of file that nobody looks into`);
    if (kind === "json") return [];
    const rows =
      kind === "csv"
        ? Papa.parse<SeenRow>(readFileSync(path, "utf8"), { header: true, skipEmptyLines: true })
            .data
        : tableFromIPC(readFileSync(path))
            .toArray()
            .map((row) => ({ ...row }) as SeenRow);
    const definition = TABLES.find(({ name }) => name === table);
    if (definition === undefined) throw new Error(`${path} is a table that nobody defined`);
    const types = new Map<string, string>(definition.columns.map(({ name, type }) => [name, type]));
    return rows.map(
      (row) =>
        [
          table,
          Object.fromEntries(
            Object.entries(row).map(([column, value]) => [column, plain(types.get(column), value)]),
          ),
        ] as const,
    );
  });
}

/** A value as a reader takes it: in CSV a number is text, in Arrow a day is a number. */
function plain(type: string | undefined, value: unknown): unknown {
  if (type === "day") return dayOf(value);
  const isNumber = type !== "text" && typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value);
  return isNumber ? Number(value) : value;
}

const dayOf = (value: unknown): string =>
  typeof value === "number"
    ? new Date(value).toISOString().slice(0, 10)
    : String(value).slice(0, 10);

/** The figures about students in rows; of a trend those of the release's own day. */
export const figuresIn = (rows: readonly TableRow[], asOf: string): readonly SeenFigure[] =>
  rows
    .filter(([table, row]) => table !== "trend" || row["asOf"] === asOf)
    .flatMap(([table, row]) => figuresSeen(table, row));
