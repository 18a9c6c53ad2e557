import { FORMULA } from "../../../releases/files/csv.ts";
import { schoolYearName } from "../../../domain/calendar/school-year.ts";
import type { Grade } from "../../../domain/people/grade.ts";
import type {
  FieldSource,
  ReportDefinition,
  ReportField,
} from "../definitions/report-definition.ts";
import { isDistrictCode, DISTRICT_CODES } from "../definitions/report-settings.ts";
import {
  textOf,
  type FixOwner,
  type ReportContext,
  type ReportRow,
  type RowKind,
  type RowSubject,
  type RowValue,
  type ValueSource,
} from "../rows/report-row.ts";

/** What is wrong with one field of one record, and who can change it where. It holds no value. */
export interface RecordFault {
  /** Which check found it, by id. */
  readonly check: string;
  /** The field of the file; empty where it is about the whole record. */
  readonly field: string;
  readonly because: string;
  readonly owner: FixOwner;
  readonly system: string;
  /** What is to be changed there. */
  readonly column: string;
  readonly remedy: string;
}

/** One record of a report, field by field as it would be written, and what is wrong with it. */
export interface ReportRecord {
  readonly about: RowSubject;
  readonly cells: readonly string[];
  readonly faults: readonly RecordFault[];
}

/** The records of rows, in their order: each field derived and compared with what the layout says of it. */
export function reportRecords(
  fields: readonly ReportField[],
  rows: readonly ReportRow[],
  kind: RowKind,
  context: ReportContext,
): readonly ReportRecord[] {
  const made = fields.map((field) => ({ field, pattern: patternOf(field) }));
  const cannotBeWritten = unwritable(context.definition.layout);
  return rows.map((row) => {
    const cells: string[] = [];
    const faults: RecordFault[] = [];
    for (const { field, pattern } of made) {
      const { value, source } = derived(field.source, row, kind, context);
      const { cell, fault } = writtenCell(field, pattern, value);
      cells.push(cell);
      const isUnwritable =
        cannotBeWritten?.test(cell) === true || (isIdentifier(field.source) && FORMULA.test(cell));
      const wrong = fault ?? (isUnwritable ? UNWRITABLE : null);
      if (wrong !== null) faults.push({ ...wrong, ...source, field: field.name });
    }
    return { about: row.about, cells, faults };
  });
}

/** A spreadsheet's guard against formulas would change an identifier that begins like one. */
const isIdentifier = (source: FieldSource): boolean =>
  "row" in source && IDENTIFIERS.includes(source.row);

const IDENTIFIERS: readonly string[] = [
  ...["student.id", "student.stateId", "school.id", "school.stateId"],
];

const patternOf = ({ pattern }: ReportField): RegExp | null =>
  pattern === undefined ? null : new RegExp(`^(?:${pattern})$`, "u");

/** What no value may hold in a file of a layout: characters beyond ASCII, or its delimiter where it has no quotes. */
function unwritable(layout: ReportDefinition["layout"]): RegExp | null {
  if (layout?.kind === "fixed") return /[^\x20-\x7e]/;
  if (layout?.kind !== "delimited") return null;
  const escaped = layout.delimiter === "|" ? "\\|" : layout.delimiter;
  const banned = [
    ...(layout.encoding === "ascii" ? ["[^\\x20-\\x7e]"] : []),
    ...(layout.isQuoted ? [] : [`[${escaped}"\\r\\n]`]),
  ];
  return banned.length === 0 ? null : new RegExp(banned.join("|"));
}

const OF_DEFINITION: ValueSource = {
  ...{ owner: "state-reporter", system: "report definition", column: "" },
};

interface Derived {
  readonly value: RowValue;
  readonly source: ValueSource;
}

function derived(
  source: FieldSource,
  row: ReportRow,
  kind: RowKind,
  context: ReportContext,
): Derived {
  if ("constant" in source) return { value: source.constant, source: OF_DEFINITION };
  // A record has its number once all are in order.
  if ("blank" in source || "recordNumber" in source) return { value: "", source: OF_DEFINITION };
  if ("yearDay" in source)
    return { value: yearDay(source.yearDay, context), source: OF_DEFINITION };
  if ("setting" in source) return ofSetting(source.setting, context);
  if ("answerByGrade" in source) return answerByGrade(source.answerByGrade, row, kind);
  return ofRow(source.row, row, kind);
}

