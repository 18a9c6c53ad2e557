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
import type { ObjectStore } from "../pipeline/ports.ts";
import { errorCode } from "./error-code.ts";
import { DRAFTS, folderDrafts } from "./folder-drafts.ts";
import { listFolder } from "./folder-list.ts";
import { checkKey, checkPrefix } from "./object-key.ts";

/** Large enough that reading a year of attendance is not a matter of calls. */
const CHUNK_BYTES = 256 * 1024;

/**
 * A bucket that is a folder: the object `raw/grand-bend/ab12` is the file of that path. An object is
 * drafted aside and takes its place in one step, so that neither a reader nor the run after a killed
 * one meets half of it. Unlike in S3, no object can be the folder of another. Content types are the
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

  return {
    size,

    async get(key) {
      const path = pathOf(key);
      const body = nullWhenAbsent(() => readFileSync(path));
      return body === null ? null : new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
    },

    async *stream(key) {
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

    async putIfAbsent(key, body) {
      // Asked first, since nearly every object of a second run is there already.
      if ((await size(key)) !== null) return false;
      return drafts.add(pathOf(key), key, (draft) => writeFileSync(draft, body));
    },

    async putStream(key, chunks) {
      await drafts.replace(pathOf(key), key, (draft) => pipeline(chunks, createWriteStream(draft)));
    },

    async list(prefix) {
      checkPrefix(prefix);
      return listFolder(root, prefix);
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
