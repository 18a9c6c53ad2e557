import type { SchoolId, StudentId } from "../domain/ids.ts";
import type { AnyRow } from "../domain/record-types/field.ts";
import type { Reference } from "../domain/record-types/reference.ts";
import type { RecordType } from "../domain/record-types/record-type.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import type { District } from "./assemble-district.ts";
import type { HeldTable } from "./rows/held-rows.ts";
import { ownedBy } from "./joined-records.ts";

/** No identifier holds a tab. */
export const CALENDAR_SEPARATOR = "\t";

/** The district seen from one school. */
interface OfSchool {
  readonly district: District;
  readonly school: SchoolId;
  /** Those ever enrolled in the school, in order. */
  readonly students: readonly StudentId[];
}

/**
 * The rows of each type that a school's table holds, in the order of the table: what belongs to the
 * school, to one of its students, or to a record that does.
 */
export function schoolRows(
  district: District,
  school: SchoolId,
  students: readonly StudentId[],
): (table: HeldTable) => readonly object[] {
  const of = { district, school, students };
  const made = new Map<string, readonly object[]>();
  const rowsOf = (table: HeldTable): readonly object[] => {
    const rows = made.get(table) ?? OWN_ROWS[table]?.(of) ?? ownedRows(table, of, rowsOf);
    made.set(table, rows);
    return rows;
  };
  return rowsOf;
}

function ownedRows(
  table: HeldTable,
  of: OfSchool,
  rowsOf: (table: HeldTable) => readonly object[],
): readonly object[] {
  const type = recordTypeOf(table);
  const rows = type.references
    .filter(({ isOwner }) => isOwner === true)
    .flatMap((reference) =>
      ownersOf(reference, of, rowsOf).flatMap((owner) =>
        ownedBy(of.district.records[table], reference.field, owner),
      ),
    );
  return inOrder(type, rows);
}

/** The students of the school, the school itself, or the records of another type that are in its table. */
function ownersOf(
  reference: Reference,
  { school, students }: OfSchool,
  rowsOf: (table: HeldTable) => readonly object[],
): readonly string[] {
  switch (reference.to) {
    case "student":
      return students;
    case "school":
      return [school];
    case "record": {
      const [key] = recordTypeOf(reference.type as HeldTable).key;
      const rows = rowsOf(reference.type as HeldTable) as readonly AnyRow[];
      return rows.map((row) => String(row[String(key)]));
    }
    case "requirement":
    case "duty":
      return [];
  }
}

/** By the columns that the table is sorted by; rows with equal values keep their order. */
function inOrder({ table }: RecordType, rows: readonly object[]): readonly object[] {
  const columns = table?.sortedBy ?? table?.primaryKey ?? [];
  const placed = rows.map((row) => ({
    row,
    place: columns.map((column) => String((row as AnyRow)[column] ?? "")).join("\u0000"),
  }));
  placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
  return placed.map(({ row }) => row);
}

/** Rows that are made of several records, or of those of several schools. */
const OWN_ROWS: { readonly [T in HeldTable]?: (of: OfSchool) => readonly object[] } = {
  person({ district, students }) {
    const shared = new Set(district.conflicts.flatMap((conflict) => conflict.students));
    return students
      .flatMap((student) => district.students.get(student) ?? [])
      .map((row) => ({ ...row, isIdentityShared: shared.has(row.student) }));
  },
  calendarDay({ district, school, students }) {
    const enrollments = students.flatMap((student) => district.enrollments.get(student) ?? []);
    const schools = [
      ...new Set([school, ...enrollments.map((enrollment) => enrollment.school)]),
    ].sort();
    return schools.flatMap((id) =>
      (district.calendars.get(id) ?? []).map(({ on, calendars }) => ({
        ...{ school: id, on },
        calendars: calendars?.join(CALENDAR_SEPARATOR) ?? null,
      })),
    );
  },
};
