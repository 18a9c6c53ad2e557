import type { Day } from "../../domain/calendar/day.ts";
import { studentId } from "../../domain/ids.ts";
import { isAddition, withFaults } from "./additions.ts";
import { CANONICAL_FIELDS } from "../profiles/canonical-fields.ts";
import { CANONICAL_READERS } from "./canonical-rows.ts";
import type { DayOrder } from "../values/day-formats.ts";
import { dayLimits } from "../values/day-ranges.ts";
import { boundFields } from "../values/bound-fields.ts";
import type { DayEvidence, FieldFault } from "../values/fields.ts";
import { boundKeep } from "./kept-records.ts";
import { placesOf } from "../csv/header.ts";
import { partsOfDays } from "../attendance/parts-of-days.ts";
import { nullTokensOf } from "../values/null-tokens.ts";
import { NONE_PASSED_OVER, type PassedOver } from "../attendance/duplicate-counts.ts";
import type { TableRead } from "../profiles/profile.ts";
import type { FileKind } from "../profiles/profiles.ts";
import { unlistedFlags } from "./unlisted-flags.ts";
import { isFault, type ReadRow, type RecordRows } from "./read-row.ts";
import { recordStates, UNSTATED, type RecordState } from "./record-state.ts";

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
  passedOver(isCounted?: (student: string) => boolean): PassedOver;
  atEnd(): Iterable<ReadRow>;
}

/** One read of a kind, bound to the header of one file. */
export function boundRead(
  kind: FileKind,
  read: TableRead,
  header: readonly string[],
  { order, evidence, receivedOn }: DaysOfFile,
  onSection: (student: string, record: number) => void,
): BoundRead {
  const { table, forEach } = read;
  const columns = withIdentifiers(read);
  const fields = boundFields(
    columns,
    header,
    kind.rules,
    order,
    evidence,
    dayLimits(table, receivedOn),
    table,
  );
  const nullTokens = nullTokensOf(kind.rules);
  const keeps = (read.keep ?? []).map((keep) => boundKeep(keep, header, nullTokens));
  const unlisted = unlistedFlags(read, header, nullTokens);
  const stateOf = recordStates(kind, header);
  // Where a format asks for commas, exports write semicolons and bars as well, which no identifier holds.
  const separator = forEach?.separator === "," ? /[,;|]/ : (forEach?.separator ?? "");
  const itemPlaces = placesOf([forEach?.column ?? []].flat(), header);
  const parts = partsOfDays(read, header);

  /** The record, once for each item of the list in one of its cells. */
  const itemsIn = (cells: readonly string[]): readonly (readonly string[])[] => {
    const place = itemPlaces[0];
    if (forEach === undefined) return [cells];
    if (place === undefined) return [];
    const list = (cells[place] ?? "").trim().replace(/^\[(.*)\]$/, "$1");
    const items = list.split(separator).map((item) => item.trim());
    return items
      .filter((item) => item !== "")
      .map((item) => cells.map((cell, at) => (at === place ? item : cell)));
  };
  let setAside: readonly FieldFault[] = NOTHING_SET_ASIDE;
  const rowsOf = (cells: readonly string[], record: number, state: RecordState): RecordRows => {
    fields.begin(cells);
    const row = parts === null ? CANONICAL_READERS[table](fields) : parts.read(fields, cells);
    const fault = fields.fault();
    if (fault !== null) return fault;
    setAside = withFaults(setAside, fields.setAside());
    // Of a part of a day the row comes at the end; else the record says that there is none.
    if (row === null && parts !== null) onSection(fields.id("student"), record);
    // The table decides the type of the row.
    return row === null ? [] : [{ table, record, ...state, row } as ReadRow];
  };
  /** Of a list one item that cannot be used says nothing of the others; of none that can, the record is not used. */
  const ofItems = (items: readonly RecordRows[]): RecordRows => {
    const rows = items.flatMap((item) => (isFault(item) ? [] : item));
    const faults = items.filter(isFault);
    const [fault] = faults;
    if (rows.length === 0 && fault !== undefined) return fault;
    setAside = withFaults(setAside, faults);
    return rows;
  };
  return {
    header,
    isOfParts: parts !== null,
    path: read.path,
    isAddition: isAddition(kind, table),
    rows(cells, record) {
      setAside = NOTHING_SET_ASIDE;
      if (!keeps.every((keep) => keep.holds(cells))) {
        setAside = unlisted(cells);
        return [];
      }
      const state = stateOf(cells);
      return forEach === undefined
        ? rowsOf(cells, record, state)
        : ofItems(itemsIn(cells).map((item) => rowsOf(item, record, state)));
    },
    setAside: () => setAside,
    passedOver: (isCounted) => parts?.book.passedOver(isCounted) ?? NONE_PASSED_OVER,
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

const NOTHING_SET_ASIDE: readonly FieldFault[] = [];
