import type { SchoolId, StudentId } from "../domain/ids.ts";
import type { GroupedRows } from "./sorted-rows.ts";

/** The number of the set of schools of what is in none. */
export const NO_SCHOOLS = -1;

/**
 * The students of a district and the schools of each. A student who moved is in several schools: each set
 * of schools that any student has goes by a number, and the set of one school by that school's.
 */
export interface SchoolSets {
  readonly schools: readonly SchoolId[];
  /** In order. */
  readonly students: readonly StudentId[];
  readonly placeOf: ReadonlyMap<string, number>;
  /** By the place of a student the number of the set. */
  readonly ofStudent: Int32Array;
  /** By number the schools of a set, by their places. */
  readonly sets: readonly (readonly number[])[];
}

/** @param studentsOf the students ever enrolled in each school */
export function schoolSets(studentsOf: ReadonlyMap<SchoolId, readonly StudentId[]>): SchoolSets {
  const schools = [...studentsOf.keys()];
  const students = [...new Set([...studentsOf.values()].flat())].sort();
  const placeOf = new Map(students.map((student, place) => [String(student), place]));
  const sets: (readonly number[])[] = schools.map((_school, place) => [place]);
  const numberOf = new Map<string, number>();
  const ofStudent = new Int32Array(students.length).fill(NO_SCHOOLS);
  for (const [school, ofSchool] of [...studentsOf.values()].entries()) {
    for (const student of ofSchool) {
      const place = placeOf.get(student) ?? 0;
      const before = ofStudent[place] ?? NO_SCHOOLS;
      ofStudent[place] = before === NO_SCHOOLS ? school : withSchool(before, school);
    }
  }
  return { schools, students, placeOf, ofStudent, sets };

  function withSchool(set: number, school: number): number {
    const key = `${set} ${school}`;
    const number = numberOf.get(key) ?? sets.push([...(sets[set] ?? []), school]) - 1;
    numberOf.set(key, number);
    return number;
  }
}

/**
 * The rows of each school: a row is in every school of its set.
 * @param rows in the order in which each school has them
 * @param setOf by row the number of its set
 */
export function rowsOfSchools(
  { schools, sets }: SchoolSets,
  rows: Int32Array,
  setOf: Int32Array,
): GroupedRows {
  const starts = new Int32Array(schools.length + 1);
  for (const row of rows) {
    for (const school of sets[setOf[row] ?? NO_SCHOOLS] ?? []) {
      starts[school + 1] = (starts[school + 1] ?? 0) + 1;
    }
  }
  for (let school = 0; school < schools.length; school++) {
    starts[school + 1] = (starts[school + 1] ?? 0) + (starts[school] ?? 0);
  }
  const ends = starts.slice();
  const grouped = new Int32Array(starts[schools.length] ?? 0);
  for (const row of rows) {
    for (const school of sets[setOf[row] ?? NO_SCHOOLS] ?? []) {
      const place = ends[school] ?? 0;
      grouped[place] = row;
      ends[school] = place + 1;
    }
  }
  return { starts, rows: grouped };
}
