import { grouped } from "../../domain/text/grouped.ts";
import type { DistrictId } from "../../domain/ids.ts";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { EXTRACT_FILE, type AboutExtract } from "../../reports/extract/about-extract.ts";
import { extractCodebook } from "../../reports/extract/extract-codebook.ts";
import { EXTRACT_COLUMNS } from "../../reports/extract/extract-columns.ts";
import { extractDdi } from "../../reports/extract/extract-ddi.ts";
import { extractPackage } from "../../reports/extract/extract-package.ts";
import {
  RESTRICTED_USE,
  researchClasses,
  SUPPRESSED,
} from "../../reports/extract/research-classes.ts";
import { recordsKeys } from "../../layout.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { toCsv } from "../../releases/files/csv.ts";
import { jsonBytes, readJson } from "../stored-json.ts";
import type { ExtractRows } from "../../reports/extract/extract-rows.ts";
import type { Places } from "../ports.ts";
import type { RecodedExtract } from "../../reports/extract/recode-extract.ts";

/** What is asked of an extract. */
export interface ExtractRequest {
  /** The staff edition; null for the current one. */
  readonly edition: string | null;
  readonly mandate: MandateProfile;
  /** To whom it is given and what for. */
  readonly purpose: string;
  /** The extract of the school year that was withdrawn for this one. */
  readonly replaces: string | null;
  readonly madeAt: string;
}

/** What was made, and what it took: for the district, which keeps it. It holds no student. */
export interface ExtractLog {
  readonly extract: string;
  /** The staff edition that it was made from. */
  readonly edition: string;
  readonly schoolYear: string;
  readonly purpose: string;
  readonly madeAt: string;
  readonly replaces: string | null;
  readonly flow: AboutExtract["flow"];
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly isIncluded: boolean;
    /** Why it is left out or recoded; null where it is at its finest level. */
    readonly because: string | null;
    /** Rows whose value is suppressed. */
    readonly suppressed: number;
  }[];
  /** Rows that no other row equals: in the quasi-identifiers, and in all columns. */
  readonly unique: { readonly byQuasiIdentifiers: number; readonly byAllColumns: number };
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
      .map((key) => readJson<ExtractLog | ReleaseExtractLog>(records, key)),
  );
  return logs.flatMap((log) => {
    if (log === null) return [];
    return "edition" in log ? [log] : [{ ...log, edition: log.release }];
  });
}

/** The log of an extract that was made from a public release, before there were staff editions. */
type ReleaseExtractLog = Omit<ExtractLog, "edition"> & { readonly release: string };

const LOG_FILE = "log.json";

/** The log comes last: an extract that has none was never made. */
export async function storeExtract(
  { records }: Places,
  district: DistrictId,
  request: ExtractRequest,
  made: {
    readonly about: AboutExtract;
    readonly recoded: RecodedExtract;
    readonly rows: ExtractRows;
  },
): Promise<ExtractLog> {
  const { about, recoded, rows } = made;
  const { extract, edition, schoolYear, flow } = about;
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
    ...{ extract, edition, schoolYear, purpose, madeAt, replaces, flow },
    rows: rows.values.length,
    columns: EXTRACT_COLUMNS.map(({ name }) => ({
      name,
      isIncluded: rows.columns.some((column) => column.name === name),
      because:
        about.leftOut.find((column) => column.name === name)?.because ??
        recoded.because.get(name) ??
        null,
      suppressed: rows.values.filter((row) => row[name] === SUPPRESSED).length,
    })),
    unique: uniqueRows(rows),
    files: files.map(([name]) => folder + name),
  };
  await records.put(folder + LOG_FILE, jsonBytes(log), "application/json");
  return log;
}

/** What somebody finds who knows so much of a student already. */
function uniqueRows({ columns, values }: ExtractRows): ExtractLog["unique"] {
  const names = columns.map(({ name }) => name).filter((name) => name !== "student");
  const quasiIdentifiers = names.filter((name) =>
    EXTRACT_COLUMNS.some(
      (column) => column.name === name && column.role.kind === "quasi-identifier",
    ),
  );
  const classes = values.map((row) => ({
    quasiIdentifiers: quasiIdentifiers.map((name) => row[name] ?? ""),
    sensitive: null,
  }));
  const everything = grouped(values, (row) => names.map((name) => row[name]).join("\u001f"));
  return {
    byQuasiIdentifiers: researchClasses(classes, RESTRICTED_USE).uniqueRecords,
    byAllColumns: [...everything.values()].filter(({ length }) => length === 1).length,
  };
}

const tableOf = ({ extract, title, columns }: AboutExtract): TableDefinition => ({
  name: extract,
  title,
  description: "One row per student of a grade that the mandate covers.",
  primaryKey: ["student"],
  columns: columns.map(({ name, title: of, definition }) => ({
    ...{ name, type: "text", title: of, definition },
  })),
});