function ofRow(name: string, row: ReportRow, kind: RowKind): Derived {
  const source = kind.sourceOf(name);
  if (source === null) throw new Error(`rows of ${kind.id} have no value ${name}`);
  return { value: row.value(name), source };
}

function answerByGrade(
  asked: { readonly [grade in Grade]?: string },
  row: ReportRow,
  kind: RowKind,
): Derived {
  const requirement = asked[textOf(row.value("student.grade")) as Grade];
  if (requirement !== undefined) return ofRow(`answer.${requirement}.standing`, row, kind);
  const { value, source } = ofRow("student.grade", row, kind);
  return {
    value: { text: "", because: "nothing is asked of the grade" },
    source: textOf(value) === "" ? source : OF_DEFINITION,
  };
}

function ofSetting(name: string, { settings }: ReportContext): Derived {
  if (!isDistrictCode(name)) throw new Error(`no district has a setting ${name}`);
  const value = settings.district[name] ?? "";
  return {
    value:
      value === ""
        ? { text: "", because: `the district has not set ${DISTRICT_CODES[name]}` }
        : value,
    source: { owner: "state-reporter", system: "report settings", column: DISTRICT_CODES[name] },
  };
}

/** A day of the school year, which begins in July. */
function yearDay(
  { month, day }: { readonly month: number; readonly day: number },
  { year }: ReportContext,
): string {
  const calendarYear = month >= 7 ? year - 1 : year;
  return `${calendarYear}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

type Fault = Pick<RecordFault, "check" | "because" | "remedy">;

/** What is written, and what is wrong with it: the first of contradicted, required, code set, length, form. */
function writtenCell(
  field: ReportField,
  pattern: RegExp | null,
  value: RowValue,
): { readonly cell: string; readonly fault: Fault | null } {
  const text = textOf(value);
  const because = typeof value === "string" ? "" : value.because;
  if (typeof value !== "string" && value.isContradicted === true) {
    return { cell: "", fault: contradiction(because) };
  }
  if (text === "") {
    const fault = field.isRequired === true ? missing(because) : null;
    return { cell: "", fault };
  }
  if (field.codes !== undefined) {
    const cell = Object.hasOwn(field.codes, text) ? field.codes[text] : undefined;
    return cell === undefined
      ? { cell: "", fault: noCode(text, because) }
      : { cell, fault: formOf(field, pattern, cell) };
  }
  return { cell: text, fault: formOf(field, pattern, text) };
}

const missing = (because: string): Fault => ({
  check: "required",
  because: because === "" ? "The record has no value." : sentence(because),
  remedy: "Fill it in there, and send the export again.",
});

const contradiction = (because: string): Fault => ({
  check: "contradictions",
  because: sentence(because),
  remedy: "Correct it there, and send the export again.",
});

/** An answer that the state's code set has no code for, above all one that cannot be determined. */
const noCode = (text: string, because: string): Fault => ({
  check: "codes",
  because:
    text === "not-determinable"
      ? `It cannot be determined, and the state has no code for that. ${sentence(because)}`
      : `The state has no code for what the records say.${because === "" ? "" : ` ${sentence(because)}`}`,
  remedy:
    text === "not-applicable"
      ? "Ask the state how it wants such a student reported; an attestation (ilp attest) can say whether the requirement is met."
      : "Complete the record there, and send the export again.",
});

function formOf(field: ReportField, pattern: RegExp | null, cell: string): Fault | null {
  const remedy = "Correct it there, and send the export again.";
  // A field of fixed width holds no more than its width.
  const longest = Math.min(field.maxLength ?? Infinity, field.length ?? Infinity);
  if (cell.length > longest) {
    return {
      check: "length",
      because: `The value is longer than ${longest} characters.`,
      remedy,
    };
  }
  if (pattern !== null && !pattern.test(cell)) {
    return {
      check: "form",
      because: "The value does not have the form that the layout asks for.",
      remedy,
    };
  }
  return null;
}

const UNWRITABLE: Fault = {
  check: "characters",
  because: "The value holds a character that the file cannot have.",
  remedy: "Correct it there, and send the export again.",
};

const sentence = (words: string): string =>
  words === ""
    ? ""
    : `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;

/** "2021-22": the school year as a header of a file names it, or a message. */
export const reportYear = ({ year }: Pick<ReportContext, "year">): string => schoolYearName(year);
