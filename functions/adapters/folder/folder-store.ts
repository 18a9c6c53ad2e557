import { writeFileSync } from "node:fs";
import type { ObjectStore } from "../../pipeline/ports.ts";
import { deleteFiles } from "./folder-delete.ts";
import { folderDrafts, type Drafts } from "./folder-drafts.ts";
import { listFolder } from "./folder-list.ts";
import { bytesOf, entryOf, pathOf, sizeOf, streamFrom, streamOf, tagOf } from "./folder-read.ts";
import { checkPrefix } from "./object-key.ts";
import { writeChunks } from "./write-chunks.ts";

/**
 * A bucket that is a folder: the object `raw/grand-bend/ab12` is the file of that path. An object is
 * drafted aside and takes its place in one step, so that neither a reader nor the run after a killed
 * one meets half of it. What `putIfTag` compares is sure within one process: only one holds a folder
 * whose objects change, as only one holds its table. Unlike in S3, no object can be the folder of
 * another. Content types are the business of whoever serves the files.
 */
export function folderStore(root: string): ObjectStore {
  const drafts = folderDrafts(root);
  return {
    get: async (key) => bytesOf(pathOf(root, key)),

    async getTagged(key) {
      const body = bytesOf(pathOf(root, key));
      return body === null ? null : { body, tag: tagOf(body) };
    },

    stream: (key, tag) => streamOf(root, key, tag),

    streamFrom: (key, from) => streamFrom(root, key, from),

    size: async (key) => sizeOf(pathOf(root, key)),

    async put(key, body) {
      await drafts.replace(pathOf(root, key), key, (draft) => writeFileSync(draft, body));
    },

    putIfAbsent: async (key, body) => putIfAbsent(drafts, pathOf(root, key), key, body),

    putIfTag: async (key, body, tag) =>
      tag === null
        ? putIfAbsent(drafts, pathOf(root, key), key, body)
        : replaceIfTag(drafts, pathOf(root, key), key, body, tag),

    async putStream(key, chunks) {
      await drafts.replace(pathOf(root, key), key, (draft) => writeChunks(draft, chunks));
    },

    putNamedLast: (open, keyOf) =>
      drafts.addNamed(
        (draft) => writeChunks(draft, open()),
        () => {
          const key = keyOf();
          return { path: pathOf(root, key), key };
        },
      ),

    async list(prefix) {
      checkPrefix(prefix);
      return listFolder(root, prefix);
    },

    async entries(prefix) {
      checkPrefix(prefix);
      return (await listFolder(root, prefix)).flatMap((key) => entryOf(root, key) ?? []);
    },

    delete: async (keys) => deleteFiles(root, keys),
  };
}

async function putIfAbsent(
  drafts: Drafts,
  path: string,
  key: string,
  body: Uint8Array,
): Promise<boolean> {
  // Asked first, since nearly every object of a second run is there already.
  if (sizeOf(path) !== null) return false;
  return drafts.add(path, key, (draft) => writeFileSync(draft, body));
}

async function replaceIfTag(
  drafts: Drafts,
  path: string,
  key: string,
  body: Uint8Array,
  tag: string,
): Promise<boolean> {
  const isStillTagged = (): boolean => {
    const stored = bytesOf(path);
    return stored !== null && tagOf(stored) === tag;
  };
  if (!isStillTagged()) return false;
  return drafts.replaceIf(path, key, isStillTagged, (draft) => writeFileSync(draft, body));
}
