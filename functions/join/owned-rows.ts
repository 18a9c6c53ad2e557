import { fieldOf, type Columns } from "../domain/records/columns.ts";
import type { Reference } from "../domain/record-types/reference.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import { NO_SCHOOLS, type SchoolSets } from "./school-sets.ts";
import { allRows, groupedRows, inTextOrder, type GroupedRows } from "./sorted-rows.ts";
import type { HeldTable } from "./rows/held-rows.ts";

/** What rows may belong to: students, schools, or records of another type. */
export interface Owners {
  readonly count: number;
  /** The place of an owner among the others; undefined for one that is in no school. */
  readonly placeOf: (id: string) => number | undefined;
  /** By place the schools that have the owner: the number of a set of schools. */
  readonly schools: Int32Array;
}

/** The rows of a type that belong to something in any school. */
export interface OwnedRows {
  readonly columns: Columns;
  /** By the place of their owner, in the order in which they came. */
  readonly byOwner: GroupedRows;
  /** In the order of the table. */
  readonly inOrder: Int32Array;
  /** By row the schools that have it: the number of a set of schools. */
  readonly schools: Int32Array;
}

/**
 * Finds for each row of a type what it belongs to: the first owner that it names. Its schools are those
 * of its owner.
 */
export function ownedRows(
  table: HeldTable,
  columns: Columns,
  ownersOf: (reference: Reference) => Owners | null,
): OwnedRows {
  const type = recordTypeOf(table);
  const { length } = columns;
  const schools = new Int32Array(length).fill(NO_SCHOOLS);
  const ownerOf = new Int32Array(length).fill(UNNAMED);
  let count = 0;
  for (const reference of type.references) {
    const owners = reference.isOwner === true ? ownersOf(reference) : null;
    if (owners === null) continue;
    const { codes, values } = fieldOf(columns, reference.field);
    const placeOfCode = Int32Array.from(values, (value) =>
      (value ?? "") === "" ? UNNAMED : (owners.placeOf(String(value)) ?? IN_NO_SCHOOL),
    );
    for (let row = 0; row < length; row++) {
      const place = placeOfCode[codes[row] ?? 0] ?? UNNAMED;
      if (ownerOf[row] !== UNNAMED || place === UNNAMED) continue;
      ownerOf[row] = place < 0 ? place : count + place;
      if (place >= 0) schools[row] = owners.schools[place] ?? NO_SCHOOLS;
    }
    count += owners.count;
  }
  const byOwner = groupedRows(allRows(length), ownerOf, count);
  const sortedBy = type.table?.sortedBy ?? type.table?.primaryKey ?? [];
  const inOrder = inTextOrder(
    byOwner.rows,
    sortedBy.map((name) => fieldOf(columns, name)),
  );
  return { columns, byOwner, inOrder, schools };
}

const UNNAMED = -2;
const IN_NO_SCHOOL = -1;

export const studentsAsOwners = ({ students, placeOf, ofStudent }: SchoolSets): Owners => ({
  count: students.length,
  placeOf: (id) => placeOf.get(id),
  schools: ofStudent,
});

export function schoolsAsOwners({ schools }: SchoolSets): Owners {
  const places = new Map<string, number>(schools.map((id, place) => [id, place]));
  return {
    count: schools.length,
    placeOf: (id) => places.get(id),
    // The set of one school has its number.
    schools: new Int32Array(schools.length).map((_zero, place) => place),
  };
}

/** The records of a type as what others belong to, each by the one field of its key, in the order of their table. */
export function recordsAsOwners(
  table: HeldTable,
  { columns, inOrder, schools }: OwnedRows,
): Owners {
  const [key] = recordTypeOf(table).key;
  const { codes, values } = fieldOf(columns, String(key));
  const places = new Map<string, number>();
  for (const [place, row] of inOrder.entries()) {
    places.set(String(values[codes[row] ?? 0]), place);
  }
  return {
    count: inOrder.length,
    placeOf: (id) => places.get(id),
    schools: inOrder.map((row) => schools[row] ?? NO_SCHOOLS),
  };
}
