import { longDay } from "../../domain/calendar/long-day.ts";
import type { Column, RowOf, TableDefinition } from "../../domain/records/table-definition.ts";
import { fromArrow, isArrowFile, toArrow, toArrowFile } from "../../releases/files/arrow-rows.ts";
import { toCsv } from "../../releases/files/csv.ts";
import { dataPackage, packageTitle, tablePaths } from "../../releases/files/data-package.ts";
import { toParquet } from "../../releases/files/parquet-rows.ts";
import type { ReleaseManifest } from "../../releases/manifest/manifest.ts";
import { OVERVIEW_FILE, type FirstScreen } from "../../releases/overview/first-screens.ts";
import { schoolReportFile } from "../../releases/overview/school-report.ts";
import { TABLES } from "../../releases/tables/tables.ts";
import type { Finding } from "./finding.ts";
import { hasOnlyNumbersOf } from "./numbers-of-definitions.ts";

/** The files of a release as anybody can download them, by their path within it. */
export type PublishedFiles = ReadonlyMap<string, Uint8Array>;

export type SeenRow = { readonly [column: string]: string | number | boolean | null };

/** A release as a reader has it. */
export interface ReadRelease {
  readonly manifest: ReleaseManifest;
  readonly tables: { readonly [table: string]: readonly SeenRow[] };
  /** What pages read before any table; none in releases through version 12. */
  readonly screens: readonly FirstScreen[];
}

/**
 * Reads every byte of a release. The rows of a table explain each of its files to the byte, since equal
 * rows give equal files: what else a file holds is found, be it a column or a word that no row uses.
 * @throws when a file is missing, or no table at all
 */
export function readRelease(files: PublishedFiles): {
  readonly release: ReadRelease;
  readonly findings: readonly Finding[];
} {
  const manifest = JSON.parse(textOf(files, "manifest.json")) as ReleaseManifest;
  const findings: Finding[] = [];
  const tables: { [table: string]: readonly SeenRow[] } = {};
  const expected = new Set(["manifest.json", "datapackage.json"]);
  for (const current of TABLES) {
    const { arrow, csv, parquet } = tablePaths(current.name);
    if (ADDED_SINCE.has(current.name) && !files.has(arrow) && !files.has(csv)) continue;
    for (const path of [arrow, csv, parquet]) expected.add(path);
    const bytes = bytesOf(files, arrow);
    const text = textOf(files, csv);
    const definition = asPublished(current, headerOf(text));
    const rows = fromArrow(definition, bytes);
    tables[definition.name] = rows;
    const columns = new Set<string>(definition.columns.map(({ name }) => name));
    const more = headerOf(text).filter((column) => !columns.has(column));
    for (const column of more)
      findings.push({ kind: "unknown-column", where: `${csv}: ${column}` });
    if (text !== toCsv(definition, rows) && more.length === 0) {
      findings.push({ kind: "unknown-column", where: `${csv}: other rows than ${arrow}` });
    }
    const written = isArrowFile(bytes) ? toArrowFile : toArrow;
    if (!isSame(bytes, written(definition, rows))) {
      findings.push({ kind: "unknown-column", where: `${arrow}: more than its rows` });
    }
    if (!isSameAsParquet(files, manifest, definition, rows)) {
      findings.push({
        kind: "unknown-column",
        where: `${parquet}: other than the rows of ${arrow}`,
      });
    }
  }
  const screens = screenPaths(manifest).map((path): FirstScreen => {
    expected.add(path);
    return { path, value: JSON.parse(textOf(files, path)) as unknown };
  });
  for (const path of files.keys()) {
    if (!expected.has(path)) findings.push({ kind: "unknown-file", where: path });
  }
  const title = packageTitle(manifest);
  // Earlier releases have the date in their title as YYYY-MM-DD.
  const titles = [title, title.replace(longDay(manifest.asOf), manifest.asOf)];
  const dictionary = JSON.parse(textOf(files, "datapackage.json")) as unknown;
  const expectedNumbers = titles.map((own) => dataPackage(manifest.release, own, TABLES));
  if (!expectedNumbers.some((own) => hasOnlyNumbersOf(own, dictionary))) {
    findings.push({ kind: "exact-number", where: "datapackage.json" });
  }
  return { release: { manifest, tables, screens }, findings };
}

/** A release whose manifest has messages has first screens, one for each school among them. */
const screenPaths = ({ messages, schools }: ReleaseManifest): readonly string[] =>
  // Releases through version 12 have sentences instead.
  (messages as ReleaseManifest["messages"] | undefined) === undefined
    ? []
    : [OVERVIEW_FILE, ...schools.map(({ id }) => schoolReportFile(id))];

/** Releases through version 13 have no Parquet files, and their manifests name none. */
function isSameAsParquet(
  files: PublishedFiles,
  { tables }: ReleaseManifest,
  definition: TableDefinition,
  rows: readonly SeenRow[],
): boolean {
  const named = tables.find(({ name }) => name === definition.name)?.parquet;
  const path = tablePaths(definition.name).parquet;
  if (named === undefined && !files.has(path)) return true;
  const written = toParquet(definition, rows as readonly RowOf<TableDefinition>[]);
  return isSame(bytesOf(files, path), written);
}

/** Tables that releases through version 12 do not have; the manifest of a later one names its rows. */
const ADDED_SINCE: ReadonlySet<string> = new Set(["last-year", "answers"]);

/** The column that named a release in each row, through release version 9, and the one that it followed. */
const NAMED_RELEASE: ReadonlyMap<string, readonly [after: string, name: string]> = new Map([
  ["trend", ["asOf", "release"]],
  ["changes", ["previousAsOf", "previousRelease"]],
  ["came-due", ["previousAsOf", "previousRelease"]],
]);

/** The definition by which a table was published: of an earlier release with the column that it had. */
function asPublished(current: TableDefinition, header: readonly string[]): TableDefinition {
  const [after, name] = NAMED_RELEASE.get(current.name) ?? [];
  if (name === undefined || !header.includes(name)) return current;
  return {
    ...current,
    columns: current.columns.flatMap((column): readonly Column[] =>
      column.name === after ? [column, { ...column, name, type: "text" }] : [column],
    ),
  };
}

const headerOf = (csv: string): readonly string[] => csv.slice(0, csv.indexOf("\r\n")).split(",");

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

function bytesOf(files: PublishedFiles, path: string): Uint8Array {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`the release has no file ${path}`);
  return bytes;
}

const textOf = (files: PublishedFiles, path: string): string =>
  new TextDecoder().decode(bytesOf(files, path));
