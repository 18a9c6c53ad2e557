import { ChangedFile, type ObjectStore } from "../../pipeline/ports.ts";

/**
 * Reads the chunks for their key, and once more to store them under it, since S3 moves no object: a
 * copy of a draft would be read and written whole, and a copy in one call holds 5 GB at most.
 */
export async function putNamedLast(
  store: Pick<ObjectStore, "size" | "putStream">,
  open: () => AsyncIterable<Uint8Array>,
  keyOf: () => string,
  contentType?: string,
): Promise<boolean> {
  for await (const _ of open());
  const key = keyOf();
  if ((await store.size(key)) !== null) return false;
  await store.putStream(key, unchanged(open, keyOf, key), contentType);
  return true;
}

/** The chunks again, ending in a fault where they do not decide the same key. */
async function* unchanged(
  open: () => AsyncIterable<Uint8Array>,
  keyOf: () => string,
  key: string,
): AsyncGenerator<Uint8Array> {
  yield* open();
  if (keyOf() !== key) throw new ChangedFile();
}
