import { createHash } from "node:crypto";
import { createReadStream, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ChangedObject, type StoredEntry } from "../../pipeline/ports.ts";
import { errorCode } from "./error-code.ts";
import { DRAFTS } from "./folder-drafts.ts";
import { checkKey } from "./object-key.ts";

/** Large enough that reading a year of attendance is not a matter of calls. */
const CHUNK_BYTES = 256 * 1024;

/** No such file; a file where a folder of the key should be; a folder where the file should be. */
export const ABSENT: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "EISDIR"]);

/** @throws Error when it is no key, or one in the folder of drafts */
export function pathOf(root: string, key: string): string {
  checkKey(key);
  if (key.split("/")[0] === DRAFTS) {
    throw new Error(`key ${JSON.stringify(key)} is in the folder kept for drafts`);
  }
  return join(root, key);
}

/** The size of a file in bytes; null where there is none. */
export function sizeOf(path: string): number | null {
  const file = nullWhenAbsent(() => statSync(path, { throwIfNoEntry: false }));
  return file?.isFile() === true ? file.size : null;
}

/** The bytes of a file; null where there is none. */
export function bytesOf(path: string): Uint8Array | null {
  const body = nullWhenAbsent(() => readFileSync(path));
  return body === null ? null : new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
}

/** The tag of an object by which `putIfTag` compares: equal for equal bytes alone. */
export const tagOf = (body: Uint8Array): string => createHash("sha256").update(body).digest("hex");

/**
 * The bytes in chunks.
 * @throws ChangedObject where a tag of `entryOf` is given and the file is no longer the one that was listed
 */
export async function* streamOf(
  root: string,
  key: string,
  tag: string | undefined,
): AsyncGenerator<Uint8Array> {
  const listed = tag === undefined ? null : entryOf(root, key);
  if (listed !== null && listed.tag !== tag) throw new ChangedObject();
  yield* streamFrom(root, key, 0);
}

/** The bytes in chunks from the one at `from` on. */
export async function* streamFrom(
  root: string,
  key: string,
  from: number,
): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(pathOf(root, key), { start: from, highWaterMark: CHUNK_BYTES });
  } catch (error) {
    if (ABSENT.has(errorCode(error))) {
      throw new Error(`key ${JSON.stringify(key)} holds no object`, { cause: error });
    }
    throw error;
  }
}

/** What a list says of an object; null for a file that was removed since it was listed. */
export function entryOf(root: string, key: string): StoredEntry | null {
  const file = statSync(join(root, key), { throwIfNoEntry: false, bigint: true });
  if (file === undefined) return null;
  // A replaced file is another one with a new number, also within one tick of the clock.
  const tag = `${file.size}-${file.mtimeNs}-${file.ino}`;
  return { key, size: Number(file.size), tag, modifiedAt: file.mtime };
}

function nullWhenAbsent<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (ABSENT.has(errorCode(error))) return null;
    throw error;
  }
}
