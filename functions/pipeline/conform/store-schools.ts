import type { DistrictId, StudentId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { absencesByStudent } from "../../sources/attendance/absences-by-student.ts";
import type { AttendanceBook } from "../../sources/attendance/attendance-book.ts";
import type { District } from "../../join/assemble-district.ts";
import type { ConformedSchool, Partition } from "../../conformed/conformed-manifest.ts";
import { absencePartitions } from "../../conformed/absence-partitions.ts";
import { outsideAbsences } from "../../join/outside-absences.ts";
import { schoolPartitions, studentsBySchool } from "../../conformed/partitions.ts";
import type { ObjectStore } from "../ports.ts";

/** A school whose partitions are all stored. */
export interface StoredSchool {
  readonly school: ConformedSchool;
  readonly students: readonly StudentId[];
  readonly absencesOutside: number;
}

/**
 * Builds the partitions school by school and stores those that are not there yet.
 * @param stored the keys of those that are there, whole
 */
export async function* storeSchools(
  records: ObjectStore,
  district: DistrictId,
  joined: District,
  books: readonly (readonly AttendanceBook[])[],
  stored: ReadonlySet<string>,
): AsyncGenerator<StoredSchool> {
  const absences = absencesByStudent(books);
  const absencesOutside = outsideAbsences(joined, absences);
  const keyOf = ({ name, hash }: Partition) => recordsKeys.conformed(district, name, hash);
  for (const [id, students] of studentsBySchool(joined)) {
    const built = [
      ...schoolPartitions(joined, id, students),
      ...absencePartitions(absences, id, students),
    ];
    const missing = built
      .map((partition) => ({ ...partition, key: keyOf(partition) }))
      .filter(({ key }) => !stored.has(key));
    await Promise.all(missing.map(({ key, bytes }) => records.put(key, bytes)));
    const partitions = built.map(({ bytes, ...partition }) => ({
      ...partition,
      size: bytes.length,
    }));
    const school = { id, name: joined.schools.get(id) ?? id, partitions };
    yield { school, students, absencesOutside: absencesOutside(id, students) };
  }
}
