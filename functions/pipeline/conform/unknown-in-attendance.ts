import type { Reject } from "../../domain/records/reject.ts";
import { rawFile } from "../intake/raw-file.ts";
import type { DuplicateCounts } from "../../sources/attendance/duplicate-counts.ts";
import { rejectLog, type FileRejects } from "../../join/rows/file-rejects.ts";
import type { Crosswalk } from "../../join/roster/identity.ts";
import type { JudgedFile } from "../../conformed/judged-file.ts";
import type { Joining } from "./judge-feed.ts";
import { columnNameOf, studentIdType } from "../../join/rows/read-columns.ts";
import type { FileToRead } from "../../sources/read/file-reading.ts";
import { readFile } from "./read-file.ts";
import type { ReadFile } from "../../join/rows/held-rows.ts";

/** By which order the file was read. */
const orderOf = ({ reading: { dayOrder } }: ReadFile): NonNullable<FileToRead["dayOrder"]> | null =>
  dayOrder === null || dayOrder === "open" ? dayOrder : dayOrder.order;

interface UnknownOfFile {
  readonly rejects: FileRejects;
  readonly duplicates: DuplicateCounts;
}

/**
 * Attendance of students whom no roster knows: the file is read once more to name the records.
 * @param before what the join rejects of each file, by its SHA-256
 * @returns for each file with such attendance all that is rejected of it, and the duplicates of
 *   the students whom a roster knows
 */
export async function unknownInAttendance(
  { records, district, kinds, hashedNow }: Joining,
  used: readonly JudgedFile[],
  crosswalk: Crosswalk,
  before: ReadonlyMap<string, readonly Reject[]>,
): Promise<ReadonlyMap<string, UnknownOfFile>> {
  const unknownByFile = new Map<string, UnknownOfFile>();
  for (const { file, received } of used) {
    if (file.attendance === null) continue;
    const idType = studentIdType(file, "attendance");
    const reasons = new Map<string, "unknown-student" | "ambiguous-student">();
    for (const student of file.attendance.students()) {
      const { state } = crosswalk.resolve(student, idType);
      if (state !== "known") reasons.set(student, `${state}-student`);
    }
    if (reasons.size === 0) continue;
    const log = rejectLog(before.get(file.sha256) ?? []);
    const column = columnNameOf(file, "attendance", "student");
    const { reading } = await readFile(
      { ...received, kinds: kinds.kinds, dayOrder: orderOf(file) },
      () => rawFile(records, district, received, hashedNow.has(received.sha256)),
      (student, record) => {
        const reason = reasons.get(student);
        if (reason !== undefined) log.add({ file: received.name, record, column, reason });
      },
      (student) => !reasons.has(student),
    );
    const { repeated, contradicted } = reading;
    unknownByFile.set(file.sha256, {
      rejects: log.rejects(),
      duplicates: { repeated, contradicted },
    });
  }
  return unknownByFile;
}
