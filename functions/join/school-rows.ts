import type { SchoolId, StudentId } from "../domain/ids.ts";
import { fieldOf, type Column, type Columns } from "../domain/records/columns.ts";
import { columnsOf } from "../domain/records/columns-builder.ts";
import type { Reference } from "../domain/record-types/reference.ts";
import type { District } from "./assemble-district.ts";
import { goalsWithTexts } from "./goal-texts.ts";
import {
  ownedRows,
  recordsAsOwners,
  schoolsAsOwners,
  studentsAsOwners,
  type OwnedRows,
  type Owners,
} from "./owned-rows.ts";
import type { HeldTable } from "./rows/held-rows.ts";
import { rowsOfSchools, schoolSets, type SchoolSets } from "./school-sets.ts";

/** No identifier holds a tab. */
export const CALENDAR_SEPARATOR = "\t";

/** The rows of a district by type, school and owner; each type is looked at once, for all schools. */
export interface DistrictRows {
  readonly sets: SchoolSets;
  /** The students ever enrolled in each school, in order. */
  readonly studentsOf: ReadonlyMap<SchoolId, readonly StudentId[]>;
  /** The rows of a type by what they belong to. */
  readonly owned: (table: HeldTable) => OwnedRows;
  /**
   * The rows of a type that a school's table holds: what belongs to the school, to one of its students, or
   * to a record that does.
   */
  readonly ofSchools: (table: HeldTable) => RowsOfSchools;
}

/** Columns that hold the rows of many schools. */
export interface RowsOfSchools {
  readonly columns: Columns;
  /** The row numbers of a school, in the order of its table; schools go by their places among the others. */
  readonly rowsOf: (school: number) => Int32Array;
}

/** @param studentsOf the students ever enrolled in each school, in order */
export function districtRows(
  district: District,
  studentsOf: ReadonlyMap<SchoolId, readonly StudentId[]>,
): DistrictRows {
  const sets = schoolSets(studentsOf);
  const owners = onceForEach(ownersOf);
  const owned = onceForEach((table: HeldTable) =>
    ownedRows(table, district.records[table].columns, (reference) =>
      ownersNamed(reference, owners),
    ),
  );
  return { sets, studentsOf, owned, ofSchools: onceForEach(rowsOfType) };

  function ownersOf(table: HeldTable | "student" | "school"): Owners {
    if (table === "student") return studentsAsOwners(sets);
    if (table === "school") return schoolsAsOwners(sets);
    return recordsAsOwners(table, owned(table));
  }

  function rowsOfType(table: HeldTable): RowsOfSchools {
    const own = OWN_ROWS[table]?.(district, studentsOf, sets);
    if (own !== undefined) return own;
    const { columns, inOrder, schools } = owned(table);
    const { starts, rows } = rowsOfSchools(sets, inOrder, schools);
    return {
      columns: table === "goal" ? goalsWithTexts(district) : columns,
      rowsOf: (school) => rows.subarray(starts[school], starts[school + 1]),
    };
  }
}

function ownersNamed(
  reference: Reference,
  owners: (table: HeldTable | "student" | "school") => Owners,
): Owners | null {
  switch (reference.to) {
    case "student":
    case "school":
      return owners(reference.to);
    case "record":
      return owners(reference.type as HeldTable);
    case "requirement":
    case "duty":
      return null;
  }
}

/** Works out something once for each of its keys. */
function onceForEach<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const done = new Map<Key, Value>();
  return (key) => {
    const before = done.get(key);
    if (before !== undefined) return before;
    const value = work(key);
    done.set(key, value);
    return value;
  };
}

/** Rows that are made of several records, or of those of several schools. */
const OWN_ROWS: {
  readonly [T in HeldTable]?: (
    district: District,
    studentsOf: ReadonlyMap<SchoolId, readonly StudentId[]>,
    sets: SchoolSets,
  ) => RowsOfSchools;
} = {
  person(district, studentsOf) {
    const { rowOf } = district.students;
    const ofSchools = [...studentsOf.values()];
    return {
      columns: markedStudents(district),
      rowsOf: (school) =>
        Int32Array.from((ofSchools[school] ?? []).flatMap((student) => rowOf.get(student) ?? [])),
    };
  },
  calendarDay(district, studentsOf, { schools }) {
    const { columns, daysOf } = calendarDays(district);
    const ofSchools = [...studentsOf.values()];
    return {
      columns,
      rowsOf(school) {
        const enrolledIn = new Set(schools.slice(school, school + 1));
        for (const student of ofSchools[school] ?? []) {
          for (const enrollment of district.enrollments.get(student) ?? []) {
            enrolledIn.add(enrollment.school);
          }
        }
        return Int32Array.from([...enrolledIn].sort().flatMap((id) => daysOf.get(id) ?? []));
      },
    };
  },
};

const IDENTITY_SHARED = "isIdentityShared";

/** The students of a district, with whether another has the same state identifier. */
function markedStudents({ students, conflicts }: District): Columns {
  const { columns } = students;
  const shared = new Set<unknown>(conflicts.flatMap((conflict) => conflict.students));
  const student = fieldOf(columns, "student");
  const isShared: Column = {
    codes: student.codes.map((code) => (shared.has(student.values[code]) ? 1 : 0)),
    values: [false, true],
    isList: false,
  };
  const fields = new Map([...columns.fields, [IDENTITY_SHARED, isShared] as const]);
  return { length: columns.length, fields };
}

/** The instructional days of all schools, and the row numbers of each school's. */
function calendarDays({ calendars }: District): {
  readonly columns: Columns;
  readonly daysOf: ReadonlyMap<SchoolId, readonly number[]>;
} {
  const days: object[] = [];
  const daysOf = new Map<SchoolId, readonly number[]>();
  for (const [school, ofSchool] of calendars) {
    const rows = ofSchool.map(
      ({ on, calendars: names }) =>
        days.push({ school, on, calendars: names?.join(CALENDAR_SEPARATOR) ?? null }) - 1,
    );
    daysOf.set(school, rows);
  }
  return { columns: columnsOf(days), daysOf };
}
