import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  StoreFault,
  type IncomingFile,
  type ObjectStore,
  type StoredEntry,
} from "../../pipeline/ports.ts";
import { isZipName, zipsFirst } from "./incoming-files.ts";
import { incomingZip } from "./incoming-zip.ts";
import { isOfSystem } from "./system-files.ts";

/**
 * The files of an inbox as it was listed, in the order of their keys, zips first as in a folder. A zip is
 * brought to this machine first, since its directory is at its end. What was written over since is of
 * another drop, which may not be whole.
 * @throws StoreFault, also when a file is read, where the inbox cannot be read: a file is never
 *   reported as unreadable because a service was
 */
export async function* inboxFiles(
  inbox: ObjectStore,
  entries: readonly Pick<StoredEntry, "key" | "tag">[],
): AsyncGenerator<IncomingFile> {
  const tags = new Map(entries.map(({ key, tag }) => [key, tag]));
  const wanted = [...tags.keys()].filter((key) => !isOfSystem(basename(key)));
  const fromStore = (key: string) => streamed(inbox, key, tags.get(key));
  for (const key of zipsFirst(wanted)) {
    const from = basename(dirname(key));
    if (!isZipName(key)) {
      yield { name: basename(key), package: from, open: () => fromStore(key) };
      continue;
    }
    // Zips of one name in two folders must not meet on this machine.
    const folder = join(tmpdir(), createHash("sha256").update(key).digest("hex").slice(0, 16));
    await mkdir(folder, { recursive: true });
    const path = join(folder, basename(key));
    try {
      await pipeline(Readable.from(fromStore(key)), createWriteStream(path));
      yield* incomingZip(path, from);
    } finally {
      // It holds personal data, so it does not outlive its reading.
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function* streamed(
  inbox: ObjectStore,
  key: string,
  tag: string | undefined,
): AsyncGenerator<Uint8Array> {
  try {
    yield* inbox.stream(key, tag);
  } catch (error) {
    throw new StoreFault(error);
  }
}
