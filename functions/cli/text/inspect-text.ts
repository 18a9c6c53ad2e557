import { counted, number } from "../../domain/text/counted.ts";
import { REJECT_REASON_NAMES } from "../../domain/records/reject.ts";
import { hasMixedLineEnds } from "../../sources/csv/byte-facts.ts";
import { contradictionWarning } from "../../sources/read/contradicted-days.ts";
import type { DaysSeen } from "../../sources/inspect/day-formats-seen.ts";
import type { InspectedColumn } from "../../sources/inspect/inspect-columns.ts";
import type { ProfileFault } from "../../sources/profiles/profile-fault.ts";
import type {
  AttendanceShape,
  Candidate,
  InspectedHeader,
  Inspection,
} from "../../sources/inspect/inspect-file.ts";
import { encodingLines } from "./encoding-text.ts";
import type { InspectedFile, InspectReport } from "../steps/inspect.ts";
import { isPlaceName, notShownLines } from "./not-shown-text.ts";

/** What `ilp inspect` prints: one block per file, one line per fact. */
export const inspectText = ({ files }: InspectReport): string => files.map(fileText).join("\n");

const MOST_COLUMNS = 60;

function fileText(file: InspectedFile): string {
  if (file.outcome === "not-opened") {
    return `${shown(file.file)}\n${facts([["not opened", [shownLine(file.message)]]])}`;
  }
  if (file.outcome === "profile") {
    const said = ({ path, message }: ProfileFault) => `${path === "" ? "it" : path} ${message}`;
    const fine = "valid; the other files are read with it";
    return `${shown(file.file)}\n${facts([
      ["own profile", file.faults.length === 0 ? [fine] : file.faults.map(said).map(shownLine)],
      ["to look at", file.warnings.map(said).map(shownLine)],
    ])}`;
  }
  return `${shown(file.file)}\n${facts([
    ["size", [counted(file.bytes.bytes, "byte")]],
    ["content", file.looksLike === null ? [] : [file.looksLike]],
    ["encoding", encodingLines(file)],
    ["line ends", [lineEnds(file)]],
    ["delimiter", [delimiterName(file)]],
    ["header", [headerLine(file.header)]],
    ["profile", profileLines(file)],
    ["next best", file.runnersUp.map(candidateLine)],
    [
      "columns",
      [...columnLines(file.columns), ...notShownLines(file.columnsNotShown, file.header.columns)],
    ],
    [
      "duplicates",
      file.repeatedColumns.map((name) => `${shown(name)}: the first cell that is not empty counts`),
    ],
    [
      "missing",
      file.missingColumns.map(
        ({ field, names }) =>
          `${names.map(shown).join(" or ")}, for ${field}: ${withoutColumn(file, field)}`,
      ),
    ],
    [
      "enrollment days",
      file.unreadEnrollmentDays.map(
        (name) =>
          `${shown(name)} is not read: students who have left may count as enrolled; ilp profile new starts a profile that reads it`,
      ),
    ],
    ["contradicted", file.contradictedDays.map(contradictionWarning)],
    ["attendance", file.attendance === null ? [] : [SHAPES[file.attendance]]],
    ["days", dayLines(file)],
    ["records", [recordLine(file)]],
    ["problems", problemLines(file)],
  ])}`;
}

/** What a missing column costs: one table if the file fills others too, otherwise every record. */
function withoutColumn({ match, missingColumns }: Inspection, field: string): string {
  const tableOf = (name: string) => name.split(".")[0] ?? name;
  const lost = new Set(missingColumns.map((missing) => tableOf(missing.field)));
  return match?.tables.every((table) => lost.has(table)) === false
    ? `without it this file gives no ${tableOf(field)} records; its other records are used`
    : "without it every record is rejected";
}

/** A name and its lines, the names in a column of their own. */
const facts = (all: readonly (readonly [string, readonly string[]])[]): string =>
  all
    .flatMap(([name, lines]) =>
      lines.map((line, index) => `  ${(index === 0 ? name : "").padEnd(14)}  ${line}\n`),
    )
    .join("");

function lineEnds({ bytes: { lineEnds: ends } }: Inspection): string {
  const kinds = [
    ends.pairs > 0 ? `${number(ends.pairs)} as on Windows (CR LF)` : "",
    ends.lineFeeds > 0 ? `${number(ends.lineFeeds)} as on Unix (LF)` : "",
    ends.carriageReturns > 0 ? `${number(ends.carriageReturns)} carriage returns alone (CR)` : "",
  ].filter((kind) => kind !== "");
  if (kinds.length === 0) return "none";
  return `${kinds.join(", ")}${hasMixedLineEnds(ends) ? ": mixed, and all are read" : ""}`;
}

const DELIMITER_NAMES = new Map([
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "vertical bar"],
  ["^", "caret"],
]);

function delimiterName({ format, delimiter }: Inspection): string {
  if (format === "json-lines") return "none: JSON Lines, one document per line";
  return delimiter === null
    ? "none: the file is empty"
    : (DELIMITER_NAMES.get(delimiter) ?? shown(delimiter));
}

function headerLine(header: InspectedHeader): string {
  switch (header.is) {
    case "row":
      return `${counted(header.columns, "column")}${header.linesBefore === 0 ? "" : `, below ${counted(header.linesBefore, "line")} of something else`}`;
    case "in-profile":
      return `no header row; the profile names the ${counted(header.columns, "column")}`;
    case "not-found":
      return `not found: the first row has ${counted(header.columns, "cell")} and may be a record, so it is not shown`;
  }
}

