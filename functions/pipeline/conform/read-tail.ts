import type { DistrictId } from "../../domain/ids.ts";
import type { Reject } from "../../domain/records/reject.ts";
import { rejectLog, together, type FileRejects } from "../../join/rows/file-rejects.ts";
import { noRows } from "../../join/rows/held-rows.ts";
import { recordsKeys } from "../../layout.ts";
import { attendanceBook } from "../../sources/attendance/attendance-book.ts";
import type { FileVersion } from "../../sources/feeds/feed.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";
import { HEAD_BYTES } from "../../sources/read/recognize.ts";
import { tailReader } from "../../sources/read/tail-reader.ts";
import { headBytes } from "../intake/stored-head.ts";
import type { ObjectStore } from "../ports.ts";
import type { ReadToEnd } from "./read-file.ts";

interface Reading {
  readonly records: ObjectStore;
  readonly district: DistrictId;
  readonly kinds: DistrictKinds;
}

/**
 * Reads an attendance file from where an earlier file ended whose bytes it begins with, so that one
 * more day costs the reading of a day and not of a year. The result is the same as that of reading
 * the whole file.
 * @param beginning what was read of the earlier file; its book is taken over and extended
 * @returns null where only the whole file can be read
 */
export async function readTail(
  { records, district, kinds }: Reading,
  file: FileVersion,
  beginning: ReadToEnd,
): Promise<ReadToEnd | null> {
  const { reading, isExtendable } = beginning;
  const { beginsWith, receivedOn } = file;
  if (beginsWith === undefined || !isExtendable || reading.kind === null) return null;
  // A shorter file may have been recognized by less text than this file is.
  if (beginsWith.bytes < HEAD_BYTES) return null;
  if (!isReadAlike(beginning.rejects, beginsWith.receivedOn, receivedOn)) return null;

  const head = Buffer.concat(await headBytes(records, district, file.sha256));
  const log = rejectLog();
  const book = beginning.attendance ?? attendanceBook();
  const reader = tailReader(
    { ...file, kinds: kinds.kinds },
    head,
    { ...reading, kind: reading.kind.kind, rejects: beginning.rejects.counts },
    log.add,
    { book, onRecord: null },
  );
  if (reader === null) return null;
  const key = recordsKeys.raw(district, file.sha256);
  for await (const chunk of records.streamFrom(key, beginsWith.bytes)) reader.push(chunk);
  const whole = reader.end();
  if (whole === null) return null;
  const { name, sha256 } = file;
  return {
    ...{ name, sha256, reading: whole },
    ...{ rows: noRows(), bare: [] },
    attendance: book.columns.years.length === 0 ? null : book,
    rejects: together(namedAs(name, beginning.rejects), log.rejects()),
    isExtendable: reader.isExtendable(),
  };
}

/** Rejects for days that may be allowed in a file that comes on a later day. */
const BY_THE_DAY_IT_CAME: ReadonlySet<Reject["reason"]> = new Set([
  "day-out-of-range",
  "day-still-to-come",
]);

/** Whether the day on which a file came makes no difference to its records. */
const isReadAlike = (
  { counts }: FileRejects,
  before: FileVersion["receivedOn"],
  receivedOn: FileVersion["receivedOn"],
): boolean =>
  before === receivedOn ||
  (before !== undefined &&
    receivedOn !== undefined &&
    before <= receivedOn &&
    counts.every(({ reason }) => !BY_THE_DAY_IT_CAME.has(reason)));

/** The rejects of the earlier file, under the name of the file that continues it. */
const namedAs = (name: string, rejects: FileRejects): FileRejects => ({
  ...rejects,
  first: rejects.first.map((reject) => ({ ...reject, file: name })),
});
