import type { LevelEntry } from "./level-store.ts";

/** How many entries, and characters of them, are written as one. */
const BATCH = 1_000;
const BATCH_CHARACTERS = 1_000_000;

/**
 * Writes entries in batches and resolves to their number. They are pulled as they are needed: while one
 * batch is written the next is filled, so a table of any length may pass through. Of two entries with
 * one key the later wins. When the entries throw, those before are written all the same.
 */
export async function writeInBatches<Entry>(
  entries: Iterable<Entry> | AsyncIterable<Entry>,
  entryOf: (entry: Entry) => LevelEntry,
  write: (batch: readonly LevelEntry[]) => Promise<void>,
): Promise<number> {
  let count = 0;
  let batch: LevelEntry[] = [];
  let characters = 0;
  let writing: Promise<unknown> = Promise.resolve();
  let failure: { readonly error: unknown } | null = null;

  const send = async (): Promise<void> => {
    const full = batch;
    batch = [];
    characters = 0;
    await writing;
    if (failure !== null) throw failure.error;
    writing = write(full).catch((error: unknown) => {
      failure ??= { error };
    });
  };
  const add = (entry: LevelEntry): boolean => {
    count += 1;
    characters += entry.value?.length ?? 0;
    return batch.push(entry) === BATCH || characters >= BATCH_CHARACTERS;
  };

  try {
    // What is there already is not waited for entry by entry.
    if (Symbol.iterator in entries) {
      for (const entry of entries) if (add(entryOf(entry))) await send();
    } else {
      for await (const entry of entries) if (add(entryOf(entry))) await send();
    }
  } finally {
    // Also when the entries throw: nothing of ours is still writing once the caller hears of it.
    if (batch.length > 0) await send();
    await writing;
  }
  if (failure !== null) throw (failure as { readonly error: unknown }).error;
  return count;
}
