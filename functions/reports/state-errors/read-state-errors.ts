import type { Day } from "../../domain/calendar/day.ts";
import type { Reject, RejectReason } from "../../domain/records/reject.ts";
import { csvRecords } from "../../sources/csv/csv-records.ts";
import { statedDay } from "../../sources/csv/file-names.ts";
import { cellsByHeader, cellsByPosition, textsInWords, type ErrorCells } from "./error-cells.ts";
import type { ErrorField, ErrorProfile } from "./error-profile.ts";
import { knownRules } from "./known-rules.ts";
import { delimiterOf, type RecognizedErrors } from "./recognize-errors.ts";
import { ERROR_TEXTS, type ErrorText, type Severity, type StateError } from "./state-error.ts";

/** What a state's error report says, and what of it could not be read. */
export interface StateErrorsRead {
  readonly errors: readonly StateError[];
  /** Records of the report, those that could not be read among them. */
  readonly records: number;
  /** Records that could not be read, and values that were set aside, by the number of the record; no value. */
  readonly rejects: readonly Reject[];
  /** Whether the report breaks off in a record, so that those after it are not read. */
  readonly isCutShort: boolean;
}

/** Reads each record of a report. A record that cannot be read is a reject, and never an error thrown. */
export function readStateErrors(
  { name, text }: { readonly name: string; readonly text: string },
  recognized: RecognizedErrors,
): StateErrorsRead {
  const { header, delimiter, recordsBeforeHeader } = recognized;
  const reader = recordReader(name, recognized);
  const errors: StateError[] = [];
  const rejects: Reject[] = [];
  const reject = (record: number, { field, ...fault }: RecordFault) =>
    rejects.push({ file: name, record, column: columnName(recognized.profile, field), ...fault });
  let records = 0;
  const csv = csvRecords(
    {
      header: () => undefined,
      record(cells, record, hasStrayQuote) {
        records = record;
        const damage = damageOf(cells, header, hasStrayQuote);
        const read = damage === null ? reader(cells, record) : { error: null, faults: [damage] };
        for (const fault of read.faults) reject(record, fault);
        if (read.error !== null) errors.push(read.error);
      },
    },
    { delimiter: delimiterOf(delimiter), recordsBeforeHeader, hasHeaderRow: header !== null },
  );
  csv.push(text);
  const end = csv.end();
  if (end !== null) reject(end.record, { field: null, reason: end.reason });
  return { errors, records: end?.record ?? records, rejects, isCutShort: end !== null };
}

interface RecordFault {
  /** Null where the whole record is meant. */
  readonly field: ErrorField | null;
  readonly reason: RejectReason;
  readonly disposition?: "set-aside";
}

const columnName = ({ columns }: ErrorProfile, field: ErrorField | null): string =>
  columns.find(({ to }) => to === field)?.names?.[0] ?? field ?? "";

/** Why nothing in a record can be trusted; null if it can be. */
function damageOf(
  cells: readonly string[],
  header: readonly string[] | null,
  hasStrayQuote: boolean,
): RecordFault | null {
  if (hasStrayQuote) return { field: null, reason: "unclosed-quote" };
  if (cells.some((cell) => cell.includes("\u0000"))) {
    return { field: null, reason: "unreadable-characters" };
  }
  const isTooLong =
    header !== null && cells.slice(header.length).some((cell) => cell.trim() !== "");
  return isTooLong ? { field: null, reason: "too-many-cells" } : null;
}

interface RecordRead {
  readonly error: StateError | null;
  readonly faults: readonly RecordFault[];
}

function recordReader(name: string, { profile, header }: RecognizedErrors) {
  const ruleForm = new RegExp(`^(?:${profile.ruleIdForm})$`, "i");
  const inName = textsInWords(profile.fromName ?? [], name);
  const dayInName = statedDay(name);
  const ruleOf = knownRules(profile);
  const cellsOf =
    header === null
      ? (row: readonly string[]) => cellsByPosition(profile, row)
      : cellsByHeader(profile, header);
  return (row: readonly string[], record: number): RecordRead => {
    const cells = cellsOf(row);
    const inMessage = textsInWords(profile.fromMessage ?? [], cells.message ?? "");
    const texts = textsOf([cells, inMessage, inName]);
    const fault = ruleFault(texts.ruleId, ruleForm);
    if (fault !== null) return { error: null, faults: [fault] };
    const faults: RecordFault[] = [];
    const setAside = (field: ErrorField, reason: RejectReason) =>
      faults.push({ field, reason, disposition: "set-aside" });
    const error = {
      ...texts,
      ...{ state: profile.state, collection: profile.collection, reportRecord: record },
      scope: ruleOf(texts.ruleId, texts.message).scope,
      severity: severityOf(profile, cells.severity ?? "", setAside),
      recordNumber: recordNumberOf(cells, setAside),
      runDay: runDayOf(cells, setAside) ?? dayInName,
    };
    return { error, faults };
  };
}

/** Each text from the first of the places that have it: the cell, the message, the file's name. */
function textsOf(
  places: readonly { readonly [text in ErrorText]?: string }[],
): Record<ErrorText, string> {
  const first = (text: ErrorText): string =>
    places.map((place) => place[text] ?? "").find((value) => value !== "") ?? "";
  return Object.fromEntries(ERROR_TEXTS.map((text) => [text, first(text)])) as Record<
    ErrorText,
    string
  >;
}

function ruleFault(ruleId: string, form: RegExp): RecordFault | null {
  if (ruleId === "") return { field: "ruleId", reason: "missing-value" };
  return form.test(ruleId) ? null : { field: "ruleId", reason: "not-a-listed-value" };
}

type SetAside = (field: ErrorField, reason: RejectReason) => void;

function severityOf(
  { severities: { codes, otherwise } }: ErrorProfile,
  written: string,
  setAside: SetAside,
): Severity {
  if (written === "") return otherwise;
  const code = Object.keys(codes).find((name) => name.toLowerCase() === written.toLowerCase());
  const severity = code === undefined ? undefined : codes[code];
  if (severity === undefined) setAside("severity", "not-a-listed-value");
  return severity ?? otherwise;
}

function recordNumberOf({ recordNumber = "" }: ErrorCells, setAside: SetAside): number | null {
  if (recordNumber === "") return null;
  if (/^\d{1,9}$/.test(recordNumber)) return Number(recordNumber);
  setAside("recordNumber", "not-a-number");
  return null;
}

function runDayOf({ runDay = "" }: ErrorCells, setAside: SetAside): Day | null {
  if (runDay === "") return null;
  const on = statedDay(runDay.replaceAll("/", "-"));
  if (on === null) setAside("runDay", "not-a-day");
  return on;
}
