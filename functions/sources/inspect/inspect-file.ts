import { remedyOf, type Reject } from "../../domain/records/reject.ts";
import type { ByteFacts } from "../csv/byte-facts.ts";
import type { ContradictedDays } from "../read/contradicted-days.ts";
import type { CsvFault } from "../csv/csv-records.ts";
import type { DayOrder } from "../values/day-formats.ts";
import { daysSeen, type DaysSeen } from "./day-formats-seen.ts";
import type { DetectedEncoding } from "../csv/detect-encoding.ts";
import type { Encoding } from "../csv/encoding.ts";
import { isStatedUsed } from "../read/file-head.ts";
import type { FileReading } from "../read/file-reading.ts";
import { nameKey, repeatedNames } from "../csv/header.ts";
import {
  inspectColumns,
  missingColumns,
  type InspectedColumn,
  type MissingColumn,
} from "./inspect-columns.ts";
import type { FileHead } from "./inspect-head.ts";
import { fitsOf, kindsWrittenAs, type FileKind, type Fit } from "../profiles/profiles.ts";
import { placeName, shownColumns, shownHeader } from "../propose/words/shown-columns.ts";

/**
 * What a file looks like and what reading it would give. It has names of columns, except those that
 * may be people, and no value of any column.
 */
export interface Inspection {
  /** Its name without folders, as the sender wrote it. */
  readonly file: string;
  readonly bytes: Omit<ByteFacts, keyof DetectedEncoding>;
  readonly encoding: Encoding;
  readonly encodingBecause: ByteFacts["because"] | "stated-by-profile";
  /** In a file in UTF-8, the lines that are not UTF-8 and are read as Windows-1252. */
  readonly windows1252Lines: number;
  readonly format: "delimited" | "json-lines";
  /** Null for JSON Lines, and for an empty file. */
  readonly delimiter: string | null;
  readonly header: InspectedHeader;
  readonly match: InspectedMatch | null;
  /** The kinds that come next, best first. */
  readonly runnersUp: readonly Candidate[];
  readonly columns: readonly InspectedColumn[];
  /** Columns whose names are not shown, since they may be those of students. */
  readonly columnsNotShown: ColumnsNotShown;
  readonly repeatedColumns: readonly string[];
  readonly missingColumns: readonly MissingColumn[];
  /** Columns that nothing is read from, though they seem to hold the days of enrollments. */
  readonly unreadEnrollmentDays: readonly string[];
  /** Columns whose days contradict what the profile says that they are. */
  readonly contradictedDays: readonly ContradictedDays[];
  readonly attendance: AttendanceShape | null;
  /** How days are written in the file's first records. */
  readonly days: readonly DaysSeen[];
  /** Whether month or day comes first, where some days could be read in both ways and others show it. */
  readonly dayOrder: DayOrder | null;
  readonly outcome: FileReading["outcome"];
  /** For a file that no profile knows: what its first bytes show it to be, and what to do. */
  readonly looksLike: string | null;
  readonly records: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Accepted records that the profile leaves out. */
  readonly leftOut: number;
  readonly fault: CsvFault | null;
  /** The first problems, one per record. */
  readonly problems: readonly Problem[];
  /** How many records each sort of problem costs, most first. */
  readonly problemCounts: readonly ProblemCount[];
}

export type InspectedHeader =
  | { readonly is: "row"; readonly linesBefore: number; readonly columns: number }
  /** The file has no header row: the profile lists the columns by position. */
  | { readonly is: "in-profile"; readonly columns: number }
  /** The first row may be a record: no name in it is known, and it is not shown. */
  | { readonly is: "not-found"; readonly columns: number };

export interface ColumnsNotShown {
  /** Those that look like people. */
  readonly people: number;
  /** The others, by their places: `column 7`. */
  readonly unsure: readonly string[];
}

/** A kind of file beside this one. */
export interface Candidate {
  readonly kind: string;
  readonly version: number;
  readonly name: string;
  /** Identifying columns of the kind that the file has, as the file writes them. */
  readonly signatureFound: readonly string[];
  readonly signatureMissing: readonly string[];
  readonly isNamed: boolean;
  /** The pattern that the file's name was compared with. */
  readonly pattern: string;
  /** How many of the file's columns the kind knows: a part of `columns`. */
  readonly columnsKnown: number;
  readonly columns: number;
}
/** The kind that was taken, and the tables that it fills. */
export interface InspectedMatch extends Candidate {
  readonly tables: readonly string[];
}

/** The five ways in which attendance comes; of records by day, whether days of presence are among them. */
export type AttendanceShape = "absences-only" | "every-day" | "sections" | "wide" | "totals";

export interface Problem {
  readonly record: number;
  readonly column: string;
  readonly reason: Reject["reason"];
  readonly remedy: string;
}
export interface ProblemCount {
  readonly column: string;
  readonly reason: Reject["reason"];
  readonly records: number;
}

/** What was gathered while the whole file was read. */
export interface WholeFile {
  readonly facts: ByteFacts;
  readonly head: FileHead;
  readonly looksLike: string | null;
  readonly reading: FileReading;
  readonly problems: readonly Problem[];
  readonly problemCounts: readonly ProblemCount[];
  /** Records of attendance by day: present, and absent for some of the day. */
  readonly presentDays: number;
  readonly absentDays: number;
}

