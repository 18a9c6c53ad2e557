import { createHash } from "node:crypto";
import {
  createReadStream,
  createWriteStream,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { ChangedObject, type ObjectStore, type StoredEntry } from "../../pipeline/ports.ts";
import { errorCode } from "./error-code.ts";
import { DRAFTS, folderDrafts } from "./folder-drafts.ts";
import { listFolder } from "./folder-list.ts";
import { checkKey, checkPrefix } from "./object-key.ts";

/** Large enough that reading a year of attendance is not a matter of calls. */
const CHUNK_BYTES = 256 * 1024;

/**
 * A bucket that is a folder: the object `raw/grand-bend/ab12` is the file of that path. An object is
 * drafted aside and takes its place in one step, so that neither a reader nor the run after a killed
 * one meets half of it. What `putIfTag` compares is sure within one process: only one holds a folder
 * whose objects change, as only one holds its table. Unlike in S3, no object can be the folder of another. Content types are the
 * business of whoever serves the files.
 */
export function folderStore(root: string): ObjectStore {
  const drafts = folderDrafts(root);

  const pathOf = (key: string): string => {
    checkKey(key);
    if (key.split("/")[0] === DRAFTS) {
      throw new Error(`key ${JSON.stringify(key)} is in the folder kept for drafts`);
    }
    return join(root, key);
  };

  const size = async (key: string): Promise<number | null> => {
    const path = pathOf(key);
    const found = nullWhenAbsent(() => statSync(path, { throwIfNoEntry: false }));
    return found?.isFile() === true ? found.size : null;
  };

  const add = async (key: string, body: Uint8Array): Promise<boolean> => {
    // Asked first, since nearly every object of a second run is there already.
    if ((await size(key)) !== null) return false;
    return drafts.add(pathOf(key), key, (draft) => writeFileSync(draft, body));
  };

  return {
    size,

    async get(key) {
      return bytesOf(pathOf(key));
    },

    async getTagged(key) {
      const body = bytesOf(pathOf(key));
      return body === null ? null : { body, tag: tagOf(body) };
    },

    async *stream(key, tag) {
      const listed = tag === undefined ? null : entryOf(root, key);
      if (listed !== null && listed.tag !== tag) throw new ChangedObject();
      try {
        yield* createReadStream(pathOf(key), { highWaterMark: CHUNK_BYTES });
      } catch (error) {
        if (ABSENT.has(errorCode(error))) {
          throw new Error(`key ${JSON.stringify(key)} holds no object`, { cause: error });
        }
        throw error;
      }
    },

    async put(key, body) {
      await drafts.replace(pathOf(key), key, (draft) => writeFileSync(draft, body));
    },

    putIfAbsent: add,

    async putIfTag(key, body, tag) {
      if (tag === null) return add(key, body);
      const path = pathOf(key);
      const isStill = (): boolean => {
        const there = bytesOf(path);
        return there !== null && tagOf(there) === tag;
      };
      if (!isStill()) return false;
      return drafts.replaceIf(path, key, isStill, (draft) => writeFileSync(draft, body));
    },

    async putStream(key, chunks) {
      await drafts.replace(pathOf(key), key, (draft) => pipeline(chunks, createWriteStream(draft)));
    },

    async list(prefix) {
      checkPrefix(prefix);
      return listFolder(root, prefix);
    },

    async entries(prefix) {
      checkPrefix(prefix);
      return (await listFolder(root, prefix)).flatMap((key) => entryOf(root, key) ?? []);
    },

    async delete(keys) {
      const folders = new Set<string>();
      for (const key of keys) {
        const path = pathOf(key);
        if ((await size(key)) !== null) rmSync(path, { force: true });
        // Also of a key that holds none: a run that was killed may have left its folder empty.
        folders.add(dirname(key));
      }
      for (const folder of folders) removeEmptyFolders(root, folder);
    },
  };
}

function bytesOf(path: string): Uint8Array | null {
  const body = nullWhenAbsent(() => readFileSync(path));
  return body === null ? null : new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
}

const tagOf = (body: Uint8Array): string => createHash("sha256").update(body).digest("hex");

/** Null for a file that was removed since it was listed. */
function entryOf(root: string, key: string): StoredEntry | null {
  const path = join(root, key);
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  if (found === undefined) return null;
  // A replaced file is another one with a new number, also within one tick of the clock.
  const tag = `${found.size}-${found.mtimeNs}-${found.ino}`;
  return { key, size: Number(found.size), tag, modifiedAt: found.mtime };
}

/** No such file; a file where a folder of the key should be; a folder where the file should be. */
const ABSENT: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "EISDIR"]);

/** Removes the folder of a key where it is empty, then the folder above it, and so on below the root. */
function removeEmptyFolders(root: string, folder: string): void {
  for (let name = folder; name !== "."; name = dirname(name)) {
    try {
      rmdirSync(join(root, name));
    } catch (error) {
      if (NOT_EMPTY.has(errorCode(error))) return;
      if (!ABSENT.has(errorCode(error))) throw error;
    }
  }
}

const NOT_EMPTY: ReadonlySet<string> = new Set(["ENOTEMPTY", "EEXIST"]);

function nullWhenAbsent<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (ABSENT.has(errorCode(error))) return null;
    throw error;
  }
}