function profileLines({ match }: Inspection): readonly string[] {
  if (match === null) return ["none matches; ilp profile new writes a first version of one"];
  const tables =
    match.tables.length === 0 ? "known, not needed" : `fills ${match.tables.join(", ")}`;
  return [
    `${match.kind}, version ${match.version}: ${match.name}; ${tables}`,
    ...(match.signatureFound.length === 0
      ? []
      : [`identified by its columns ${match.signatureFound.map(shown).join(", ")}`]),
    `its file name ${match.isNamed ? "matches" : "does not match"} ${match.pattern}`,
    knownColumnsInWords(match),
  ];
}

const knownColumnsInWords = ({ columnsKnown, columns }: Candidate): string =>
  `${number(columnsKnown)} of ${number(columns)} columns are known`;

const candidateLine = (candidate: Candidate): string =>
  [
    `${candidate.kind}: ${candidate.signatureMissing.length === 0 ? "no column that identifies it is missing" : `missing ${candidate.signatureMissing.map(shown).join(", ")}`}`,
    `the file name ${candidate.isNamed ? "matches" : "does not match"}`,
    knownColumnsInWords(candidate),
  ].join("; ");

function columnLines(columns: readonly InspectedColumn[]): readonly string[] {
  const used = columns.filter(({ uses, nearest }) => uses.length > 0 || nearest !== null);
  const unread = columns
    .filter(({ uses, nearest }) => uses.length === 0 && nearest === null)
    .filter(({ name }) => !isPlaceName(name))
    .map(({ name }) => (name === "" ? "(no name)" : shown(name)));
  return [
    ...cut(used).map(({ name, uses, nearest }) =>
      nearest === null
        ? `${shown(name)}: ${uses.join(", ")}`
        : `${shown(name)}: not read; if this is ${shown(nearest)}, correct the name or add it to the profile`,
    ),
    ...(unread.length === 0 ? [] : [`not read: ${cut(unread).join(", ")}${more(unread)}`]),
    ...(used.length > MOST_COLUMNS ? [`${more(used).trim()}`] : []),
  ];
}

const cut = <T>(all: readonly T[]): readonly T[] => all.slice(0, MOST_COLUMNS);
const more = (all: readonly unknown[]): string =>
  all.length > MOST_COLUMNS ? ` and ${number(all.length - MOST_COLUMNS)} more` : "";

const SHAPES: { readonly [shape in AttendanceShape]: string } = {
  "absences-only": "one record per absence: days without a record count as present",
  "every-day": "one record per student and day, including days present",
  sections: "one record per section or period, combined into days as the profile says",
  wide: "one record per student and day with one cell per period, combined into days as the profile says",
  totals: "one total per student: days cannot be derived from it",
};

function dayLines({ days, dayOrder }: Inspection): readonly string[] {
  const order =
    dayOrder === null
      ? []
      : [
          `the ${dayOrder === "month-first" ? "month" : "day"} comes first, since some days are above 12`,
        ];
  return [...days.slice(0, MOST_COLUMNS).map(daysLine), ...order];
}

const daysLine = ({ column, cells, formats }: DaysSeen): string =>
  `${shown(column)}: ${formats
    .map((format) =>
      format.cells === cells
        ? `${format.format} in all`
        : `${format.format} in ${number(format.cells)}`,
    )
    .join(", ")} of the first ${counted(cells, "cell")}`;

function recordLine(file: Inspection): string {
  const { records, accepted, rejected, leftOut, fault, outcome } = file;
  const out =
    leftOut === 0
      ? ""
      : `; of those that can, ${number(leftOut)} ${leftOut === 1 ? "is" : "are"} left out, as the profile says`;
  const read = `${number(records)} read, ${number(accepted)} can be used, ${number(rejected)} cannot${out}`;
  if (fault !== null) {
    return `${read}; the file cannot be used: ${REJECT_REASON_NAMES[fault.reason].toLowerCase()} (record ${number(fault.record)})`;
  }
  if (outcome === "not-recognized")
    return `${number(records)} read; none can be used without a profile`;
  return read;
}

function problemLines({ problems, problemCounts, rejected }: Inspection): readonly string[] {
  const lines = problems.map(
    ({ record, column, reason, remedy }) =>
      `record ${number(record)}${column === "" ? "" : `, ${shown(column)}`}: ${REJECT_REASON_NAMES[reason].toLowerCase()}. ${remedy}`,
  );
  if (rejected <= problems.length || problems.length === 0) return lines;
  const sorts = problemCounts
    .slice(0, 10)
    .map(
      ({ column, reason, records }) =>
        `${counted(records, "time")} ${column === "" ? "" : `${shown(column)}: `}${REJECT_REASON_NAMES[reason].toLowerCase()}`,
    );
  return [...lines, `in all: ${sorts.join("; ")}`];
}

const LONGEST_NAME = 80;
/** A name on one line, and not too long. */
function shown(name: string): string {
  const plain = shownLine(name);
  return plain.length <= LONGEST_NAME ? plain : `${plain.slice(0, LONGEST_NAME - 1)}…`;
}

/**
 * Text that is safe on a terminal: without characters that control it or reverse the direction of
 * text.
 */
const shownLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "\u00b7");
