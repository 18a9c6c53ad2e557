import { jsonBytes, parsedJson } from "./stored-json.ts";
import type { ObjectStore } from "./ports.ts";

/**
 * Of writers who meet, one is first each time, so as many as this may meet at once. The wait between two
 * tries is the store's: it comes from how long its answer takes.
 */
const TRIES = 40;

/**
 * Changes a JSON document that others may change at the same moment: what is written is made from what was
 * there just before it. Where another writer was first, the document is read and changed again, so
 * `change` is pure and may be called more than once.
 * @param change what the document is to be, from what it is (null where there is none); null leaves it as it is
 * @returns the document as it now is
 * @throws Error that names the key when another writer was first every time
 */
export async function changeJson<T>(
  store: ObjectStore,
  key: string,
  change: (before: T | null) => T | null,
): Promise<T | null> {
  for (let attempt = 1; ; attempt += 1) {
    const stored = await store.getTagged(key);
    const before = stored === null ? null : parsedJson<T>(stored.body, key);
    const after = change(before);
    if (after === null) return before;
    const body = jsonBytes(after);
    if (stored !== null && Buffer.compare(stored.body, body) === 0) return after;
    if (await store.putIfTag(key, body, stored?.tag ?? null, "application/json")) return after;
    if (attempt === TRIES) {
      throw new Error(
        `${key} was changed by another writer in each of ${TRIES} tries: expected to be the only one for once; run again`,
      );
    }
  }
}
