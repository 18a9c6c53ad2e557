import { createHash } from "node:crypto";
import { checkKey, checkPrefix } from "../../../functions/adapters/folder/object-key.ts";
import { putNamedLast } from "../../../functions/adapters/aws/s3-put-named-last.ts";
import { ChangedObject, type ObjectStore } from "../../../functions/pipeline/ports.ts";

export interface MemoryStore extends ObjectStore {
  /** Another store with the same objects: what happens to one of the two is not seen in the other. */
  copy(): MemoryStore;
}

/** Small, so that whatever reads a stream has to put its parts together. */
const CHUNK_BYTES = 64 * 1024;

/** The store port in memory, for tests of the steps: by the contract of every store, without files. */
export function memoryStore(objects = new Map<string, Uint8Array>()): MemoryStore {
  const keep = (key: string, body: Uint8Array): void => {
    writtenAt.set(body, new Date());
    objects.set(key, body);
  };
  const list = (prefix: string): string[] => {
    checkPrefix(prefix);
    return [...objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  };

  const store: MemoryStore = {
    async get(key) {
      checkKey(key);
      return objects.get(key)?.slice() ?? null;
    },
    async getTagged(key) {
      checkKey(key);
      const body = objects.get(key);
      return body === undefined ? null : { body: body.slice(), tag: tagOf(body) };
    },
    async *stream(key, tag) {
      checkKey(key);
      const body = objects.get(key);
      if (body === undefined) throw new Error(`key ${JSON.stringify(key)} holds no object`);
      if (tag !== undefined && tagOf(body) !== tag) throw new ChangedObject();
      for (let from = 0; from < body.length; from += CHUNK_BYTES) {
        yield body.slice(from, from + CHUNK_BYTES);
      }
    },
    async *streamFrom(key, from) {
      checkKey(key);
      const body = objects.get(key);
      if (body === undefined) throw new Error(`key ${JSON.stringify(key)} holds no object`);
      for (let next = from; next < body.length; next += CHUNK_BYTES) {
        yield body.slice(next, next + CHUNK_BYTES);
      }
    },
    async size(key) {
      checkKey(key);
      return objects.get(key)?.length ?? null;
    },
    async put(key, body) {
      checkKey(key);
      keep(key, body.slice());
    },
    async putIfAbsent(key, body) {
      checkKey(key);
      if (objects.has(key)) return false;
      keep(key, body.slice());
      return true;
    },
    async putIfTag(key, body, tag) {
      checkKey(key);
      const there = objects.get(key);
      if ((there === undefined ? null : tagOf(there)) !== tag) return false;
      keep(key, body.slice());
      return true;
    },
    async putStream(key, chunks) {
      checkKey(key);
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks) parts.push(chunk.slice());
      keep(key, new Uint8Array(Buffer.concat(parts)));
    },
    // Read twice as for S3, so that the steps are tested with the store that asks more of them.
    putNamedLast: async (open, keyOf) => putNamedLast(store, open, keyOf),
    async list(prefix) {
      return list(prefix);
    },
    async entries(prefix) {
      return list(prefix).flatMap((key) => {
        const body = objects.get(key);
        if (body === undefined) return [];
        const modifiedAt = writtenAt.get(body) ?? new Date(0);
        return [{ key, size: body.length, tag: tagOf(body), modifiedAt }];
      });
    },
    async delete(keys) {
      for (const key of keys) {
        checkKey(key);
        objects.delete(key);
      }
    },
    copy: () => memoryStore(new Map(objects)),
  };
  return store;
}

/** Kept by the bytes themselves, so that a copy of a store has the times of the first. */
const writtenAt = new WeakMap<Uint8Array, Date>();

const tagOf = (body: Uint8Array): string => createHash("sha256").update(body).digest("hex");
