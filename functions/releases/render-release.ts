import type { RowOf, TableDefinition } from "../domain/table-definition.ts";
import { toArrow } from "./arrow-rows.ts";
import { toCsv } from "./csv.ts";
import { dataPackage } from "./data-package.ts";
import type { ReleaseManifest } from "./manifest.ts";
import type { ReleaseTables } from "./release-tables.ts";
import { TABLES } from "./tables.ts";

/** One file of a release. */
export interface ReleaseFile {
  readonly path: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * All files of a release: each table as Arrow and CSV, the data dictionary, and the manifest, which
 * comes last so that a copy with a manifest is a whole one.
 * @param hash names a content, such as its SHA-256 in hexadecimal
 */
export function renderRelease(
  about: Omit<ReleaseManifest, "tables">,
  tables: ReleaseTables,
  hash: (bytes: Uint8Array) => string,
): readonly ReleaseFile[] {
  const files: ReleaseFile[] = [];
  const summaries: ReleaseManifest["tables"][number][] = [];
  for (const definition of TABLES) {
    // The name pairs the definition with its rows; the compiler does not follow one through the other.
    const rows = tables[definition.name].rows as unknown as readonly RowOf<TableDefinition>[];
    const arrow = toArrow(definition as TableDefinition, rows);
    const csv = text(toCsv(definition as TableDefinition, rows));
    const paths = { arrow: `${definition.name}.arrow`, csv: `${definition.name}.csv` };
    files.push({
      path: paths.arrow,
      contentType: "application/vnd.apache.arrow.stream",
      bytes: arrow,
    });
    files.push({ path: paths.csv, contentType: "text/csv; charset=utf-8", bytes: csv });
    summaries.push({ name: definition.name, rows: rows.length, ...paths, sha256: hash(arrow) });
  }
  const title = `${about.district.name}, ${about.schoolYear}, as of ${about.asOf}`;
  files.push(jsonFile("datapackage.json", dataPackage(about.release, title)));
  files.push(jsonFile("manifest.json", { ...about, tables: summaries } satisfies ReleaseManifest));
  return files;
}

const jsonFile = (path: string, value: unknown): ReleaseFile => ({
  path,
  contentType: "application/json",
  bytes: text(`${JSON.stringify(value, null, 2)}\n`),
});

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
