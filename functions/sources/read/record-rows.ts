import { withFaults } from "./additions.ts";
import { boundRead, type BoundRead, type DaysOfFile } from "./bound-read.ts";
import type { FieldFault } from "../values/fields.ts";
import { cellAt, nameKey, placesOf } from "../csv/header.ts";
import { cellOf, itemsOf, type JsonDocument } from "../csv/json-lines.ts";
import { keptRecords } from "./kept-records.ts";
import { noRecord } from "../csv/no-record.ts";
import {
  bothPassedOver,
  NONE_PASSED_OVER,
  type PassedOver,
} from "../attendance/duplicate-counts.ts";
import type { TableRead } from "../profiles/profile.ts";
import type { FileKind } from "../profiles/profiles.ts";
import { isFault, together, type ReadRow, type RecordRows } from "./read-row.ts";
import { recordStates, statusFaults } from "./record-state.ts";

const NOTHING_SET_ASIDE: readonly FieldFault[] = [];

/** No text holds it: whatever stands in such a record was not written by a person or an export. */
const NUL = "\u0000";

export interface RecordReader {
  ofCells(cells: readonly string[], record: number, hasStrayQuote: boolean): RecordRows;
  ofDocument(document: JsonDocument | null, record: number): RecordRows;
  /** How many records have been left out so far, as their profile says: no row comes of them. */
  leftOut(): number;
  /** The values of the last record that are set aside, and the rows of it that are: it is used without them. */
  setAside(): readonly FieldFault[];
  /** Records of a section or period passed over for another of the same student, day and section. */
  passedOver(isCounted?: (student: string) => boolean): PassedOver;
  /** Attendance by sections, once all records are in. */
  atEnd(): Iterable<ReadRow>;
}

/** Reads the records of one file of a kind: each of the kind's reads gives rows, or the record is rejected. */
export function recordReader(
  kind: FileKind,
  header: readonly string[],
  days: DaysOfFile,
  /** Told of each record of a section or period: its row comes when the file has ended. */
  onSection: (student: string, record: number) => void = () => undefined,
): RecordReader {
  const skipped = (kind.profile.skipWhere ?? []).map(({ column, matches }) => ({
    places: placesOf([column], header),
    pattern: new RegExp(matches, "i"),
  }));
  const isJson = kind.profile.format === "json-lines";
  const stateOf = recordStates(kind, header);
  const statusFault = statusFaults(kind, header);
  const reads = kind.profile.reads.map((read) =>
    boundRead(kind, read, isJson ? columnsOf(kind, read) : header, days, onSection),
  );
  const kept = keptRecords(kind, header);
  const isNoRecord = noRecord(header);
  let leftOut = 0;
  let setAside: readonly FieldFault[] = NOTHING_SET_ASIDE;

  const noteSetAside = (faults: readonly FieldFault[]): void => {
    setAside = withFaults(setAside, faults);
  };
  /** A fault in what only adds to the record (a program, a goal) costs no more than that. */
  const unlessAddition = (read: BoundRead, rows: RecordRows): RecordRows => {
    if (!isFault(rows) || !read.isAddition) return rows;
    noteSetAside([rows]);
    return [];
  };
  return {
    leftOut: () => leftOut,
    setAside: () => setAside,
    passedOver: (isCounted) =>
      reads.map((read) => read.passedOver(isCounted)).reduce(bothPassedOver, NONE_PASSED_OVER),
    ofCells(cells, record, hasStrayQuote) {
      setAside = NOTHING_SET_ASIDE;
      if (hasStrayQuote) return { column: "", reason: "unclosed-quote" };
      if (cells.some((cell) => cell.includes(NUL))) {
        return { column: "", reason: "unreadable-characters" };
      }
      if (
        isNoRecord(cells) ||
        skipped.some(({ places, pattern }) => pattern.test(cellAt(cells, places)))
      ) {
        leftOut++;
        return [];
      }
      const state = stateOf(cells);
      const isNamed = state.source !== "" && reads.length > 0;
      const bare = { table: "none", record, ...state, row: null } as const;
      // A record that is gone needs no more than its identifier.
      if (isNamed && state.isRemoved) return [bare];
      const fault = statusFault(cells) ?? kept?.faultOf(cells) ?? null;
      if (fault !== null) return fault;
      const rows = together(reads, (read) => {
        const own = read.rows(cells, record);
        noteSetAside(read.setAside());
        return unlessAddition(read, own);
      });
      if (isFault(rows)) return rows;
      const isBare = rows.length === 0 && reads.some((read) => !read.isOfParts);
      if (isBare || kept?.isLeftOut(cells) === true) leftOut++;
      return rows.length > 0 || !isNamed ? rows : [bare];
    },
    ofDocument(document, record) {
      setAside = NOTHING_SET_ASIDE;
      if (document === null) return { column: "", reason: "not-a-document" };
      return together(reads, (read) => {
        const items = itemsOf(document, read.path);
        if ("reason" in items) return unlessAddition(read, items);
        return together(items, ({ fields, place }) => {
          const values = new Map(Object.entries(fields).map(([name, of]) => [nameKey(name), of]));
          const cells = read.header.map((name) => cellOf(values.get(nameKey(name))));
          const rows = read.rows(cells, record);
          const inPlace = (found: FieldFault) => ({ ...found, column: place + found.column });
          noteSetAside(read.setAside().map(inPlace));
          // Of a list one item that cannot be used says nothing of the others.
          return unlessAddition(read, isFault(rows) ? inPlace(rows) : rows);
        });
      });
    },
    *atEnd() {
      for (const read of reads) yield* read.atEnd();
    },
  };
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
