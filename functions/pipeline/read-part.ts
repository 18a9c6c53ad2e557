import type { Excusal } from "../domain/attendance.ts";
import { dayFromNumber, dayNumber } from "../domain/day.ts";
import type { DistrictId } from "../domain/ids.ts";
import { recordsKeys } from "../layout.ts";
import { attendanceBook, type AttendanceBook } from "../sources/attendance-book.ts";
import { readJson } from "./conformed-manifest.ts";
import { FILE_KINDS } from "../sources/profiles.ts";
import { CONFORM_VERSION } from "./conform-version.ts";
import { contentHash } from "./content-hash.ts";
import type { ReceivedFile } from "./ledger.ts";
import type { ObjectStore } from "./ports.ts";
import { readFile, type ReadFile } from "./read-file.ts";

/** A file as read, at rest: where machines share the work, one reads and another joins. */
type ReadPart = Omit<ReadFile, "attendance"> & { readonly attendance: BookPart | null };

/** A book as plain JSON: the states once, then for each student pairs of day number and state. */
interface BookPart {
  readonly states: readonly (readonly [absentMilli: number, excusal: Excusal])[];
  readonly students: readonly (readonly [student: string, pairs: readonly number[]])[];
}

const partKey = (district: DistrictId, name: string, { sha256 }: ReceivedFile): string =>
  recordsKeys.readPart(
    district,
    sha256,
    contentHash(
      String(CONFORM_VERSION),
      name,
      ...FILE_KINDS.map(({ kind, version }) => `${kind}@${version}`),
    ),
  );

/** Reads a stored file, from its part where a machine has read it already. */
export async function readStored(
  records: ObjectStore,
  district: DistrictId,
  name: string,
  file: ReceivedFile,
): Promise<ReadFile> {
  const part = await readJson<ReadPart>(records, partKey(district, name, file));
  if (part !== null) return { ...part, attendance: bookOf(part.attendance) };
  return readFile({ name, ...file }, () => records.stream(recordsKeys.raw(district, file.sha256)));
}

/** Reads a stored file and leaves the result for whoever joins the district. */
export async function writeReadPart(
  records: ObjectStore,
  district: DistrictId,
  name: string,
  file: ReceivedFile,
): Promise<ReadFile> {
  const read = await readStored(records, district, name, file);
  const part: ReadPart = { ...read, attendance: partOf(read.attendance) };
  const bytes = new TextEncoder().encode(JSON.stringify(part));
  await records.putIfAbsent(partKey(district, name, file), bytes, "application/json");
  return read;
}

function partOf(book: AttendanceBook | null): BookPart | null {
  if (book === null) return null;
  const states: [number, Excusal][] = [];
  const known = new Map<string, number>();
  const students: [string, number[]][] = [];
  for (const student of book.students()) {
    const pairs: number[] = [];
    for (const [on, { absentMilli, excusal }] of book.daysOf(student)) {
      const key = `${absentMilli} ${excusal}`;
      let state = known.get(key);
      if (state === undefined) {
        state = states.push([absentMilli, excusal]) - 1;
        known.set(key, state);
      }
      pairs.push(dayNumber(on), state);
    }
    students.push([student, pairs]);
  }
  return { states, students };
}

function bookOf(part: BookPart | null): AttendanceBook | null {
  if (part === null) return null;
  const book = attendanceBook();
  for (const [student, pairs] of part.students) {
    for (let index = 0; index < pairs.length; index += 2) {
      const state = part.states[pairs[index + 1] ?? 0];
      if (state !== undefined) book.add(student, dayFromNumber(pairs[index] ?? 0), ...state);
    }
  }
  return book;
}
