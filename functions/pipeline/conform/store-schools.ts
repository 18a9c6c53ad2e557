import type { DistrictId, StudentId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { absencesByStudent } from "../../sources/attendance/absences-by-student.ts";
import type { AttendanceBook } from "../../sources/attendance/attendance-book.ts";
import type { District } from "../../join/assemble-district.ts";
import type { ConformedManifest, ConformedSchool } from "../../conformed/conformed-manifest.ts";
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

/** Builds the partitions school by school and stores those that the version before does not have. */
export async function* storeSchools(
  records: ObjectStore,
  district: DistrictId,
  joined: District,
  books: readonly (readonly AttendanceBook[])[],
  before: ConformedManifest | null,
): AsyncGenerator<StoredSchool> {
  const storedBefore = new Set(
    before?.schools.flatMap(({ partitions }) => partitions.map(({ name, hash }) => name + hash)),
  );
  const absences = absencesByStudent(books);
  const absencesOutside = outsideAbsences(joined, absences);
  for (const [id, students] of studentsBySchool(joined)) {
    const built = [
      ...schoolPartitions(joined, id, students),
      ...absencePartitions(absences, id, students),
    ];
    await Promise.all(
      built
        .filter(({ name, hash }) => !storedBefore.has(name + hash))
        .map(({ name, hash, bytes }) =>
          records.put(recordsKeys.conformed(district, name, hash), bytes),
        ),
    );
    const partitions = built.map(({ bytes: _bytes, ...partition }) => partition);
    const school = { id, name: joined.schools.get(id) ?? id, partitions };
    yield { school, students, absencesOutside: absencesOutside(id, students) };
  }
}
