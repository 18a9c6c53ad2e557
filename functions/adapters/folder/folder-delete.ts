import { rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { errorCode } from "./error-code.ts";
import { ABSENT, pathOf, sizeOf } from "./folder-read.ts";

/** Removes the files of the keys, and the folders that are empty then; a key that holds none is no error. */
export function deleteFiles(root: string, keys: Iterable<string>): void {
  const folders = new Set<string>();
  for (const key of keys) {
    const path = pathOf(root, key);
    if (sizeOf(path) !== null) rmSync(path, { force: true });
    // Also of a key that holds none: a run that was killed may have left its folder empty.
    folders.add(dirname(key));
  }
  for (const folder of folders) removeEmptyFolders(root, folder);
}

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
