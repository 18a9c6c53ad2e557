import type { Day } from "../../domain/calendar/day.ts";
import { studentId } from "../../domain/ids.ts";
import { isAddition, withFaults } from "./additions.ts";
import { CANONICAL_FIELDS } from "../profiles/canonical-fields.ts";
import { CANONICAL_READERS } from "./canonical-rows.ts";
import type { DayOrder } from "../values/day-formats.ts";
import { dayLimits } from "../values/day-ranges.ts";
import { boundFields } from "../values/bound-fields.ts";
import type { DayEvidence, FieldFault, Fields } from "../values/fields.ts";
import { boundKeep } from "./kept-records.ts";
import { partsOfDays, type PartsOfDays } from "../attendance/parts-of-days.ts";
import { nullTokensOf } from "../values/null-tokens.ts";
import { NO_DUPLICATES, type DuplicateCounts } from "../attendance/duplicate-counts.ts";
import type { TableRead } from "../profiles/profile.ts";
import type { FileKind } from "../profiles/profiles.ts";
import { recordItems } from "./record-items.ts";
import { unlistedFlags } from "./unlisted-flags.ts";
import { isFault, type ReadRow, type RecordRows } from "./read-row.ts";
import { UNSTATED, type RecordState } from "./record-state.ts";

/** What is known of the days of one file, and what they show. */
export interface DaysOfFile {
  /** Whether month or day comes first, where the file has shown it. */
  readonly order: DayOrder | null;
  readonly evidence: DayEvidence;
  /** The day the file came; null where that is not known. */
  readonly receivedOn: Day | null;
}

export interface BoundRead {
  readonly header: readonly string[];
  /** Whether a record is a part of a day, of which a row comes only at the end. */
  readonly isOfParts: boolean;
  readonly path: string | undefined;
  /** Whether its rows only add to what another read of the record gives. */
  readonly isAddition: boolean;
  rows(cells: readonly string[], record: number): RecordRows;
  /** What the rows just read are read without. */
  setAside(): readonly FieldFault[];
  duplicates(isCounted?: (student: string) => boolean): DuplicateCounts;
  atEnd(): Iterable<ReadRow>;
}

/** How one read of a kind reads the records of one file, and what it has set aside of the last. */
interface OpenRead {
  readonly table: TableRead["table"];
  readonly fields: Fields;
  readonly parts: PartsOfDays | null;
  readonly onSection: (student: string, record: number) => void;
  setAside: readonly FieldFault[];
}

/** One read of a kind, bound to the header of one file. */
export function boundRead(
  kind: FileKind,
  read: TableRead,
  header: readonly string[],
  days: DaysOfFile,
  onSection: (student: string, record: number) => void,
  stateOf: (cells: readonly string[]) => RecordState,
): BoundRead {
  const { table, forEach } = read;
  const nullTokens = nullTokensOf(kind.rules);
  const keeps = (read.keep ?? []).map((keep) => boundKeep(keep, header, nullTokens));
  const unlisted = unlistedFlags(read, header, nullTokens);
  const itemsIn = forEach === undefined ? null : recordItems(forEach, header);
  const parts = partsOfDays(read, header);
  const fields = fieldsOfRead(kind, read, header, days);
  const open: OpenRead = { table, fields, parts, onSection, setAside: NOTHING_SET_ASIDE };
  return {
    header,
    isOfParts: parts !== null,
    path: read.path,
    isAddition: isAddition(kind, table),
    rows(cells, record) {
      open.setAside = NOTHING_SET_ASIDE;
      if (!keeps.every((keep) => keep.matches(cells))) {
        open.setAside = unlisted(cells);
        return [];
      }
      const state = stateOf(cells);
      return itemsIn === null
        ? rowsOf(open, cells, record, state)
        : rowsOfItems(open, itemsIn(cells), record, state);
    },
    setAside: () => open.setAside,
    duplicates: (isCounted) => parts?.book.duplicates(isCounted) ?? NO_DUPLICATES,
    *atEnd() {
      for (const { student, ...day } of parts?.book.days() ?? []) {
        const row = { student: studentId(student), ...day };
        yield { table: "attendance", record: 0, ...UNSTATED, row };
      }
    },
  };
}

const fieldsOfRead = (
  { rules }: FileKind,
  read: TableRead,
  header: readonly string[],
  { order, evidence, receivedOn }: DaysOfFile,
): Fields => {
  const limits = dayLimits(read.table, receivedOn);
  return boundFields(withIdentifiers(read), header, rules, order, evidence, limits, read.table);
};

function rowsOf(
  open: OpenRead,
  cells: readonly string[],
  record: number,
  state: RecordState,
): RecordRows {
  const { table, fields, parts } = open;
  fields.begin(cells);
  const row = parts === null ? CANONICAL_READERS[table](fields) : parts.read(fields, cells);
  const fault = fields.fault();
  if (fault !== null) return fault;
  open.setAside = withFaults(open.setAside, fields.setAside());
  // A part of a day gives its row at the end; any other record without a row says that there is
  // none.
  if (row === null && parts !== null) open.onSection(fields.id("student"), record);
  if (row === null) return [];
  const { source, modifiedAt, isRemoved } = state;
  // The table decides the type of the row.
  return [{ table, record, source, modifiedAt, isRemoved, row } as ReadRow];
}

/**
 * In a list, an item that cannot be used says nothing about the others; if none can be used, the
 * record is not used.
 */
function rowsOfItems(
  open: OpenRead,
  items: readonly (readonly string[])[],
  record: number,
  state: RecordState,
): RecordRows {
  const read = items.map((item) => rowsOf(open, item, record, state));
  const rows = read.flatMap((item) => (isFault(item) ? [] : item));
  const faults = read.filter(isFault);
  const [fault] = faults;
  if (rows.length === 0 && fault !== undefined) return fault;
  open.setAside = withFaults(open.setAside, faults);
  return rows;
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

const NOTHING_SET_ASIDE: readonly FieldFault[] = [];
