import { byText } from "../../domain/text/compare-text.ts";
import type { ObjectStore, StoredEntry } from "../ports.ts";

/**
 * A store for a trial: the trial can read everything, but writes and deletes only under one folder,
 * so that it changes nothing in use.
 * @param folder a prefix that ends with `/`
 */
export function trialStore(store: ObjectStore, folder: string): ObjectStore {
  const own = (key: string): string => folder + key;
  const size = async (key: string): Promise<number | null> =>
    (await store.size(own(key))) ?? (await store.size(key));
  const keyInUse = async (key: string): Promise<string> =>
    (await store.size(own(key))) === null ? key : own(key);
  return {
    size,
    get: async (key) => (await store.get(own(key))) ?? (await store.get(key)),
    getTagged: async (key) => {
      const written = await store.getTagged(own(key));
      if (written !== null) return { ...written, tag: OWN + written.tag };
      const inForce = await store.getTagged(key);
      return inForce && { ...inForce, tag: IN_FORCE + inForce.tag };
    },
    async *stream(key) {
      yield* store.stream(await keyInUse(key));
    },
    async *streamFrom(key, from) {
      yield* store.streamFrom(await keyInUse(key), from);
    },
    put: (key, body, contentType) => store.put(own(key), body, contentType),
    putIfAbsent: async (key, body, contentType) =>
      (await size(key)) === null && (await store.putIfAbsent(own(key), body, contentType)),
    async putIfTag(key, body, tag, contentType) {
      if (tag?.startsWith(OWN) === true) {
        return store.putIfTag(own(key), body, tag.slice(OWN.length), contentType);
      }
      // An object in use is changed only in the trial, with the first write.
      const inForce = (await store.getTagged(key))?.tag;
      if (tag !== (inForce === undefined ? null : IN_FORCE + inForce)) return false;
      return store.putIfTag(own(key), body, null, contentType);
    },
    putStream: (key, chunks, contentType) => store.putStream(own(key), chunks, contentType),
    putNamedLast: (open, keyOf, contentType) =>
      store.putNamedLast(open, () => own(keyOf()), contentType),
    async list(prefix) {
      const written = (await store.list(own(prefix))).map((key) => key.slice(folder.length));
      return [...new Set([...written, ...(await store.list(prefix))])].sort();
    },
    async entries(prefix) {
      const entries = new Map<string, StoredEntry>();
      for (const entry of await store.entries(prefix)) entries.set(entry.key, entry);
      for (const entry of await store.entries(own(prefix))) {
        const key = entry.key.slice(folder.length);
        entries.set(key, { ...entry, key });
      }
      return [...entries.values()].sort(byText(({ key }) => key));
    },
    delete: (keys) => store.delete([...keys].map(own)),
  };
}

/** Prefix that tells the tags of the trial's own objects from those of objects in use. */
const OWN = "trial:";
const IN_FORCE = "in-force:";
