import { withFaults } from "./additions.ts";
import { boundRead, type BoundRead, type DaysOfFile } from "./bound-read.ts";
import type { FieldFault } from "../values/fields.ts";
import { cellAt, nameKey, placesOf } from "../csv/header.ts";
import { cellOf, itemsOf, type JsonDocument } from "../csv/json-lines.ts";
import { keptRecords, type KeptRecords } from "./kept-records.ts";
import { noRecord } from "../csv/no-record.ts";
import {
  addDuplicateCounts,
  NO_DUPLICATES,
  type DuplicateCounts,
} from "../attendance/duplicate-counts.ts";
import type { TableRead } from "../profiles/profile.ts";
import type { FileKind } from "../profiles/profiles.ts";
import { isFault, together, type ReadRow, type RecordRows } from "./read-row.ts";
import { recordStates, statusFaults, type BareRecord, type RecordState } from "./record-state.ts";

const NOTHING_SET_ASIDE: readonly FieldFault[] = [];

export interface RecordReader {
  /** The rows of a record of a delimited file that is not damaged. */
  ofCells(cells: readonly string[], record: number): RecordRows;
  ofDocument(document: JsonDocument | null, record: number): RecordRows;
  /** How many records have been left out so far because their profile says so; they give no row. */
  leftOut(): number;
  /** The values of the last record that are set aside, and the rows of it that are: it is used without them. */
  setAside(): readonly FieldFault[];
  /**
   * Records of a section or period not counted, since another has the same student, day and
   * section.
   */
  duplicates(isCounted?: (student: string) => boolean): DuplicateCounts;
  /** Attendance by sections, once all records are in. */
  atEnd(): Iterable<ReadRow>;
}

/** How the records of one file are read, and the results so far. */
interface FileReads {
  readonly reads: readonly BoundRead[];
  readonly stateOf: (cells: readonly string[]) => RecordState;
  readonly statusFault: (cells: readonly string[]) => FieldFault | null;
  readonly kept: KeptRecords | null;
  /** Whether the profile or the file itself says that a line is no record to be read. */
  readonly isSkipped: (cells: readonly string[]) => boolean;
  leftOut: number;
  /** Values set aside in the record that was read last. */
  setAside: readonly FieldFault[];
}

/**
 * Reads the records of one file of a kind: each of the kind's reads gives rows, or the record is rejected.
 * @param onSection called with each record of a section or period: its row comes when the file has ended
 */
export function recordReader(
  kind: FileKind,
  header: readonly string[],
  days: DaysOfFile,
  onSection: (student: string, record: number) => void = () => undefined,
): RecordReader {
  const isJson = kind.profile.format === "json-lines";
  const stateOf = recordStates(kind, header);
  const reads = kind.profile.reads.map((read) => {
    if (!isJson) return boundRead(kind, read, header, days, onSection, stateOf);
    const columns = columnsOf(kind, read);
    return boundRead(kind, read, columns, days, onSection, recordStates(kind, columns));
  });
  const file: FileReads = {
    reads,
    stateOf,
    statusFault: statusFaults(kind, header),
    kept: keptRecords(kind, header),
    isSkipped: skippedLines(kind, header),
    leftOut: 0,
    setAside: NOTHING_SET_ASIDE,
  };
  return {
    leftOut: () => file.leftOut,
    setAside: () => file.setAside,
    duplicates: (isCounted) =>
      reads.map((read) => read.duplicates(isCounted)).reduce(addDuplicateCounts, NO_DUPLICATES),
    ofCells(cells, record) {
      file.setAside = NOTHING_SET_ASIDE;
      return rowsOfCells(file, cells, record);
    },
    ofDocument(document, record) {
      file.setAside = NOTHING_SET_ASIDE;
      if (document === null) return { column: "", reason: "not-a-document" };
      return together(reads, (read) => rowsOfDocument(file, read, document, record));
    },
    *atEnd() {
      for (const read of reads) yield* read.atEnd();
    },
  };
}

/** Lines that the profile skips, and those that are no records, such as the header once more. */
function skippedLines(
  { profile: { skipWhere = [] } }: FileKind,
  header: readonly string[],
): (cells: readonly string[]) => boolean {
  const isNoRecord = noRecord(header);
  const skipped = skipWhere.map(({ column, matches }) => ({
    places: placesOf([column], header),
    pattern: new RegExp(matches, "i"),
  }));
  return (cells) =>
    isNoRecord(cells) || skipped.some(({ places, pattern }) => pattern.test(cellAt(cells, places)));
}

function rowsOfCells(file: FileReads, cells: readonly string[], record: number): RecordRows {
  const { reads, kept } = file;
  if (file.isSkipped(cells)) {
    file.leftOut++;
    return [];
  }
  const state = file.stateOf(cells);
  const isNamed = state.source !== "" && reads.length > 0;
  // A record that is gone needs no more than its identifier.
  if (isNamed && state.isRemoved) return [bareRecord(record, state)];
  const fault = file.statusFault(cells) ?? kept?.faultOf(cells) ?? null;
  if (fault !== null) return fault;
  const rows = together(reads, (read) => {
    const rowsOfRead = read.rows(cells, record);
    noteSetAside(file, read.setAside());
    return unlessAddition(file, read, rowsOfRead);
  });
  if (isFault(rows)) return rows;
  const isBare = rows.length === 0 && reads.some((read) => !read.isOfParts);
  if (isBare || kept?.isLeftOut(cells) === true) file.leftOut++;
  return rows.length > 0 || !isNamed ? rows : [bareRecord(record, state)];
}

const bareRecord = (record: number, state: RecordState): BareRecord => ({
  table: "none",
  record,
  ...state,
  row: null,
});

/** The rows that one read gives of a document, one for each item of the list that it reads. */
function rowsOfDocument(
  file: FileReads,
  read: BoundRead,
  document: JsonDocument,
  record: number,
): RecordRows {
  const items = itemsOf(document, read.path);
  if ("reason" in items) return unlessAddition(file, read, items);
  return together(items, ({ fields, place: itemPath }) => {
    const values = new Map(Object.entries(fields).map(([name, value]) => [nameKey(name), value]));
    const cells = read.header.map((name) => cellOf(values.get(nameKey(name))));
    const rows = read.rows(cells, record);
    const inPlace = (fault: FieldFault) => ({ ...fault, column: itemPath + fault.column });
    noteSetAside(file, read.setAside().map(inPlace));
    // In a list, an item that cannot be used says nothing about the others.
    return unlessAddition(file, read, isFault(rows) ? inPlace(rows) : rows);
  });
}

function noteSetAside(file: FileReads, faults: readonly FieldFault[]): void {
  file.setAside = withFaults(file.setAside, faults);
}

/** A fault in what only adds to the record (a program, a goal) costs no more than that. */
function unlessAddition(file: FileReads, read: BoundRead, rows: RecordRows): RecordRows {
  if (!isFault(rows) || !read.isAddition) return rows;
  noteSetAside(file, [rows]);
  return [];
}

/** The columns that a read asks of a document, whatever fields it has. */
const columnsOf = ({ profile: { status } }: FileKind, read: TableRead): readonly string[] => [
  ...read.columns.flatMap(({ from, join }) => [...(from ?? []), ...(join ?? [])]),
  ...(read.keep ?? []).map(({ column }) => column),
  ...listOf(status?.column),
  ...listOf(status?.modifiedAt),
  ...listOf(status?.record),
];

const listOf = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name]);
