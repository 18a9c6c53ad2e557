import Papa from "papaparse";
import { FORMULA } from "../../../releases/files/csv.ts";
import { byKey } from "../../../domain/text/compare-text.ts";
import type { PassedRecords } from "../gate/gate.ts";
import type {
  HeaderField,
  ReportDefinition,
  ReportField,
  ReportLayout,
} from "../definitions/report-definition.ts";
import { encoded } from "./encoded.ts";
import { fixedRecord } from "./fixed-record.ts";

/** A report as it goes out. */
export interface ReportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly records: number;
}

/** What the name and the header record of a file say of it. */
export interface AboutFile {
  readonly name: string;
  /** What sets the file apart from others of its kind, 32 characters at most. */
  readonly id: string;
  /** "2021-2022" */
  readonly schoolYears: string;
}

/**
 * The bytes of a report whose records passed every check.
 * @throws when the report has no layout, or a value cannot be written in it: the gate lets none through
 */
export function reportBytes(
  { layout }: Pick<ReportDefinition, "layout">,
  fields: readonly ReportField[],
  records: PassedRecords,
  about: AboutFile,
): ReportFile {
  if (layout === null) throw new Error("the report has no layout");
  const rows = numbered(
    fields,
    inOrder(
      layout.sortBy,
      fields,
      records.map(({ cells }) => cells),
    ),
  );
  return {
    name: about.name,
    bytes: encoded(layout, textOf(layout, fields, rows, about)),
    records: rows.length,
  };
}

type Cells = readonly string[];

function textOf(
  layout: ReportLayout,
  fields: readonly ReportField[],
  rows: readonly Cells[],
  about: AboutFile,
): string {
  const header =
    "headerRecord" in layout ? headerOf(layout.headerRecord ?? [], rows.length, about) : [];
  switch (layout.kind) {
    case "delimited": {
      const first =
        layout.header === "names"
          ? [fields.map(({ name }) => name)]
          : layout.header === "record"
            ? [header]
            : [];
      return delimited(layout, [...first, ...rows]);
    }
    case "fixed": {
      const first =
        layout.header === "record" ? [fixedRecord(layout.headerRecord ?? [], header, null)] : [];
      return lines([
        ...first,
        ...rows.map((cells) => fixedRecord(fields, cells, layout.recordLength)),
      ]);
    }
    case "json-lines":
      return rows.map((cells) => `${JSON.stringify(objectOf(fields, cells))}\n`).join("");
    case "worksheet":
      return delimited({ delimiter: ",", isQuoted: true, encoding: "utf-8-with-mark" }, [
        [UNVERIFIED],
        fields.map(({ name }) => name),
        ...rows,
      ]);
  }
}

const UNVERIFIED = "Layout to be verified: a worksheet of counts, not a file for the state.";

interface Delimited {
  readonly delimiter: string;
  readonly isQuoted: boolean;
  readonly encoding: string;
}

/**
 * A file with the mark of its encoding is opened in a spreadsheet, so that a formula in it is text.
 * @throws where a value holds what an unquoted file cannot
 */
function delimited({ delimiter, isQuoted, encoding }: Delimited, rows: readonly Cells[]): string {
  if (isQuoted) {
    const escapeFormulae = encoding === "utf-8-with-mark" && FORMULA;
    const asked = { delimiter, escapeFormulae, newline: "\r\n" };
    return `${Papa.unparse(rows as string[][], asked)}\r\n`;
  }
  for (const cell of rows.flat()) {
    if (cell.includes(delimiter) || /["\r\n]/.test(cell)) {
      throw new Error("a value holds the delimiter, and the layout has no quotes");
    }
  }
  return lines(rows.map((cells) => cells.join(delimiter)));
}

const lines = (all: readonly string[]): string => all.map((line) => `${line}\r\n`).join("");

const headerOf = (
  fields: readonly HeaderField[],
  records: number,
  { name, id, schoolYears }: AboutFile,
): Cells =>
  fields.map(({ source }) => {
    if ("constant" in source) return source.constant;
    return { records: String(records), name, id, "school-years": schoolYears }[source.file];
  });

/** Dotted names become objects: `graduationPlan.schoolYear`. Empty values are left out. */
function objectOf(fields: readonly ReportField[], cells: Cells): object {
  const object: { [name: string]: unknown } = {};
  for (const [place, { name, isNumber }] of fields.entries()) {
    const cell = cells[place] ?? "";
    if (cell === "") continue;
    const path = name.split(".");
    const last = path.pop() ?? name;
    let inner = object;
    for (const part of path) inner = (inner[part] ??= {}) as typeof object;
    inner[last] = isNumber === true ? Number(cell) : cell;
  }
  return object;
}

function inOrder(
  sortBy: readonly string[],
  fields: readonly ReportField[],
  rows: readonly Cells[],
): readonly Cells[] {
  const places = sortBy.map((name) => {
    const place = fields.findIndex((field) => field.name === name);
    if (place < 0) throw new Error(`the layout sorts by ${name}, which is no field`);
    return place;
  });
  return rows
    .map((cells) => [places.map((place) => cells[place] ?? "").join("\u0000"), cells] as const)
    .toSorted(places.length === 0 ? () => 0 : byKey)
    .map(([, cells]) => cells);
}

/** Records with their number in the file, where a field asks for it. */
function numbered(fields: readonly ReportField[], rows: readonly Cells[]): readonly Cells[] {
  const place = fields.findIndex(({ source }) => "recordNumber" in source);
  return place < 0 ? rows : rows.map((cells, index) => cells.with(place, String(index + 1)));
}
