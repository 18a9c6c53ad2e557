import { ownText } from "../../domain/records/own-text.ts";
import type { CurrentRecord } from "./current-record.ts";
import type { DayEvidence } from "./fields.ts";

/** What the cells of one column came to, by the cell as it is written. */
interface KnownCells<T> {
  readonly place: number;
  /** What the cells were read as one of; undefined where the column has no such list. */
  readonly of: unknown;
  readonly values: Map<string, T>;
}

/** More different cells are those of a column that hardly repeats any. */
const MOST_CELLS = 2_000;
/** Longer cells are somebody's own words. */
const LONGEST_CELL = 48;

/**
 * Reads a field of the current record, and each different cell of its column once: exports say the same
 * few words and days in every record. Kept is only what a cell comes to without a word about it, so
 * that a fault, a value set aside and a day that proves an order are noted with every record.
 */
export function remembered<T extends string | number | boolean | object | null>(
  record: CurrentRecord,
  evidence: DayEvidence,
  read: (field: string, of?: readonly string[]) => T,
): (field: string, of?: readonly string[]) => T {
  const columns = new Map<string, KnownCells<T> | null>();
  return (field, of) => {
    let readCells = columns.get(field);
    if (readCells === undefined || (readCells !== null && readCells.of !== of)) {
      readCells = knownCells<T>(record, field, of);
      columns.set(field, readCells);
    }
    if (readCells === null) return read(field, of);
    const cell = record.cells[readCells.place];
    if (cell === undefined || cell.length > LONGEST_CELL) return read(field, of);
    const before = readCells.values.get(cell);
    if (before !== undefined) return before;
    return readCells.values.size < MOST_CELLS
      ? readOnce(record, evidence, readCells, cell, () => read(field, of))
      : read(field, of);
  };
}

/** Null for a field that more than one cell says, or none. */
function knownCells<T>(
  { columns: { byField } }: CurrentRecord,
  field: string,
  of: unknown,
): KnownCells<T> | null {
  const column = byField.get(field);
  const [place] = column?.places ?? [];
  if (column === undefined || place === undefined) return null;
  if (column.places.length > 1 || column.joined.length > 0) return null;
  return { place, of, values: new Map() };
}

function readOnce<T>(
  record: CurrentRecord,
  evidence: DayEvidence,
  { values }: KnownCells<T>,
  cell: string,
  read: () => T,
): T {
  const { fault, setAside } = record;
  const { proofs, open } = evidence;
  const shown = proofs["month-first"] + proofs["day-first"] + open.size;
  // So that a fault of this cell is seen beside an earlier one of the record.
  record.fault = null;
  const value = read();
  const isSilent =
    record.fault === null &&
    record.setAside === setAside &&
    proofs["month-first"] + proofs["day-first"] + open.size === shown;
  record.fault = fault ?? record.fault;
  if (!isSilent) return value;
  // A cell may keep its part of the file in memory, and what it came to may be a part of the cell.
  const kept = typeof value === "string" ? (ownText(value) as T) : value;
  values.set(ownText(cell), kept);
  return kept;
}
