import { EXCUSALS, type Excusal } from "../../domain/calendar/attendance.ts";
import { dayFromNumber } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { attendanceBook, type AttendanceBook } from "../../sources/attendance/attendance-book.ts";
import type { DayOrder } from "../../sources/values/day-formats.ts";
import type { FileReading } from "../../sources/read/file-reading.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";
import { CONFORM_VERSION } from "../../conformed/conform-version.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import type { FileVersion } from "../../sources/feeds/feed.ts";
import type { ObjectStore } from "../ports.ts";
import { readFile } from "./read-file.ts";
import { noRows, type ReadFile } from "../../join/rows/held-rows.ts";

/** A file as read, at rest, so that no file is read twice; its kind by name and its book as bytes. */
interface ReadPart extends Omit<ReadFile, "attendance" | "reading"> {
  readonly reading: Omit<FileReading, "kind"> & { readonly kind: string | null };
  readonly book: BookPart | null;
}

/** What a book's bytes mean: its states and students in order, and how many pages of each school year follow. */
interface BookPart {
  readonly states: readonly (readonly [absentMilli: number, excusal: Excusal])[];
  readonly students: readonly string[];
  readonly years: readonly { readonly first: number; readonly students: readonly number[] }[];
}

const partKey = (
  district: DistrictId,
  { name, sha256, receivedOn }: FileVersion,
  { version }: DistrictKinds,
  dayOrder: DayOrder | "open" | null,
): string =>
  recordsKeys.readPart(
    district,
    sha256,
    contentHash(String(CONFORM_VERSION), name, receivedOn ?? "", version, dayOrder ?? ""),
  );

/**
 * Reads a stored file, or takes up what an earlier run or another machine has read of it.
 * @param dayOrder to read it by, in place of the order that the file shows
 */
export async function readStored(
  records: ObjectStore,
  district: DistrictId,
  file: FileVersion,
  kinds: DistrictKinds,
  dayOrder: DayOrder | "open" | null = null,
): Promise<ReadFile> {
  const key = partKey(district, file, kinds, dayOrder);
  const bytes = await records.get(key);
  if (bytes !== null) return fromPart(bytes, kinds);
  const read = await readFile({ ...file, kinds: kinds.kinds, dayOrder }, () =>
    records.stream(recordsKeys.raw(district, file.sha256)),
  );
  await records.putIfAbsent(key, toPart(read));
  return read;
}

/** Whether a file need not be read again: by these profiles and this version of the reader it was. */
export const isRead = async (
  records: ObjectStore,
  district: DistrictId,
  file: FileVersion,
  kinds: DistrictKinds,
): Promise<boolean> => (await records.size(partKey(district, file, kinds, null))) !== null;

const PAGE = 366;

/** The length of a JSON document, the document, then a page a student and school year of the book. */
function toPart({ attendance, reading, ...read }: ReadFile): Uint8Array {
  const pages: Uint8Array[] = [];
  const part: ReadPart = {
    ...read,
    reading: { ...reading, kind: reading.kind?.kind ?? null },
    book: attendance === null ? null : bookPart(attendance, pages),
  };
  const json = new TextEncoder().encode(JSON.stringify(part));
  const bytes = new Uint8Array(4 + json.length + pages.length * PAGE);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, 4);
  for (const [index, page] of pages.entries()) bytes.set(page, 4 + json.length + index * PAGE);
  return bytes;
}

function bookPart(book: AttendanceBook, pages: Uint8Array[]): BookPart {
  const students = [...book.students()];
  const states: [number, Excusal][] = [];
  for (let code = 1; ; code++) {
    const state = book.stateOf(code);
    if (state === undefined) break;
    states.push([state.absentMilli, state.excusal]);
  }
  const years = book.years().map((first, year) => {
    const present: number[] = [];
    for (const [number, student] of students.entries()) {
      const page = book.pageOf(student, year);
      if (page === null) continue;
      present.push(number);
      pages.push(page);
    }
    return { first, students: present };
  });
  return { states, students, years };
}

function fromPart(bytes: Uint8Array, { kinds }: DistrictKinds): ReadFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0);
  const json = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  const { book, reading, ...read } = JSON.parse(json) as ReadPart;
  const kind = kinds.find((candidate) => candidate.kind === reading.kind) ?? null;
  const attendance = book === null ? null : bookOf(book, bytes.subarray(4 + length));
  // A part of before there was a type of record has no list for it.
  const rows = { ...noRows(), ...read.rows };
  return { ...read, rows, reading: { ...reading, kind }, attendance };
}

function bookOf({ states, students, years }: BookPart, pages: Uint8Array): AttendanceBook {
  const book = attendanceBook();
  const codes = states.map(([absentMilli, excusal]) =>
    book.codeOf(absentMilli, EXCUSALS.includes(excusal) ? excusal : "unknown"),
  );
  for (const student of students) book.studentNumber(student);
  let offset = 0;
  for (const year of years) {
    const place = book.dayIndexOf(dayFromNumber(year.first));
    for (const student of year.students) {
      for (let day = 0; day < PAGE; day++) {
        const code = pages[offset + day] ?? 0;
        if (code !== 0) book.mark(student, place + day, codes[code - 1] ?? 0);
      }
      offset += PAGE;
    }
  }
  return book;
}
