import { NOT_TOLD, RESTRICTED_USE, researchClasses } from "../disclosure/research-classes.ts";
import { grouped } from "../domain/grouped.ts";
import type { DistrictId } from "../domain/ids.ts";
import type { TableDefinition } from "../domain/table-definition.ts";
import { EXTRACT_FILE, type AboutExtract } from "../exports/about-extract.ts";
import { extractCodebook } from "../exports/extract-codebook.ts";
import { EXTRACT_COLUMNS } from "../exports/extract-columns.ts";
import { extractDdi } from "../exports/extract-ddi.ts";
import { extractPackage } from "../exports/extract-package.ts";
import { recordsKeys } from "../layout.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { toCsv } from "../releases/csv.ts";
import { jsonBytes, readJson } from "./conformed-manifest.ts";
import type { ExtractRows } from "./extract-rows.ts";
import type { Places } from "./ports.ts";
import type { Settled } from "./settle-extract.ts";

/** What is asked of an extract. */
export interface ExtractRequest {
  /** The release; null for the current one. */
  readonly release: string | null;
  readonly mandate: MandateProfile;
  /** To whom it is given and what for. */
  readonly purpose: string;
  /** The extract of the school year that was taken back for this one. */
  readonly replaces: string | null;
  readonly madeAt: string;
}

/** What was made, and what it took: for the district, which keeps it. It holds no student. */
export interface ExtractLog {
  readonly extract: string;
  readonly release: string;
  readonly schoolYear: string;
  readonly purpose: string;
  readonly madeAt: string;
  readonly replaces: string | null;
  readonly flow: AboutExtract["flow"];
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly isTold: boolean;
    /** Null where it is told as finely as it could be. */
    readonly because: string | null;
    /** Students whose value is not told. */
    readonly hidden: number;
  }[];
  /** Counts of the releases that were tried to be worked out with the extract at hand; none could. */
  readonly sensitiveCells: number;
  /** Rows that are the only ones of their kind: by what could find a student, and by all that is learnt besides. */
  readonly insider: { readonly byWhatTells: number; readonly byEverything: number };
  readonly files: readonly string[];
}

/** The extracts that were made, in the order of their names. */
export async function extractsOf(
  records: Places["records"],
  district: DistrictId,
): Promise<readonly ExtractLog[]> {
  const keys = await records.list(recordsKeys.extracts(district));
  const logs = await Promise.all(
    keys
      .filter((key) => key.endsWith(`/${LOG_FILE}`))
      .map((key) => readJson<ExtractLog>(records, key)),
  );
  return logs.filter((log) => log !== null);
}

const LOG_FILE = "log.json";

/** The log comes last: an extract that has none was never made. */
export async function storeExtract(
  { records }: Places,
  district: DistrictId,
  request: ExtractRequest,
  made: {
    readonly about: AboutExtract;
    readonly settled: Settled;
    readonly rows: ExtractRows;
  },
): Promise<ExtractLog> {
  const { about, settled, rows } = made;
  const { extract, release, schoolYear, flow } = about;
  const folder = recordsKeys.extract(district, extract);
  const files: readonly (readonly [string, string, string])[] = [
    [EXTRACT_FILE, toCsv(tableOf(about), rows.values), "text/csv"],
    ["datapackage.json", `${JSON.stringify(extractPackage(about), null, 2)}\n`, "application/json"],
    ["codebook.md", extractCodebook(about), "text/markdown"],
    ["codebook.xml", extractDdi(about), "application/xml"],
  ];
  for (const [name, text, type] of files) {
    await records.put(folder + name, new TextEncoder().encode(text), type);
  }
  const { purpose, madeAt, replaces } = request;
  const log: ExtractLog = {
    ...{ extract, release, schoolYear, purpose, madeAt, replaces, flow },
    rows: rows.values.length,
    columns: EXTRACT_COLUMNS.map(({ name }) => ({
      name,
      isTold: rows.columns.some((column) => column.name === name),
      because:
        about.leftOut.find((column) => column.name === name)?.because ??
        settled.because.get(name) ??
        null,
      hidden: rows.values.filter((row) => row[name] === NOT_TOLD).length,
    })),
    sensitiveCells: settled.sensitiveCells,
    insider: insiderOf(rows),
    files: files.map(([name]) => folder + name),
  };
  await records.put(folder + LOG_FILE, jsonBytes(log), "application/json");
  return log;
}

/** Rows that no other is like: what somebody finds who knows so much of a student already. */
function insiderOf({ columns, values }: ExtractRows): ExtractLog["insider"] {
  const names = columns.map(({ name }) => name).filter((name) => name !== "student");
  const tells = names.filter((name) =>
    EXTRACT_COLUMNS.some((column) => column.name === name && column.role.kind === "tells"),
  );
  const known = values.map((row) => ({
    tells: tells.map((name) => row[name] ?? ""),
    sensitive: null,
  }));
  const everything = grouped(values, (row) => names.map((name) => row[name]).join("\u001f"));
  return {
    byWhatTells: researchClasses(known, RESTRICTED_USE).uniqueRecords,
    byEverything: [...everything.values()].filter(({ length }) => length === 1).length,
  };
}

const tableOf = ({ extract, title, columns }: AboutExtract): TableDefinition => ({
  name: extract,
  title,
  description: "One row a student of whom the mandate asks a plan.",
  primaryKey: ["student"],
  columns: columns.map(({ name, title: of, definition }) => ({
    ...{ name, type: "text", title: of, definition },
  })),
});
