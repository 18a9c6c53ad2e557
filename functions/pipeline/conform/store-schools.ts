import type { DistrictId, StudentId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { absencesByStudent } from "../../sources/attendance/absences-by-student.ts";
import type { AttendanceBook } from "../../sources/attendance/attendance-book.ts";
import type { District } from "../../join/assemble-district.ts";
import type { ConformedSchool, Partition } from "../../conformed/conformed-manifest.ts";
import { absencePartitions } from "../../conformed/absence-partitions.ts";
import type { DistrictRows } from "../../join/school-rows.ts";
import { outsideAbsences } from "../../join/outside-absences.ts";
import { partitionsOfSchools, type BuiltPartition } from "../../conformed/partitions.ts";
import type { ObjectStore } from "../ports.ts";

/** A school whose partitions are all stored. */
export interface StoredSchool {
  readonly school: ConformedSchool;
  readonly students: readonly StudentId[];
  readonly absencesOutside: number;
}

/** What the partitions of a district are built from. */
export interface RecordsToStore {
  readonly district: DistrictId;
  readonly joined: District;
  readonly rows: DistrictRows;
  readonly books: readonly (readonly AttendanceBook[])[];
}

/** What is stored already. */
export interface StoredBefore {
  /** The keys of the partitions that are there, whole. */
  readonly whole: ReadonlySet<string>;
  /** The partitions of the version before that hold as they are, by school. */
  readonly carried: ReadonlyMap<string, readonly Partition[]>;
}

/** Builds the partitions school by school and stores those that are not there yet. */
export async function* storeSchools(
  records: ObjectStore,
  { district, joined, rows, books }: RecordsToStore,
  { whole, carried }: StoredBefore,
): AsyncGenerator<StoredSchool> {
  const absences = absencesByStudent(books);
  const absencesOutside = outsideAbsences(joined, absences);
  // Where all schools are carried over, their rows are not gathered at all.
  let partitionsOf: ((school: number) => readonly BuiltPartition[]) | null = null;
  for (const [place, id] of rows.sets.schools.entries()) {
    const students = rows.studentsOf.get(id) ?? [];
    const asBefore = carried.get(id);
    const built = [
      ...(asBefore === undefined ? (partitionsOf ??= partitionsOfSchools(rows))(place) : []),
      ...absencePartitions(absences, id, students),
    ];
    await Promise.all(
      built.map(async (partition) => {
        const key = recordsKeys.conformed(district, partition.name, partition.hash);
        if (!whole.has(key)) await records.put(key, partition.bytes);
      }),
    );
    const stored = built.map(({ bytes, ...partition }) => ({ ...partition, size: bytes.length }));
    const partitions = [...(asBefore ?? []), ...stored];
    const school = { id, name: joined.schools.get(id) ?? id, partitions };
    yield { school, students, absencesOutside: absencesOutside(id, students) };
  }
}
