import { byKey } from "../domain/text/compare-text.ts";
import type { SchoolId, StudentId } from "../domain/ids.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import type { StoredTable } from "../domain/record-types/stored-table.ts";
import type { Columns } from "../domain/records/columns.ts";
import { arrowGatherer, type ArrowGatherer } from "../releases/files/arrow-gathered.ts";
import type { District } from "../join/assemble-district.ts";
import { contentHash } from "../hashing/content-hash.ts";
import type { Partition } from "./conformed-manifest.ts";
import { schoolRows } from "../join/school-rows.ts";
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
 * The partitions of one school but those of its absences, rows in the order of their keys so that equal records give equal
 * bytes whatever order the files came in.
 */
export function* schoolPartitions(
  district: District,
  school: SchoolId,
  students: readonly StudentId[],
): Generator<BuiltPartition> {
  const rowsOf = schoolRows(district, school, students);
  for (const name of HELD_TABLES) {
    const { table } = recordTypeOf(name);
    if (table === undefined) continue;
    const { columns, rows } = rowsOf(name);
    if (rows.length === 0 && table.isOmittedWhenEmpty === true) continue;
    const bytes = gathererOf(table, columns)(rows);
    yield {
      ...{ table: table.name, month: null, name: `${table.name}/${schoolKey(school)}` },
      ...{ hash: contentHash(bytes), rows: rows.length, bytes },
    };
  }
}

/** One for all schools: the values of the district's columns are looked at once. */
function gathererOf(table: StoredTable, columns: Columns): ArrowGatherer {
  const before = GATHERERS.get(columns);
  // Tables without a row may share their columns.
  if (before?.table === table) return before.gatherer;
  const gatherer = arrowGatherer(table, columns);
  GATHERERS.set(columns, { table, gatherer });
  return gatherer;
}

const GATHERERS = new WeakMap<
  Columns,
  { readonly table: StoredTable; readonly gatherer: ArrowGatherer }
>();
