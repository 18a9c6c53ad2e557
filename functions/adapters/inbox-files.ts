import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { IncomingFile, ObjectStore } from "../pipeline/ports.ts";
import { isZipName, zipsFirst } from "./incoming-files.ts";
import { incomingZip } from "./incoming-zip.ts";
import { isOfSystem } from "./system-files.ts";

/**
 * The files that lie in an inbox under a prefix, in the order of their keys, zips first as in a
 * folder. A zip is brought to this machine first, since its directory is at its end.
 */
export async function* inboxFiles(
  inbox: ObjectStore,
  prefix: string,
): AsyncGenerator<IncomingFile> {
  const keys = await inbox.list(prefix);
  const sent = keys.filter((key) => !key.endsWith("/") && !isOfSystem(basename(key)));
  for (const key of zipsFirst(sent)) {
    const from = basename(dirname(key));
    if (!isZipName(key)) {
      yield { name: basename(key), package: from, open: () => inbox.stream(key) };
      continue;
    }
    // Zips of one name in two folders must not meet on this machine.
    const folder = join(tmpdir(), createHash("sha256").update(key).digest("hex").slice(0, 16));
    await mkdir(folder, { recursive: true });
    const path = join(folder, basename(key));
    try {
      await pipeline(Readable.from(inbox.stream(key)), createWriteStream(path));
      yield* incomingZip(path, from);
    } finally {
      // It holds personal data, so it does not outlive its reading.
      await rm(folder, { recursive: true, force: true });
    }
  }
}
