import { byText } from "../../domain/text/compare-text.ts";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { crc32 } from "node:zlib";
import type { Entry } from "yauzl";
import type { IncomingFile } from "../../pipeline/ports.ts";
import { changedAt, fileStanding } from "./file-standing.ts";
import { notOpened, plainFile } from "./plain-file.ts";
import { baseName, folderOf, isWanted, pathOf, type ZipEntry } from "./zip-entry.ts";
import { refusalOfZip, refusedEntries } from "./zip-limits.ts";
import { zipShape, type ZipPart } from "./zip-parts.ts";
import { zipContent, zipDirectory } from "./zip-ranges.ts";

/**
 * The files in a zip, in order of their names, each read as a stream. What cannot be read, be it an
 * entry or the zip, is one file that throws when it is opened and says why; the others are read. A
 * file that is no zip, whatever its name, is handed on as it is.
 * @param from the package of such a file
 */
export async function* incomingZip(path: string, from: string): AsyncGenerator<IncomingFile> {
  const zip = basename(path);
  const shape = await zipShape(path);
  switch (shape.is) {
    case "no-zip":
      yield plainFile(path, from);
      return;
    case "cut-off":
      yield faulty("is cut off, so that its end is missing: download or copy it again");
      return;
    case "split":
      yield faulty("is one of several pieces (.z01, .z02): pack the exports into one zip");
      return;
    case "zip":
      for (const [index, part] of shape.parts.entries()) {
        // Two zips that were joined are two packages.
        yield* filesOf(path, part, index === 0 ? zip : `${zip} (${index + 1})`);
      }
  }

  function faulty(fault: string): IncomingFile {
    return notOpened(zip, "", `zip ${JSON.stringify(zip)} ${fault}`);
  }
}

async function* filesOf(path: string, part: ZipPart, zip: string): AsyncGenerator<IncomingFile> {
  const file = basename(path);
  const refusal = refusalOfZip(part.entries, part.directoryBytes);
  if (refusal !== null) {
    yield whole(refusal);
    return;
  }
  const { entries, isDamaged } = await listed(path, part);
  if (entries.some(isOfOffice)) {
    yield whole(
      "is an Excel workbook or another office document: export it as CSV, one file a table",
    );
    return;
  }
  const wanted = entries.filter(isWanted);
  if (wanted.length === 0 && !isDamaged) {
    yield whole("holds no file: export it again, or pack the exports again");
    return;
  }
  const refused = refusedEntries(file, wanted);
  // Schools that each send a file of one name: each folder is a package of its own.
  const hasFolders = new Set(wanted.map(baseName)).size < wanted.length;
  const files = wanted.map((zipEntry): IncomingFile => {
    const name = baseName(zipEntry);
    const from = hasFolders && folderOf(zipEntry) !== "" ? `${zip}/${folderOf(zipEntry)}` : zip;
    const where = `zip ${JSON.stringify(file)}, entry ${JSON.stringify(zipEntry.path)}`;
    const refusal = refused.get(zipEntry);
    if (refusal !== undefined || zipEntry.entry === null) {
      return notOpened(name, from, `${where} ${refusal ?? DAMAGED}`);
    }
    const { entry } = zipEntry;
    const within = `|${part.start}|${entry.relativeOffsetOfLocalHeader}`;
    return {
      ...{ name, package: from },
      open: () => read(path, part, entry, where),
      standing: () => fileStanding(path, within),
      changedAt: () => changedAt(path),
    };
  });
  // Entries of one name keep their order: what was added to a zip later takes the place of the earlier.
  yield* files.sort(byText(placeOf));
  if (isDamaged) {
    yield whole(
      `has a list of its entries that is damaged after the first ${entries.length}: download it or pack it again`,
    );
  }

  function whole(fault: string): IncomingFile {
    return notOpened(file, "", `zip ${JSON.stringify(file)} ${fault}`);
  }
}

const placeOf = ({ name, package: from }: IncomingFile): string => `${name}\u0000${from}`;

/** What Office and OpenDocument programs put into each of their documents, which are zips too. */
const isOfOffice = ({ path }: ZipEntry): boolean =>
  path === "[Content_Types].xml" || path === "META-INF/manifest.xml";

const DAMAGED = "is damaged: download the zip or pack it again";

interface Listed {
  readonly entries: readonly ZipEntry[];
  /** Whether the list breaks off before its end. */
  readonly isDamaged: boolean;
}

/** All entries; one whose record cannot be read is skipped and reported by name. */
async function listed(path: string, part: ZipPart): Promise<Listed> {
  const bytes = await directoryOf(path, part);
  const entries: ZipEntry[] = [];
  let offset = 0;
  while (entries.length < part.entries) {
    try {
      for await (const entry of zipDirectory(
        bytes,
        offset,
        part.entries - entries.length,
      ).eachEntry()) {
        entries.push({ path: pathOf(entry), entry });
        offset += recordBytes(bytes, offset);
      }
    } catch {
      // The library says nothing that its reader could act on, and lists nothing behind a fault.
      const length = recordBytes(bytes, offset);
      if (length === 0 || offset + length > bytes.length) return { entries, isDamaged: true };
      const name = bytes.subarray(
        offset + RECORD_BYTES,
        offset + RECORD_BYTES + bytes.readUInt16LE(offset + 28),
      );
      entries.push({ path: name.toString("utf8").replaceAll("\\", "/"), entry: null });
      offset += length;
    }
  }
  // A list of more entries than its end can count goes on.
  return { entries, isDamaged: recordBytes(bytes, offset) > 0 };
}

const RECORD_BYTES = 46;

/** How long an entry's record is in the list; 0 where none stands there. */
function recordBytes(bytes: Buffer, offset: number): number {
  if (offset + RECORD_BYTES > bytes.length || bytes.readUInt32LE(offset) !== 0x02014b50) return 0;
  const lengths = [28, 30, 32].map((place) => bytes.readUInt16LE(offset + place));
  return lengths.reduce((sum, length) => sum + length, RECORD_BYTES);
}

async function directoryOf(path: string, part: ZipPart): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(part.directoryBytes);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, part.start + part.directory);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Opens the zip anew, so that an entry may be read again at any time. */
async function* read(
  path: string,
  part: ZipPart,
  entry: Entry,
  where: string,
): AsyncGenerator<Uint8Array> {
  let sum = 0;
  let bytes = 0;
  try {
    const stream = await zipContent(path, part).openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) break;
      yield chunk;
    }
  } catch (error) {
    throw new Error(`${where} ${DAMAGED}`, { cause: error });
  }
  if (bytes !== entry.uncompressedSize || sum !== entry.crc32) {
    throw new Error(`${where} ${DAMAGED}`);
  }
}
