import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { writeFile } from "node:fs/promises";
import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { ObjectStore } from "../pipeline/ports.ts";
import { codeOf } from "./error-code.ts";
import { listFolder } from "./folder-list.ts";
import { fileDrafts } from "./folder-drafts.ts";
import { checkKey, checkPrefix } from "./object-key.ts";

/**
 * A bucket that is a folder: the object `raw/grand-bend/ab12` is the file of that path. Each object
 * is written beside the others under a passing name and then given its own in one step, so neither
 * a reader nor a killed process meets half of it. Content types are for servers; a folder has none.
 */
export function folderStore(root: string): ObjectStore {
  const drafts = fileDrafts(root);
  const pathOf = (key: string): string => {
    checkKey(key);
    return join(root, key);
  };

  return {
    async get(key) {
      try {
        const { buffer, byteOffset, byteLength } = await readFile(pathOf(key));
        return new Uint8Array(buffer, byteOffset, byteLength);
      } catch (error) {
        if (holdsNone(error)) return null;
        throw error;
      }
    },

    async *stream(key) {
      try {
        yield* createReadStream(pathOf(key), { highWaterMark: CHUNK });
      } catch (error) {
        if (holdsNone(error)) throw new Error(`key ${JSON.stringify(key)} holds no object`);
        throw error;
      }
    },

    async size(key) {
      try {
        const found = await stat(pathOf(key));
        return found.isFile() ? found.size : null;
      } catch (error) {
        if (holdsNone(error)) return null;
        throw error;
      }
    },

    async put(key, body) {
      pathOf(key);
      await drafts.replace(key, (draft) => writeFile(draft, body));
    },

    async putIfAbsent(key, body) {
      // Asked first, since most objects of a second run are there already.
      if ((await this.size(key)) !== null) return false;
      return drafts.add(key, (draft) => writeFile(draft, body));
    },

    async putStream(key, chunks) {
      pathOf(key);
      await drafts.replace(key, (draft) => pipeline(chunks, createWriteStream(draft)));
    },

    async list(prefix) {
      checkPrefix(prefix);
      return listFolder(root, prefix);
    },
  };
}
