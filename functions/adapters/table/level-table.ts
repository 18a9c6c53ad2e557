import type { Item, ItemKey, Table } from "../../pipeline/ports.ts";
import { checkItem, checkKey } from "./item-limits.ts";
import { type Attributes, attributesOf, itemOf } from "./item-text.ts";
import { levelKey } from "./level-key.ts";
import { levelPage } from "./level-page.ts";
import type { LevelEntry, LevelStore } from "./level-store.ts";
import { writeInBatches } from "./level-write.ts";
import { checkSwap, isStill } from "./swappable.ts";

export interface LevelTable {
  readonly table: Table;
  /** Resolves once all that was asked to be written is, or has failed. */
  written(): Promise<unknown>;
}

/**
 * The table port over LevelDB, for one process. An item is the JSON of its attributes. Reads are made on
 * the spot, since the way to another thread and back takes many times as long; writes are made in turn,
 * so that nothing comes between what a condition has read and what is written upon it.
 */
export function levelTable(store: LevelStore): LevelTable {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => null);
    return done;
  };
  const write = (entries: readonly LevelEntry[]): Promise<void> =>
    inTurn(() => writeEntries(store, entries));
  const putIf = (item: Item, isAsExpected: (stored: Item | null) => boolean): Promise<boolean> => {
    const entry = entryOf(item);
    return inTurn(async () => {
      if (!isAsExpected(stored(store, item))) return false;
      await writeEntries(store, [entry]);
      return true;
    });
  };

  const table: Table = {
    get: async (key) => {
      checkKey(key);
      return stored(store, key);
    },
    put: async (item) => write([entryOf(item)]),
    putIfAbsent: async (item) => putIf(item, (now) => now === null),
    swap: async (item, before) => {
      checkSwap(item, before);
      const after = attributesOf(item);
      const expected = before === null ? null : attributesOf(before);
      return putIf(item, (now) => isStill(now, expected, after));
    },
    putAll: (items) => writeInBatches(items, entryOf, write),
    deleteAll: (keys) => writeInBatches(keys, goneOf, write),
    query: async (query) => levelPage(store, query),
  };
  return { table, written: () => last };
}

function stored(store: LevelStore, key: ItemKey): Item | null {
  const text = store.getSync(levelKey(key));
  return text === undefined ? null : itemOf(key, text);
}

/** All of them or, where the process ends meanwhile, none. */
async function writeEntries(store: LevelStore, entries: readonly LevelEntry[]): Promise<void> {
  const batch = store.batch();
  for (const { key, value } of entries) {
    if (value === null) batch.del(key);
    else batch.put(key, value);
  }
  await batch.write();
}

function entryOf(item: Item): LevelEntry {
  const attributes: Attributes = attributesOf(item);
  const value = JSON.stringify(attributes);
  checkItem(item, attributes, value);
  return { key: levelKey(item), value };
}

function goneOf(key: ItemKey): LevelEntry {
  checkKey(key);
  return { key: levelKey(key), value: null };
}
