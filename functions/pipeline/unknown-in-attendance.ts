import type { Reject } from "../domain/reject.ts";
import { recordsKeys } from "../layout.ts";
import type { Crosswalk } from "./identity.ts";
import type { JudgedFile, Joining } from "./join-editions.ts";
import { columnNameOf, studentIdType } from "./read-columns.ts";
import { readFile } from "./read-file.ts";

/** Attendance of students whom no roster knows: the file is read once more to name the records. */
export async function unknownInAttendance(
  { records, district, kinds }: Joining,
  used: readonly JudgedFile[],
  crosswalk: Crosswalk,
): Promise<ReadonlyMap<string, readonly Reject[]>> {
  const found = new Map<string, readonly Reject[]>();
  for (const { file, received } of used) {
    if (file.attendance === null) continue;
    const idType = studentIdType(file, "attendance");
    const reasons = new Map<string, "unknown-student" | "ambiguous-student">();
    for (const student of file.attendance.students()) {
      const { state } = crosswalk.resolve(student, idType);
      if (state !== "known") reasons.set(student, `${state}-student`);
    }
    if (reasons.size === 0) continue;
    const rejects: Reject[] = [];
    const column = columnNameOf(file, "attendance", "student");
    await readFile(
      { ...received, kinds: kinds.kinds, dayOrder: file.reading.dayOrder },
      () => records.stream(recordsKeys.raw(district, received.sha256)),
      (student, record) => {
        const reason = reasons.get(student);
        if (reason !== undefined) rejects.push({ file: received.name, record, column, reason });
      },
    );
    found.set(file.sha256, rejects);
  }
  return found;
}