const MOST_RUNNERS_UP = 3;

export function inspectionOf(
  file: string,
  kinds: readonly FileKind[],
  whole: WholeFile,
): Inspection {
  const { facts, head, reading } = whole;
  const { encoding, because, windows1252Lines, ...bytes } = facts;
  const wanted = head.kind?.rules.encoding;
  const hasMark = because === "byte-order-mark";
  const hasNul = bytes.nulCharacters > 0;
  const stated = isStatedUsed(encoding, wanted, { hasMark, hasNul }) ? wanted : undefined;
  const header = head.isHeaderKnown ? head.header : [];
  const fits = fitsOf(file, header, kindsWrittenAs(head.format, kinds));
  const matched = fits.find(({ kind }) => kind === head.kind);
  const { records, accepted, rejected, leftOut, fault, outcome, dayOrder } = reading;
  const shown = shownColumns(header, kinds, head.records);
  const names = shownHeader(header, shown);
  const columns = inspectColumns(header, head.kind, kinds);
  return {
    file,
    bytes,
    encoding: stated ?? encoding,
    encodingBecause: stated === undefined ? because : "stated-by-profile",
    windows1252Lines: stated === "windows-1252" ? 0 : windows1252Lines,
    format: head.format,
    delimiter: head.format === "json-lines" || bytes.bytes === 0 ? null : head.delimiter,
    header: inspectedHeader(head),
    match: matched === undefined ? null : matchOf(matched, header),
    runnersUp: fits
      .filter((fit) => fit !== matched && isNear(fit))
      .sort((fit, other) => nearness(other) - nearness(fit) || other.matched - fit.matched)
      .slice(0, MOST_RUNNERS_UP)
      .map((fit) => candidateOf(fit, header)),
    columns: columns.map((column, place) =>
      shown.isShown[place] === false
        ? { ...column, name: placeName(place), nearest: null }
        : column,
    ),
    columnsNotShown: { people: shown.people, unsure: shown.unsure.map(placeName) },
    repeatedColumns: repeatedNames(header.filter((_, place) => shown.isShown[place] !== false)),
    missingColumns: head.kind === null ? [] : missingColumns(head.kind, header),
    unreadEnrollmentDays: reading.unreadEnrollmentDays,
    contradictedDays: reading.contradictedDays,
    attendance: shapeOf(whole),
    days: names.flatMap((column, place) => daysSeen(column, head.records, place) ?? []),
    dayOrder: dayOrder === null || dayOrder === "open" ? null : dayOrder.order,
    outcome,
    looksLike: head.kind === null ? whole.looksLike : null,
    ...{ records, accepted, rejected, leftOut, fault },
    problems: whole.problems,
    problemCounts: whole.problemCounts,
  };
}

function inspectedHeader(head: FileHead): InspectedHeader {
  const columns = head.header.length;
  if (!head.isHeaderKnown) return { is: "not-found", columns };
  if (!head.hasHeaderRow) return { is: "in-profile", columns };
  return { is: "row", linesBefore: head.recordsBeforeHeader, columns };
}

/**
 * Whether a kind is similar enough to mention: an identifying column matches, or its name and a
 * column.
 */
const isNear = ({ kind, missing, matched, isNamed }: Fit): boolean =>
  missing.length < kind.profile.signature.length || (isNamed && matched > 0);

/** The share of its identifying columns that the file has. */
const nearness = ({ kind: { profile }, missing }: Fit): number =>
  1 - missing.length / Math.max(1, profile.signature.length);

function candidateOf(fit: Fit, header: readonly string[]): Candidate {
  const { kind, missing, isNamed, matched } = fit;
  const { name, pattern, signature } = kind.profile;
  const telling = new Set(signature.flat().map(nameKey));
  return {
    kind: kind.kind,
    version: kind.version,
    name,
    signatureFound: header.filter((column) => telling.has(nameKey(column))),
    signatureMissing: missing,
    isNamed,
    pattern,
    columnsKnown: matched,
    columns: new Set(header.map(nameKey).filter((key) => key !== "")).size,
  };
}

const matchOf = (fit: Fit, header: readonly string[]): InspectedMatch => ({
  ...candidateOf(fit, header),
  tables: [...new Set(fit.kind.profile.reads.map(({ table }) => table))],
});

function shapeOf({ head, presentDays, absentDays }: WholeFile): AttendanceShape | null {
  const reads = head.kind?.profile.reads ?? [];
  if (reads.some(({ table }) => table === "attendanceTotal")) return "totals";
  const read = reads.find(({ table }) => table === "attendance");
  if (read === undefined) return null;
  if (read.attendance !== undefined) return read.attendance.shape;
  if (presentDays + absentDays === 0) return null;
  return presentDays > absentDays ? "every-day" : "absences-only";
}

/** A problem in one line: what is wrong with which record, and what to do. */
export const problemOf = (reject: Reject): Problem => {
  const { record, column, reason } = reject;
  return { record, column, reason, remedy: remedyOf(reject) };
};
