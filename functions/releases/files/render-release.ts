import type { TableDefinition } from "../../domain/records/table-definition.ts";
import type { ProtectedTable } from "../../protection/protected-table.ts";
import { firstScreens, type RowsOf } from "../overview/first-screens.ts";
import { arrowFileOf } from "./arrow-rows.ts";
import { tableContentType } from "./content-type.ts";
import { csvOf } from "./csv.ts";
import { dataPackage, packageTitle, tablePaths } from "./data-package.ts";
import { parquetOf } from "./parquet-rows.ts";
import { tableColumns, type TableColumns } from "./table-columns.ts";
import type { ReleaseManifest } from "../manifest/manifest.ts";
import { STAFF_TABLES, TABLES, type TableName } from "../tables/tables.ts";

/** One file of an edition. */
export interface ReleaseFile {
  readonly path: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** All tables of the public edition, each of which has passed through protection. */
export type PublicTables = { readonly [name in TableName]: ProtectedTable<object> };

type About = Omit<ReleaseManifest, "tables">;
type Hash = (bytes: Uint8Array) => string;

/**
 * All files of a public edition.
 * @param hash the hash that names a content, such as its SHA-256 in hexadecimal
 */
export function renderPublic(about: About, tables: PublicTables, hash: Hash) {
  const byName = new Map(Object.entries(tables).map(([name, { rows }]) => [name, rows]));
  return rendered(about, TABLES, (name) => byName.get(name), { hash, formats: TABLE_FORMATS });
}

/** All files of a staff edition except its students. */
export const renderStaff = (
  about: About,
  tables: { readonly [name: string]: Iterable<object> },
  rendering: Rendering,
) => rendered(about, STAFF_TABLES, (name) => tables[name], rendering);

/** The formats of a table, which are the endings of its files. */
export const TABLE_FORMATS = ["arrow", "csv", "parquet"] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export const isTableFormat = (ending: string): ending is TableFormat =>
  TABLE_FORMATS.some((format) => format === ending);

/** The bytes of a table in one format. @param rows of the type that the definition says */
export const tableBytes = (
  definition: TableDefinition,
  rows: Iterable<object>,
  format: TableFormat,
): Uint8Array => bytesOf(tableColumns(definition, rows), format);

function bytesOf(table: TableColumns, format: TableFormat): Uint8Array {
  switch (format) {
    case "arrow":
      return arrowFileOf(table);
    case "csv":
      return text(csvOf(table));
    case "parquet":
      return parquetOf(table);
  }
}

/** How the files of an edition are named by their content, and the formats of its tables; one is Arrow. */
interface Rendering {
  readonly hash: Hash;
  readonly formats: readonly TableFormat[];
}

/**
 * Each table, the first screens, the data dictionary, and the manifest, which comes last so that a
 * copy with a manifest is a whole one. One after another: no more than one table is held as bytes.
 */
function* rendered(
  about: About,
  definitions: readonly TableDefinition[],
  rowsOf: RowsOf,
  { hash, formats }: Rendering,
): Generator<ReleaseFile> {
  const summaries: ReleaseManifest["tables"][number][] = [];
  for (const definition of definitions) {
    const name = definition.name as ReleaseManifest["tables"][number]["name"];
    const rows = rowsOf(name);
    if (rows === undefined) throw new Error(`the edition has no rows of the table ${name}`);
    const table = tableColumns(definition, rows);
    for (const format of formats) {
      const bytes = bytesOf(table, format);
      yield tableFile(name, format, bytes);
      if (format !== "arrow") continue;
      summaries.push({ name, rows: table.length, ...tablePaths(name), sha256: hash(bytes) });
    }
  }
  for (const { path, value } of firstScreens(about, rowsOf)) {
    yield { path, contentType: "application/json", bytes: text(JSON.stringify(value)) };
  }
  const dictionary = dataPackage(about.release, packageTitle(about), definitions);
  yield jsonFile("datapackage.json", dictionary);
  yield jsonFile("manifest.json", { ...about, tables: summaries } satisfies ReleaseManifest);
}

function tableFile(name: string, format: string, bytes: Uint8Array): ReleaseFile {
  const path = `${name}.${format}`;
  const contentType = tableContentType(path, bytes);
  if (contentType === null) throw new Error(`no content type for a table as ${path}`);
  return { path, contentType, bytes };
}

const jsonFile = (path: string, value: unknown): ReleaseFile => ({
  path,
  contentType: "application/json",
  bytes: text(`${JSON.stringify(value, null, 2)}\n`),
});

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
