import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import type { DayOrder } from "../../sources/values/day-formats.ts";
import type { FileReading } from "../../sources/read/file-reading.ts";
import type { DistrictKinds } from "../../sources/profiles/district-kinds.ts";
import { CONFORM_VERSION } from "../../conformed/conform-version.ts";
import { contentHash } from "../../hashing/content-hash.ts";
import { sealed, unsealed } from "../../hashing/sealed-bytes.ts";
import type { FileVersion } from "../../sources/feeds/feed.ts";
import type { ObjectStore } from "../ports.ts";
import { bookFromPart, partOfBook } from "../../sources/attendance/book-part.ts";
import {
  cellsReader,
  cellsWriter,
  readColumns,
  writtenColumns,
  type WrittenColumns,
} from "../../join/rows/column-cells.ts";
import { rawFile } from "../intake/raw-file.ts";
import { readFile, type ReadToEnd } from "./read-file.ts";
import { readTail } from "./read-tail.ts";
import { noRows, type ReadFile } from "../../join/rows/held-rows.ts";

/**
 * A file that was read, in the form in which it is stored, so that no file is read twice. Its kind
 * is stored by name; its attendance book follows as bytes.
 */
interface ReadPart extends Omit<ReadToEnd, "attendance" | "reading" | "rows"> {
  readonly reading: Omit<FileReading, "kind"> & { readonly kind: string | null };
  /** By table how its columns lie in the cells that follow, table after table. */
  readonly rows: { readonly [table: string]: WrittenColumns };
  readonly cellBytes: number;
}

/** Changes with the form of a part. A part of an earlier form is not used. */
const PART_FORM = "columns 2";

const partKey = (
  district: DistrictId,
  { name, sha256, receivedOn }: Pick<FileVersion, "name" | "sha256" | "receivedOn">,
  { version }: DistrictKinds,
  dayOrder: DayOrder | "open" | null,
): string =>
  recordsKeys.readPart(
    district,
    sha256,
    contentHash(
      String(CONFORM_VERSION),
      name,
      receivedOn ?? "",
      version,
      dayOrder ?? "",
      PART_FORM,
    ),
  );

/**
 * Reads a stored file, or takes up what an earlier run or another machine has read of it.
 * @param dayOrder to read it by, in place of the order that the file shows
 * @param isHashed whether this run has hashed its bytes when it stored them
 * @throws DamagedFile when it is read as a whole and its bytes are not those that were sent
 */
export async function readStored(
  records: ObjectStore,
  district: DistrictId,
  file: FileVersion,
  kinds: DistrictKinds,
  dayOrder: DayOrder | "open" | null = null,
  isHashed = false,
): Promise<ReadFile> {
  const key = partKey(district, file, kinds, dayOrder);
  const stored = await partAt(records, key, kinds);
  if (stored !== null) return stored;
  const { beginsWith } = file;
  const beginning =
    beginsWith === undefined || dayOrder !== null
      ? null
      : await partAt(records, partKey(district, beginsWith, kinds, null), kinds);
  const tail =
    beginning === null ? null : await readTail({ records, district, kinds }, file, beginning);
  const read =
    tail ??
    (await readFile({ ...file, kinds: kinds.kinds, dayOrder }, () =>
      rawFile(records, district, file, isHashed),
    ));
  // This also replaces a damaged part: equal files and profiles give an equal part.
  await records.put(key, sealed(toPart(read)));
  return read;
}

/** What was read of a file; null where nothing was, or what is stored of it is damaged. */
async function partAt(
  records: ObjectStore,
  key: string,
  kinds: DistrictKinds,
): Promise<ReadToEnd | null> {
  const stored = await records.get(key);
  const bytes = stored === null ? null : unsealed(stored);
  return bytes === null ? null : fromPart(bytes, kinds);
}

/**
 * Whether this version of the reader has read the file with these profiles, so that it need not be
 * read again.
 */
export const isRead = async (
  records: ObjectStore,
  district: DistrictId,
  file: FileVersion,
  kinds: DistrictKinds,
): Promise<boolean> => (await records.size(partKey(district, file, kinds, null))) !== null;

/** The length of a JSON document, the document, the cells of the columns, then the bytes of the book: none without one. */
function toPart({ attendance, reading, rows, ...read }: ReadToEnd): Uint8Array {
  const cells = cellsWriter();
  const tables = Object.entries(rows)
    .filter(([, { length }]) => length > 0)
    .map(([table, columns]) => [table, writtenColumns(columns, cells)] as const);
  const part: ReadPart = {
    ...read,
    reading: { ...reading, kind: reading.kind?.kind ?? null },
    rows: Object.fromEntries(tables),
    cellBytes: cells.length(),
  };
  const json = new TextEncoder().encode(JSON.stringify(part));
  const book = attendance === null ? new Uint8Array() : partOfBook(attendance);
  const bytes = new Uint8Array(4 + json.length + cells.length() + book.length);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, 4);
  cells.copyTo(bytes, 4 + json.length);
  bytes.set(book, 4 + json.length + cells.length());
  return bytes;
}

function fromPart(bytes: Uint8Array, { kinds }: DistrictKinds): ReadToEnd {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0);
  const json = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  const { reading, rows, cellBytes, ...read } = JSON.parse(json) as ReadPart;
  const kind = kinds.find((candidate) => candidate.kind === reading.kind) ?? null;
  const cells = cellsReader(bytes.subarray(4 + length, 4 + length + cellBytes));
  const book = bytes.subarray(4 + length + cellBytes);
  const attendance = book.length === 0 ? null : bookFromPart(book);
  const tables = Object.entries(rows).map(
    ([table, columns]) => [table, readColumns(columns, cells)] as const,
  );
  // A part from before a record type existed has no list for it.
  const allRows = { ...noRows(), ...Object.fromEntries(tables) };
  return { ...read, rows: allRows, reading: { ...reading, kind }, attendance };
}
