import type { Day } from "../domain/day.ts";
import { studentId } from "../domain/ids.ts";
import { CANONICAL_FIELDS } from "./canonical-fields.ts";
import { CANONICAL_READERS, type CanonicalRows } from "./canonical-rows.ts";
import type { DayOrder } from "./day-formats.ts";
import { dayLimits } from "./day-ranges.ts";
import { fieldsOf, type DayEvidence, type FieldFault } from "./fields.ts";
import { boundKeep, keptRecords } from "./kept-records.ts";
import { cellAt, nameKey, placesOf } from "./header.ts";
import { partsOfDays } from "./parts-of-days.ts";
import { cellOf, itemsOf, type JsonDocument } from "./json-lines.ts";
import { noRecord } from "./no-record.ts";
import { nullTokensOf } from "./null-tokens.ts";
import type { CanonicalTable, TableRead } from "./profile.ts";
import type { FileKind } from "./profiles.ts";
import {
  recordStates,
  statusFaults,
  UNSTATED,
  type BareRecord,
  type RecordState,
} from "./record-state.ts";

/** A row of a canonical table with the number of the record it came from. */
export type ReadRow =
  | {
      readonly [T in CanonicalTable]: RecordState & {
        readonly table: T;
        readonly record: number;
        readonly row: CanonicalRows[T];
      };
    }[CanonicalTable]
  | BareRecord;

/** No text holds it: whatever stands in such a record was not written by a person or an export. */
const NUL = "\u0000";

/** Rows of one record, or why it cannot be used: then none of its rows is. */
export type RecordRows = readonly ReadRow[] | FieldFault;

export interface RecordReader {
  ofCells(cells: readonly string[], record: number, hasStrayQuote: boolean): RecordRows;
  ofDocument(document: JsonDocument | null, record: number): RecordRows;
  /** How many records have been left out so far, as their profile says: no row comes of them. */
  leftOut(): number;
  /** How many records of a section or period repeat an earlier one of the same student, day and section. */
  repeats(): number;
  /** Attendance by sections, once all records are in. */
  atEnd(): Iterable<ReadRow>;
}

/** What is known of the days of one file, and what they show. */
export interface DaysOfFile {
  /** Whether month or day comes first, where the file has shown it. */
  readonly order: DayOrder | null;
  readonly evidence: DayEvidence;
  /** The day the file came; null where that is not known. */
  readonly receivedOn: Day | null;
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
  return {
    leftOut: () => leftOut,
    repeats: () => reads.reduce((sum, read) => sum + read.repeats(), 0),
    ofCells(cells, record, hasStrayQuote) {
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
      const rows = together(reads, (read) => read.rows(cells, record));
      if (isFault(rows)) return rows;
      const isBare = rows.length === 0 && reads.some((read) => !read.isOfParts);
      if (isBare || kept?.isLeftOut(cells) === true) leftOut++;
      return rows.length > 0 || !isNamed ? rows : [bare];
    },
    ofDocument(document, record) {
      if (document === null) return { column: "", reason: "not-a-document" };
      return together(reads, (read) => {
        const items = itemsOf(document, read.path);
        if ("reason" in items) return items;
        return together(items, ({ fields, place }) => {
          const values = new Map(Object.entries(fields).map(([name, of]) => [nameKey(name), of]));
          const cells = read.header.map((name) => cellOf(values.get(nameKey(name))));
          const rows = read.rows(cells, record);
          return isFault(rows) ? { ...rows, column: place + rows.column } : rows;
        });
      });
    },
    *atEnd() {
      for (const read of reads) yield* read.atEnd();
    },
  };
}

interface BoundRead {
  readonly header: readonly string[];
  /** Whether a record is a part of a day, of which a row comes only at the end. */
  readonly isOfParts: boolean;
  readonly path: string | undefined;
  rows(cells: readonly string[], record: number): RecordRows;
  repeats(): number;
  atEnd(): Iterable<ReadRow>;
}

