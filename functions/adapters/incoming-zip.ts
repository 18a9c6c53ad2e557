import { basename } from "node:path";
import { crc32 } from "node:zlib";
import { type Entry, openPromise } from "yauzl";
import type { IncomingFile } from "../pipeline/ports.ts";
import { baseName, checkEntryCount, folderOf, wantedEntries } from "./zip-limits.ts";

/**
 * The files in a zip, in order of their names, each read as a stream. A zip that is broken, locked
 * or might be a bomb throws before its first file; an entry that does not keep to what the zip says
 * of it throws as it is read.
 */
export async function* incomingZip(path: string): AsyncGenerator<IncomingFile> {
  const zip = basename(path);
  const entries = wantedEntries(zip, await entriesOf(path));
  // Schools that each send a file of one name: each folder is a package of its own.
  const hasFolders = new Set(entries.map(baseName)).size < entries.length;
  const files = entries.map((entry) => ({
    name: baseName(entry),
    package: hasFolders && folderOf(entry) !== "" ? `${zip}/${folderOf(entry)}` : zip,
    open: () => read(path, entry),
  }));
  yield* files.sort((a, b) =>
    `${a.name}\u0000${a.package}` < `${b.name}\u0000${b.package}` ? -1 : 1,
  );
}

async function entriesOf(path: string): Promise<Entry[]> {
  const zip = basename(path);
  // yauzl itself refuses absolute names and those with "..".
  const opened = await openPromise(path).catch((error: unknown) => {
    throw unreadable(`zip ${JSON.stringify(zip)}`, error);
  });
  try {
    checkEntryCount(opened.entryCount);
    const entries: Entry[] = [];
    for await (const entry of opened.eachEntry()) entries.push(entry);
    return entries;
  } catch (error) {
    throw unreadable(`zip ${JSON.stringify(zip)}`, error);
  } finally {
    opened.close();
  }
}

/** Opens the zip anew, so that an entry may be read again at any time. */
async function* read(path: string, entry: Entry): AsyncGenerator<Uint8Array> {
  const opened = await openPromise(path, { autoClose: false });
  try {
    let sum = 0;
    const stream: AsyncIterable<Buffer> = await opened.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
    if (sum !== entry.crc32) throw new Error("its checksum differs from its content");
  } catch (error) {
    const where = `zip ${JSON.stringify(basename(path))}, entry ${JSON.stringify(entry.fileName)}`;
    throw unreadable(where, error);
  } finally {
    opened.close();
  }
}

function unreadable(where: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${where} cannot be read: ${reason}`, { cause });
}
