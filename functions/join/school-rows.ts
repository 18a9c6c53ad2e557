import type { SchoolId, StudentId } from "../domain/ids.ts";
import { fieldOf, type Column, type Columns } from "../domain/records/columns.ts";
import { columnsOf } from "../domain/records/columns-builder.ts";
import type { Reference } from "../domain/record-types/reference.ts";
import type { RecordType } from "../domain/record-types/record-type.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import type { District } from "./assemble-district.ts";
import { goalsWithTexts } from "./goal-texts.ts";
import type { HeldTable } from "./rows/held-rows.ts";

/** No identifier holds a tab. */
export const CALENDAR_SEPARATOR = "\t";

/** The district seen from one school. */
interface OfSchool {
  readonly district: District;
  readonly school: SchoolId;
  /** Those ever enrolled in the school, in order. */
  readonly students: readonly StudentId[];
}

/** Some rows of columns that hold those of many schools. */
export interface RowsOfSchool {
  readonly columns: Columns;
  /** Their numbers, in the order of the school's table. */
  readonly rows: Int32Array;
}

/**
 * The rows of each type that a school's table holds, in the order of the table: what belongs to the
 * school, to one of its students, or to a record that does.
 */
export function schoolRows(
  district: District,
  school: SchoolId,
  students: readonly StudentId[],
): (table: HeldTable) => RowsOfSchool {
  const of = { district, school, students };
  const made = new Map<string, RowsOfSchool>();
  const rowsOf = (table: HeldTable): RowsOfSchool => {
    const rows = made.get(table) ?? OWN_ROWS[table]?.(of, rowsOf) ?? ownedRows(table, of, rowsOf);
    made.set(table, rows);
    return rows;
  };
  return rowsOf;
}

function ownedRows(
  table: HeldTable,
  of: OfSchool,
  rowsOf: (table: HeldTable) => RowsOfSchool,
): RowsOfSchool {
  const type = recordTypeOf(table);
  const { columns, ownedBy } = of.district.records[table];
  const rows: number[] = [];
  for (const reference of type.references) {
    if (reference.isOwner !== true) continue;
    for (const owner of ownersOf(reference, of, rowsOf)) {
      for (const row of ownedBy(reference.field, owner)) rows.push(row);
    }
  }
  return { columns, rows: inOrder(type, columns, rows) };
}

/** The students of the school, the school itself, or the records of another type that are in its table. */
function ownersOf(
  reference: Reference,
  { school, students }: OfSchool,
  rowsOf: (table: HeldTable) => RowsOfSchool,
): readonly string[] {
  switch (reference.to) {
    case "student":
      return students;
    case "school":
      return [school];
    case "record": {
      const [key] = recordTypeOf(reference.type as HeldTable).key;
      const { columns, rows } = rowsOf(reference.type as HeldTable);
      const { codes, values } = fieldOf(columns, String(key));
      return Array.from(rows, (row) => String(values[codes[row] ?? 0]));
    }
    case "requirement":
    case "duty":
      return [];
  }
}

/** By the columns that the table is sorted by; rows with equal values keep their order. */
function inOrder({ table }: RecordType, columns: Columns, rows: readonly number[]): Int32Array {
  const sorted = (table?.sortedBy ?? table?.primaryKey ?? []).map((name) =>
    textsOf(fieldOf(columns, name), rows),
  );
  const places = rows.map((_row, place) => place);
  places.sort((a, b) => {
    for (const texts of sorted) {
      const [textOfA = "", textOfB = ""] = [texts[a], texts[b]];
      if (textOfA !== textOfB) return textOfA < textOfB ? -1 : 1;
    }
    return 0;
  });
  return Int32Array.from(places, (place) => rows[place] ?? 0);
}

const textsOf = ({ codes, values }: Column, rows: readonly number[]): readonly string[] =>
  rows.map((row) => String(values[codes[row] ?? 0] ?? ""));

const IDENTITY_SHARED = "isIdentityShared";

/** The students of a district, with whether another has the same state identifier. */
const markedStudents = onceForEach((district: District): Columns => {
  const { columns } = district.students;
  const shared = new Set<unknown>(district.conflicts.flatMap(({ students }) => students));
  const student = fieldOf(columns, "student");
  const isShared: Column = {
    codes: student.codes.map((code) => (shared.has(student.values[code]) ? 1 : 0)),
    values: [false, true],
    isList: false,
  };
  const fields = new Map([...columns.fields, [IDENTITY_SHARED, isShared] as const]);
  return { length: columns.length, fields };
});

const comparedGoals = onceForEach(goalsWithTexts);

/** What is worked out of a whole district, once for all of its schools. */
function onceForEach(work: (district: District) => Columns): (district: District) => Columns {
  const done = new WeakMap<District, Columns>();
  return (district) => {
    const columns = done.get(district) ?? work(district);
    done.set(district, columns);
    return columns;
  };
}

/** Rows that are made of several records, or of those of several schools. */
const OWN_ROWS: {
  readonly [T in HeldTable]?: (
    of: OfSchool,
    rowsOf: (table: HeldTable) => RowsOfSchool,
  ) => RowsOfSchool;
} = {
  person: ({ district, students }) => ({
    columns: markedStudents(district),
    rows: Int32Array.from(
      students.flatMap((student) => district.students.rowOf.get(student) ?? []),
    ),
  }),
  goal: (of, rowsOf) => ({ ...ownedRows("goal", of, rowsOf), columns: comparedGoals(of.district) }),
  calendarDay({ district, school, students }) {
    const enrollments = students.flatMap((student) => district.enrollments.get(student) ?? []);
    const schools = [
      ...new Set([school, ...enrollments.map((enrollment) => enrollment.school)]),
    ].sort();
    const columns = columnsOf(
      schools.flatMap((id) =>
        (district.calendars.get(id) ?? []).map(({ on, calendars }) => ({
          ...{ school: id, on },
          calendars: calendars?.join(CALENDAR_SEPARATOR) ?? null,
        })),
      ),
    );
    return { columns, rows: new Int32Array(columns.length).map((_zero, row) => row) };
  },
};
