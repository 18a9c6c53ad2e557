import type { DistrictId } from "../domain/ids.ts";
import type { Reject } from "../domain/reject.ts";
import { recordsKeys } from "../layout.ts";
import type { District } from "./assemble-district.ts";
import type { FileOutcome } from "./conformed-manifest.ts";
import type { Edition } from "./ledger.ts";
import type { ObjectStore } from "./ports.ts";
import { readFile, type ReadFile } from "./read-file.ts";

/** Attendance of students whom no roster knows: the file is read once more to name the records. */
export async function unknownInAttendance(
  records: ObjectStore,
  district: DistrictId,
  read: readonly { file: ReadFile; edition: Edition; outcome: FileOutcome }[],
  joined: District,
): Promise<ReadonlyMap<string, readonly Reject[]>> {
  const found = new Map<string, readonly Reject[]>();
  for (const { file, edition, outcome } of read) {
    const { attendance } = file;
    if (outcome !== "used" || attendance === null) continue;
    const unknown = new Set<string>();
    for (const student of attendance.students()) {
      if (!joined.students.has(student)) unknown.add(student);
    }
    if (unknown.size === 0) continue;
    const stored = file.sha256 === edition.newest.sha256 ? edition.newest : edition.good;
    if (stored === null) continue;
    const rejects: Reject[] = [];
    const column =
      file.reading.kind?.profile.reads
        .flatMap(({ columns }) => columns)
        .find(({ to }) => to === "student")?.from?.[0] ?? "";
    await readFile(
      { name: edition.name, ...stored },
      () => records.stream(recordsKeys.raw(district, stored.sha256)),
      (student, record) => {
        if (unknown.has(student)) {
          rejects.push({ file: edition.name, record, column, reason: "unknown-student" });
        }
      },
    );
    found.set(file.sha256, rejects);
  }
  return found;
}