/** One read of a kind, bound to the header of one file. */
function boundRead(
  kind: FileKind,
  read: TableRead,
  header: readonly string[],
  { order, evidence, receivedOn }: DaysOfFile,
  onSection: (student: string, record: number) => void,
): BoundRead {
  const { table, forEach } = read;
  const columns = withIdentifiers(read);
  const fields = fieldsOf(
    columns,
    header,
    kind.rules,
    order,
    evidence,
    dayLimits(table, receivedOn),
  );
  const nullTokens = nullTokensOf(kind.rules);
  const keeps = (read.keep ?? []).map((keep) => boundKeep(keep, header, nullTokens));
  const stateOf = recordStates(kind, header);
  const itemPlaces = placesOf([forEach?.column ?? []].flat(), header);
  const parts = partsOfDays(read, header);

  /** The record, once for each item of the list in one of its cells. */
  const itemsIn = (cells: readonly string[]): readonly (readonly string[])[] => {
    const place = itemPlaces[0];
    if (forEach === undefined) return [cells];
    if (place === undefined) return [];
    const items = (cells[place] ?? "").split(forEach.separator).map((item) => item.trim());
    return items
      .filter((item) => item !== "")
      .map((item) => cells.map((cell, at) => (at === place ? item : cell)));
  };
  return {
    header,
    isOfParts: parts !== null,
    path: read.path,
    rows(cells, record) {
      if (!keeps.every((keep) => keep.holds(cells))) return [];
      const state = stateOf(cells);
      return together(itemsIn(cells), (item) => {
        fields.begin(item);
        const row = parts === null ? CANONICAL_READERS[table](fields) : parts.read(fields, item);
        const fault = fields.fault();
        if (fault !== null) return fault;
        // Of a part of a day the row comes at the end; else the record says that there is none.
        if (row === null && parts !== null) onSection(fields.id("student"), record);
        // The table decides the type of the row.
        return row === null ? [] : [{ table, record, ...state, row } as ReadRow];
      });
    },
    repeats: () => parts?.book.repeats() ?? 0,
    *atEnd() {
      for (const { student, ...day } of parts?.book.days() ?? []) {
        const row = { student: studentId(student), ...day };
        yield { table: "attendance", record: 0, ...UNSTATED, row };
      }
    },
  };
}

/** An identifier without which there is no row is asked for, whether or not a profile says so. */
function withIdentifiers({ table, columns }: TableRead): TableRead["columns"] {
  const { fields, required } = CANONICAL_FIELDS[table];
  const alone = new Set(required.flatMap((ways) => (ways.length === 1 ? ways.flat() : [])));
  return columns.map((column) => {
    const is = fields[column.to]?.is;
    const isNeeded = alone.has(column.to) && (is === "id" || is === "student");
    return isNeeded ? { ...column, isRequired: true } : column;
  });
}

/** The rows of all parts, or the fault of the first that has one. */
function together<T>(parts: readonly T[], rowsOf: (part: T) => RecordRows): RecordRows {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return rowsOf(only);
  const all: ReadRow[] = [];
  for (const part of parts) {
    const rows = rowsOf(part);
    if (isFault(rows)) return rows;
    all.push(...rows);
  }
  return all;
}

export const isFault = (rows: RecordRows): rows is FieldFault => "reason" in rows;

/** The columns that a read asks of a document, whatever fields it has. */
const columnsOf = ({ profile: { status } }: FileKind, read: TableRead): readonly string[] => [
  ...read.columns.flatMap(({ from, join }) => [...(from ?? []), ...(join ?? [])]),
  ...(read.keep ?? []).map(({ column }) => column),
  ...listOf(status?.column),
  ...listOf(status?.modifiedAt),
  ...listOf(status?.record),
];

const listOf = (name: string | undefined): readonly string[] => (name === undefined ? [] : [name]);
