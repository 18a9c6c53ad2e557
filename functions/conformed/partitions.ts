import { byKey } from "../domain/text/compare-text.ts";
import type { SchoolId, StudentId } from "../domain/ids.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import { arrowGatherer } from "../releases/files/arrow-gathered.ts";
import type { District } from "../join/assemble-district.ts";
import { contentHash } from "../hashing/content-hash.ts";
import type { Partition } from "./conformed-manifest.ts";
import type { DistrictRows } from "../join/school-rows.ts";
import { HELD_TABLES } from "../join/rows/held-rows.ts";
import { schoolKey } from "../hashing/school-key.ts";

export interface BuiltPartition extends Partition {
  readonly bytes: Uint8Array;
}

/** The students ever enrolled in each school: a student who moved is in both. */
export function studentsBySchool(district: District): ReadonlyMap<SchoolId, readonly StudentId[]> {
  const bySchool = new Map<SchoolId, Set<StudentId>>();
  for (const school of district.schools.keys()) bySchool.set(school, new Set());
  for (const [student, enrollments] of district.enrollments) {
    for (const { school } of enrollments) bySchool.get(school)?.add(student);
  }
  return new Map(
    [...bySchool].sort(byKey).map(([school, students]) => [school, [...students].sort()] as const),
  );
}

/**
 * Builds the partitions of a school but those of its absences, rows in the order of their keys so that
 * equal records give equal bytes whatever order the files came in.
 * @returns a function of the place of a school among the others
 */
export function partitionsOfSchools({
  sets,
  ofSchools,
}: DistrictRows): (school: number) => readonly BuiltPartition[] {
  const tables = HELD_TABLES.flatMap((name) => {
    const { table } = recordTypeOf(name);
    if (table === undefined) return [];
    const { columns, rowsOf } = ofSchools(name);
    return [{ table, rowsOf, bytesOf: arrowGatherer(table, columns) }];
  });
  return (school) => {
    const key = schoolKey(sets.schools[school] ?? "");
    return tables.flatMap(({ table, rowsOf, bytesOf }) => {
      const rows = rowsOf(school);
      if (rows.length === 0 && table.isOmittedWhenEmpty === true) return [];
      const bytes = bytesOf(rows);
      const name = `${table.name}/${key}`;
      const hash = contentHash(bytes);
      return [{ table: table.name, month: null, name, hash, rows: rows.length, bytes }];
    });
  };
}
