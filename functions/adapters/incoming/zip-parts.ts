import { open, type FileHandle } from "node:fs/promises";

/** Bytes of a file that are one zip. Places within it count from its own beginning. */
export interface ZipPart {
  /** Where in the file it begins. */
  readonly start: number;
  /** Where in it the list of its entries begins, and how long that is. */
  readonly directory: number;
  readonly directoryBytes: number;
  readonly entries: number;
  /** How long it is. */
  readonly bytes: number;
}

/**
 * `zip`: what is in it can be listed; several where one follows another. `no-zip`: another file under
 * its name. `cut-off`: it begins as a zip, and its end is missing. `split`: one of several pieces.
 */
export type ZipShape =
  | { readonly is: "zip"; readonly parts: readonly ZipPart[] }
  | { readonly is: "no-zip" | "cut-off" | "split" };

const ENTRY = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const END_64 = 0x06064b50;
const END_64_BYTES = 56;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_BYTES = 20;
/** So many bytes are searched at a time for an end. */
const BLOCK = 2 ** 20;
/** What looks like an end so often was made to. */
const MOST_ENDS = 1_000;
/** More zips in one file are nothing that a program joined. */
const MOST_PARTS = 16;

/**
 * Looks for the ends of zips in a file, last first. Bytes behind an end, such as a line end that a
 * mail program added, change nothing, nor do bytes before the beginning, as of a zip that unpacks
 * itself: places are counted from where the list of entries says that the zip begins.
 */
export async function zipShape(path: string): Promise<ZipShape> {
  const file = await open(path);
  try {
    const parts: ZipPart[] = [];
    let until = (await file.stat()).size;
    const isBegun = (await numberAt(file, 0)) === ENTRY;
    while (parts.length < MOST_PARTS) {
      const part = await lastPart(file, until);
      if (part === "split" && parts.length === 0) return { is: "split" };
      if (part === "split" || part === null) break;
      parts.unshift(part);
      // What stands before a zip may be another one.
      until = part.start;
      if (until === 0) return { is: "zip", parts };
    }
    // A zip may hold another: where only that has an end, the file is cut off.
    if (isBegun) return { is: "cut-off" };
    return parts.length === 0 ? { is: "no-zip" } : { is: "zip", parts };
  } finally {
    await file.close();
  }
}

/** The last zip that ends before a place in the file. */
async function lastPart(file: FileHandle, until: number): Promise<ZipPart | "split" | null> {
  let looked = 0;
  let isSplit = false;
  // Blocks share so many bytes that no signature is cut.
  for (let end = until; end > 0; end -= BLOCK) {
    const from = Math.max(0, end - BLOCK);
    const block = await bytesAt(file, from, Math.min(end + 3, until) - from);
    for (let signatureAt = block.lastIndexOf(END_SIGNATURE); signatureAt >= 0;) {
      if (++looked > MOST_ENDS) return null;
      const part = await partEndingAt(file, from + signatureAt, until);
      if (part === "split") isSplit = true;
      else if (part !== null) return part;
      signatureAt = signatureAt === 0 ? -1 : block.lastIndexOf(END_SIGNATURE, signatureAt - 1);
    }
  }
  return isSplit ? "split" : null;
}

const END_SIGNATURE = Buffer.from("PK\x05\x06", "latin1");

/** The zip whose end stands at a place; null where what stands there is none. */
async function partEndingAt(
  file: FileHandle,
  offset: number,
  until: number,
): Promise<ZipPart | "split" | null> {
  const end = await bytesAt(file, offset, END_BYTES);
  if (end.length < END_BYTES || offset + END_BYTES > until) return null;
  const bytes = Math.min(offset + END_BYTES + end.readUInt16LE(20), until);
  const large = await largeEnd(file, offset);
  const directoryEnd = large?.at ?? offset;
  const disk = large?.disk ?? end.readUInt16LE(4);
  const entries = large?.entries ?? end.readUInt16LE(10);
  const directoryBytes = large?.directoryBytes ?? end.readUInt32LE(12);
  const directory = large?.directory ?? end.readUInt32LE(16);
  const counted = directoryEnd - directoryBytes - directory;
  for (const start of [counted, 0]) {
    if (start < 0 || start + directory > directoryEnd) continue;
    const isThere =
      entries === 0
        ? directoryBytes === 0
        : (await numberAt(file, start + directory)) === DIRECTORY_ENTRY;
    if (!isThere) continue;
    if (disk !== 0) return "split";
    const part = { start, directory, directoryBytes: directoryEnd - start - directory, entries };
    return { ...part, bytes: bytes - start };
  }
  // Of a zip in pieces the list may begin in another file.
  return disk > 0 && disk < MOST_DISKS ? "split" : null;
}

/** A number of pieces that somebody may have made. */
const MOST_DISKS = 1_000;

/** What the end of a zip of more than 4 GiB, or of very many entries, says in its stead. */
async function largeEnd(file: FileHandle, endAt: number) {
  const locatorAt = endAt - LOCATOR_64_BYTES;
  if (locatorAt < 0) return null;
  const locator = await bytesAt(file, locatorAt, LOCATOR_64_BYTES);
  if (locator.readUInt32LE(0) !== LOCATOR_64) return null;
  // It stands right before what names its place; the place named is wrong where bytes came before the zip.
  for (const offset of [locatorAt - END_64_BYTES, Number(locator.readBigUInt64LE(8))]) {
    if (offset < 0 || (await numberAt(file, offset)) !== END_64) continue;
    const end = await bytesAt(file, offset, END_64_BYTES);
    if (end.length < END_64_BYTES) continue;
    const numberOf = (place: number): number => Number(end.readBigUInt64LE(place));
    const disk = end.readUInt32LE(16);
    return {
      ...{ at: offset, disk, entries: numberOf(32) },
      ...{ directoryBytes: numberOf(40), directory: numberOf(48) },
    };
  }
  return null;
}

async function numberAt(file: FileHandle, offset: number): Promise<number | null> {
  const bytes = await bytesAt(file, offset, 4);
  return bytes.length < 4 ? null : bytes.readUInt32LE(0);
}

async function bytesAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, offset);
  return buffer.subarray(0, bytesRead);
}
