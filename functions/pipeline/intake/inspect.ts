import type { Day } from "../../domain/calendar/day.ts";
import type { Reject } from "../../domain/records/reject.ts";
import { attendanceBook, type AttendanceBook } from "../../sources/attendance/attendance-book.ts";
import { byteFacts, type ByteFacts } from "../../sources/csv/byte-facts.ts";
import { foreignFormat, foreignMessage, TELLING_BYTES } from "../../sources/csv/foreign-format.ts";
import { headText } from "../../sources/read/file-head.ts";
import { fileReader } from "../../sources/read/file-reader.ts";
import type { FileReading, FileToRead } from "../../sources/read/file-reading.ts";
import {
  inspectionOf,
  problemOf,
  type Inspection,
  type Problem,
  type ProblemCount,
} from "../../sources/inspect/inspect-file.ts";
import { inspectHead, type FileHead } from "../../sources/inspect/inspect-head.ts";
import type { FileKind } from "../../sources/profiles/profiles.ts";
import { HEAD_BYTES } from "../../sources/read/recognize.ts";
import type { IncomingFile, Progress } from "../ports.ts";

/** Of a file handed in, what is looked at: from wherever it comes. */
type NamedBytes = Pick<IncomingFile, "name" | "open">;

const MOST_PROBLEMS = 10;
/** Sorts of problems are few: columns times reasons. Beyond this a file has columns made to be many. */
const MOST_SORTS = 1_000;

/**
 * What a file looks like and what conforming it would come to, stored nowhere. The file is read
 * twice, or a third time where its own days show whether the month comes first; no record is kept,
 * so that memory grows with students alone.
 * @param receivedOn the day on which it would come
 */
export async function inspect(
  file: NamedBytes,
  kinds: readonly FileKind[],
  receivedOn: Day,
  progress: Progress,
): Promise<Inspection> {
  const { facts, head, looksLike } = await inspectBeginning(file, kinds, progress);
  const { encoding } = facts;
  const toRead = { name: file.name, encoding, kinds, receivedOn };
  let read = await readWhole(file, toRead, facts.bytes, progress);
  const { dayOrder } = read.reading;
  if (dayOrder !== null && dayOrder !== "open") {
    read = await readWhole(file, { ...toRead, dayOrder: dayOrder.order }, facts.bytes, progress);
  }
  const reading = { ...read.reading, dayOrder };
  return inspectionOf(file.name, kinds, { ...read, facts, head, looksLike, reading });
}

export interface Beginning {
  readonly facts: ByteFacts;
  readonly head: FileHead;
  /** Where its first bytes say that it is no export: what it is instead, and what to do. */
  readonly looksLike: string | null;
}

/** All bytes once, for the encoding, and the beginning as text. */
export async function inspectBeginning(
  file: NamedBytes,
  kinds: readonly FileKind[],
  progress: Progress,
): Promise<Beginning> {
  progress.step(`look at the bytes of ${file.name}`, null);
  const looking = byteFacts();
  const first: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of file.open()) {
    looking.push(chunk);
    if (bytes < HEAD_BYTES) first.push(chunk.slice(0, HEAD_BYTES - bytes));
    bytes += chunk.length;
    progress.advance(chunk.length);
  }
  progress.done();
  const facts = looking.end();
  const head = inspectHead(file.name, headText(first, facts.encoding), kinds);
  const foreign = foreignFormat(beginningOf(first), file.name);
  return { facts, head, looksLike: foreign === null ? null : foreignMessage(foreign) };
}

const beginningOf = (chunks: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(
    chunks.flatMap((chunk) => [...chunk.subarray(0, TELLING_BYTES)]).slice(0, TELLING_BYTES),
  );

interface WholeReading {
  readonly reading: FileReading;
  readonly problems: readonly Problem[];
  readonly problemCounts: readonly ProblemCount[];
  readonly presentDays: number;
  readonly absentDays: number;
}

async function readWhole(
  file: NamedBytes,
  toRead: FileToRead,
  bytes: number,
  progress: Progress,
): Promise<WholeReading> {
  const problems: Problem[] = [];
  const sorts = new Map<string, { -readonly [K in keyof ProblemCount]: ProblemCount[K] }>();
  const book = attendanceBook();
  const reject = (fault: Reject): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(problemOf(fault));
    // Of the lists in a document each item has its number.
    const column = fault.column.replace(/\[\d+\]/g, "[]");
    const key = `${column}\u0000${fault.reason}`;
    const sort = sorts.get(key);
    if (sort !== undefined) sort.records++;
    else if (sorts.size < MOST_SORTS) sorts.set(key, { column, reason: fault.reason, records: 1 });
  };
  // The reader that an ingest uses, scanner and all, so that the two cannot disagree.
  const reader = fileReader(toRead, () => undefined, reject, { book, onRecord: null });
  progress.step(`read ${file.name}`, bytes);
  for await (const chunk of file.open()) {
    reader.push(chunk);
    progress.advance(chunk.length);
  }
  const reading = reader.end();
  progress.done();
  const problemCounts = [...sorts.values()].sort((a, b) => b.records - a.records);
  return { reading, problems, problemCounts, ...daysIn(book) };
}

/** How many days of students a file calls present, and absent for some of the day. */
function daysIn(book: AttendanceBook): Pick<WholeReading, "presentDays" | "absentDays"> {
  let presentDays = 0;
  let absentDays = 0;
  for (const segment of book.columns.segments.flat()) {
    for (const code of segment ?? []) {
      if (code === 0) continue;
      if ((book.stateOf(code)?.absentMilli ?? 0) > 0) absentDays++;
      else presentDays++;
    }
  }
  return { presentDays, absentDays };
}
