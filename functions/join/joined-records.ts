import { fieldOf, rowAt, type Columns } from "../domain/records/columns.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import type { CanonicalRows } from "../sources/read/canonical-rows.ts";
import type { HeldTable } from "./rows/held-rows.ts";

/** The records of one type that hold, and each by what it belongs to. */
export interface JoinedRows<T extends HeldTable> {
  readonly columns: Columns;
  /** Made when it is asked for, and not kept. */
  readonly all: readonly CanonicalRows[T][];
  /** The numbers of the rows that belong to an owner, by the field that names it. */
  readonly ownedBy: (field: string, owner: string) => Int32Array;
}

/** The records of a district by type. */
export type JoinedRecords = { readonly [T in HeldTable]: JoinedRows<T> };

/** The records that belong to one owner: `ownedBy(records.goal, "plan", plan)`. */
export const ownedBy = <T extends HeldTable>(
  rows: JoinedRows<T>,
  field: string,
  owner: string,
): readonly CanonicalRows[T][] =>
  Array.from(rows.ownedBy(field, owner), (row) => joinedRow<T>(rows.columns, row));

/** Groups the records of a type by their owners: each belongs to the first that it names. */
export function joinedRows<T extends HeldTable>(table: T, columns: Columns): JoinedRows<T> {
  const fields = recordTypeOf(table)
    .references.filter(({ isOwner }) => isOwner === true)
    .map(({ field }) => field);
  let owners: ReadonlyMap<string, RowsOfOwners> | null = null;
  return {
    columns,
    get all() {
      return Array.from({ length: columns.length }, (_, row) => joinedRow<T>(columns, row));
    },
    ownedBy: (field, owner) => (owners ??= ownersOf(columns, fields)).get(field)?.(owner) ?? NONE,
  };
}

// The table decides the type of its rows.
const joinedRow = <T extends HeldTable>(columns: Columns, row: number): CanonicalRows[T] =>
  rowAt(columns, row) as unknown as CanonicalRows[T];

const NONE = new Int32Array(0);

/** The numbers of the rows of one owner, in their order. */
type RowsOfOwners = (owner: string) => Int32Array;

function ownersOf(columns: Columns, fields: readonly string[]): ReadonlyMap<string, RowsOfOwners> {
  const hasOwner = new Uint8Array(columns.length);
  return new Map(fields.map((field) => [field, rowsByOwner(columns, field, hasOwner)]));
}

/** @param hasOwner by row 1 where an earlier field names its owner */
function rowsByOwner(columns: Columns, field: string, hasOwner: Uint8Array): RowsOfOwners {
  const { codes, values } = fieldOf(columns, field);
  const ends = new Int32Array(values.length + 1);
  const isOwned = codes.map((code, row) =>
    hasOwner[row] === 0 && (values[code] ?? "") !== "" ? 1 : 0,
  );
  for (let row = 0; row < codes.length; row++) {
    const next = (codes[row] ?? 0) + 1;
    if (isOwned[row] === 1) ends[next] = (ends[next] ?? 0) + 1;
  }
  for (let code = 0; code < values.length; code++)
    ends[code + 1] = (ends[code + 1] ?? 0) + (ends[code] ?? 0);
  const begins = ends.slice();
  const rows = new Int32Array(ends[values.length] ?? 0);
  for (let row = 0; row < codes.length; row++) {
    if (isOwned[row] !== 1) continue;
    hasOwner[row] = 1;
    const code = codes[row] ?? 0;
    rows[begins[code] ?? 0] = row;
    begins[code] = (begins[code] ?? 0) + 1;
  }
  const codeOf = new Map(values.map((value, code) => [String(value), code]));
  return (owner) => {
    const code = codeOf.get(owner);
    return code === undefined ? NONE : rows.subarray(ends[code], ends[code + 1]);
  };
}
