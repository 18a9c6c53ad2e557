import type { ObjectStore } from "./ports.ts";

/**
 * A store as a trial sees it: what is there can be read, and whatever the trial writes or deletes
 * lies under one folder, so that nothing in force can change by it.
 * @param folder a prefix that ends with `/`
 */
export function trialStore(store: ObjectStore, folder: string): ObjectStore {
  const own = (key: string): string => folder + key;
  const size = async (key: string): Promise<number | null> =>
    (await store.size(own(key))) ?? (await store.size(key));
  return {
    size,
    get: async (key) => (await store.get(own(key))) ?? (await store.get(key)),
    async *stream(key) {
      yield* store.stream((await store.size(own(key))) === null ? key : own(key));
    },
    put: (key, body, contentType) => store.put(own(key), body, contentType),
    putIfAbsent: async (key, body, contentType) =>
      (await size(key)) === null && (await store.putIfAbsent(own(key), body, contentType)),
    putStream: (key, chunks, contentType) => store.putStream(own(key), chunks, contentType),
    async list(prefix) {
      const written = (await store.list(own(prefix))).map((key) => key.slice(folder.length));
      return [...new Set([...written, ...(await store.list(prefix))])].sort();
    },
    delete: (keys) => store.delete([...keys].map(own)),
  };
}
