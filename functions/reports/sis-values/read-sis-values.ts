import type { Reject, RejectReason } from "../../domain/records/reject.ts";
import { foldedIdentifier } from "../../domain/text/folded-identifier.ts";
import { csvRecords } from "../../sources/csv/csv-records.ts";
import { cellAt, placesOf } from "../../sources/csv/header.ts";
import type { SisColumn, SisField, SisProfile } from "./sis-profile.ts";

/** One record of a student information system's list. */
export interface SisRecord {
  /** Counted from 1 without the header. */
  readonly record: number;
  /** As the list writes it. */
  readonly stateId: string;
  /** What it says, by field; null where some columns are missing and the others do not say it. */
  readonly says: { readonly [field: string]: string | null };
}

export interface SisValuesRead {
  readonly records: readonly SisRecord[];
  /** Records that could not be read, by number and column; no value. */
  readonly rejects: readonly Reject[];
  /** All records of the list. */
  readonly count: number;
  /** Ids of the fields of which the list has a column. */
  readonly compared: readonly string[];
  /** Columns that the list does not have, each by its first name. */
  readonly lacking: readonly string[];
  readonly isCutShort: boolean;
}

/** Reads a list under its header. A record that cannot be read is a reject, and never an error thrown. */
export function readSisValues(
  { name, text }: { readonly name: string; readonly text: string },
  profile: SisProfile,
): SisValuesRead {
  const records: SisRecord[] = [];
  const rejects: Reject[] = [];
  let columns = boundColumns(profile, []);
  let width = 0;
  let count = 0;
  const reject = (record: number, column: string, reason: RejectReason) =>
    rejects.push({ file: name, record, column, reason });
  const csv = csvRecords(
    {
      header(cells) {
        columns = boundColumns(profile, cells);
        width = cells.length;
      },
      record(cells, record, hasStrayQuote) {
        count = record;
        const read = damageOf(cells, width, hasStrayQuote) ?? readRecord(columns, cells, record);
        if ("reason" in read) reject(record, read.column, read.reason);
        else records.push(read);
      },
    },
    { delimiter: null },
  );
  csv.push(text);
  const end = csv.end();
  if (end !== null) reject(end.record, "", end.reason);
  const { fields, stateId } = columns;
  const lacking = fields.flatMap((field) => field.columns.filter(({ places }) => isAbsent(places)));
  return {
    ...{ records, rejects, count: end?.record ?? count, isCutShort: end !== null },
    compared: fields.filter((field) => hasColumn(field)).map(({ field }) => field.id),
    lacking: [
      ...(isAbsent(stateId) ? [profile.stateId[0] ?? ""] : []),
      ...lacking.map(({ column }) => column.names[0] ?? ""),
    ],
  };
}

interface BoundField {
  readonly field: SisField;
  readonly columns: readonly {
    readonly column: SisColumn;
    readonly places: readonly number[];
    /** In lower case. */
    readonly codes: ReadonlyMap<string, string>;
  }[];
}

interface BoundColumns {
  readonly stateId: readonly number[];
  readonly stateIdName: string;
  readonly fields: readonly BoundField[];
}

const isAbsent = (places: readonly number[]): boolean => places.length === 0;

const hasColumn = ({ columns }: BoundField): boolean =>
  columns.some(({ places }) => !isAbsent(places));

const boundColumns = (profile: SisProfile, header: readonly string[]): BoundColumns => ({
  stateId: placesOf(profile.stateId, header),
  stateIdName: profile.stateId[0] ?? "",
  fields: profile.fields.map((field) => ({
    field,
    columns: field.columns.map((column) => ({
      column,
      places: placesOf(column.names, header),
      codes: new Map(
        Object.entries(column.codes).map(([code, means]) => [code.toLowerCase(), means]),
      ),
    })),
  })),
});

type Fault = { readonly column: string; readonly reason: RejectReason };

/** Why nothing in a record can be trusted; null if it can be. */
function damageOf(cells: readonly string[], width: number, hasStrayQuote: boolean): Fault | null {
  if (hasStrayQuote) return { column: "", reason: "unclosed-quote" };
  const isTooLong = cells.slice(width).some((cell) => cell.trim() !== "");
  return isTooLong ? { column: "", reason: "too-many-cells" } : null;
}

function readRecord(
  { stateId, stateIdName, fields }: BoundColumns,
  cells: readonly string[],
  record: number,
): SisRecord | Fault {
  const id = cellAt(cells, stateId);
  if (foldedIdentifier(id) === "") return { column: stateIdName, reason: "missing-value" };
  const says: { [field: string]: string | null } = {};
  for (const bound of fields) {
    if (!hasColumn(bound)) continue;
    const said = saidIn(bound, cells);
    if (said !== null && typeof said !== "string") return said;
    says[bound.field.id] = said;
  }
  return { record, stateId: id, says };
}

/** What the columns of a field say together. */
function saidIn(
  { field: { prevails }, columns }: BoundField,
  cells: readonly string[],
): string | null | Fault {
  const said: string[] = [];
  for (const { column, places, codes } of columns) {
    if (isAbsent(places)) continue;
    const cell = cellAt(cells, places).toLowerCase();
    const means = codes.get(cell) ?? (cell === "" ? undefined : codes.get("*"));
    if (means === undefined) {
      return {
        column: column.names[0] ?? "",
        reason: cell === "" ? "missing-value" : "not-a-listed-value",
      };
    }
    said.push(means);
  }
  if (prevails !== undefined && said.includes(prevails)) return prevails;
  return said.length < columns.length ? null : (said[0] ?? null);
}
