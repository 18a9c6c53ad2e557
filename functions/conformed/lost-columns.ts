import type { Cell, Column } from "../domain/records/columns.ts";
import {
  isRemovedAt,
  type HeldColumns,
  type HeldTable,
  type ReadFile,
} from "../join/rows/held-rows.ts";

/** A column of which the version in use has values and a file has none any more. */
export interface LostColumn {
  readonly type: HeldTable;
  /** As the file names it; as the project names its field where the profile reads no column alone. */
  readonly column: string;
  /** How many records of the version in use have a value. */
  readonly before: number;
}

/** Fewer values than these may all have changed in one day. */
const TELLING_VALUES = 20;

/**
 * The columns of a record type that a file has lost since the version in use: a column that was
 * renamed, left out or emptied looks like that, and no single record shows it.
 * @param rejected the records of the version in use that are not used
 */
export function lostColumns(
  type: HeldTable,
  newest: ReadFile,
  inUse: ReadFile,
  rejected: ReadonlySet<number>,
): readonly LostColumn[] {
  const now = newest.rows[type];
  if (now.length === 0) return [];
  const before = inUse.rows[type];
  return [...before.fields].flatMap(([field, column]) => {
    if (filledIn(now, now.fields.get(field), NONE) > 0) return [];
    const values = filledIn(before, column, rejected);
    return values < TELLING_VALUES
      ? []
      : [{ type, column: columnNameOf(inUse, type, field), before: values }];
  });
}

const NONE: ReadonlySet<number> = new Set();

/** How many rows have a value of a field. */
function filledIn(
  rows: HeldColumns,
  column: Column | undefined,
  rejected: ReadonlySet<number>,
): number {
  if (column === undefined) return 0;
  const { codes, values } = column;
  const isFilled = values.map((value) => !isEmpty(value));
  let filled = 0;
  for (let row = 0; row < rows.length; row++) {
    if (!isFilled[codes[row] ?? 0]) continue;
    if (isRemovedAt(rows.states.isRemoved, row) || rejected.has(rows.records[row] ?? 0)) continue;
    filled++;
  }
  return filled;
}

/** Lists are held as JSON. */
const isEmpty = (value: Cell): boolean =>
  value === undefined || value === null || value === "" || value === "[]";

function columnNameOf({ reading: { kind } }: ReadFile, type: HeldTable, field: string): string {
  const reads = kind?.profile.reads.filter(({ table }) => table === type) ?? [];
  const maps = reads.flatMap(({ columns }) => columns).filter(({ to }) => to === field);
  return maps.flatMap(({ from = [] }) => from).at(0) ?? field;
}
