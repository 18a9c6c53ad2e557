import {
  checkItem,
  checkKey,
  checkPartition,
} from "../../../functions/adapters/table/item-limits.ts";
import { attributesOf, itemOf } from "../../../functions/adapters/table/item-text.ts";
import { cursorOf, startAfter } from "../../../functions/adapters/table/page-cursor.ts";
import { checkSwap, isStill } from "../../../functions/adapters/table/swappable.ts";
import type { Item, ItemKey, Table } from "../../../functions/pipeline/ports.ts";

export interface MemoryTable extends Table {
  /** Another table with the same items: what happens to one of the two is not seen in the other. */
  copy(into?: Partitions): MemoryTable;
}

/** Few, so that whatever reads a table has to go on from page to page. */
const ITEMS_OF_PAGE = 10;

/**
 * The table port in memory, for tests of the steps. It keeps what DynamoDB would give back and refuses
 * what DynamoDB refuses, by the contract of every table, and starts in no time.
 */
export function memoryTable(partitions: Partitions = new Map()): MemoryTable {
  const put = (item: Item): void => {
    const text = textOf(item);
    const items = partitions.get(item.partition) ?? new Map<string, string>();
    partitions.set(item.partition, items.set(inBytes(item.sort), text));
  };
  const find = (key: ItemKey): Item | null => {
    checkKey(key);
    const text = partitions.get(key.partition)?.get(inBytes(key.sort));
    return text === undefined ? null : itemOf(key, text);
  };

  return {
    async get(key) {
      return find(key);
    },
    async put(item) {
      put(item);
    },
    async putIfAbsent(item) {
      if (find(item) !== null) return false;
      put(item);
      return true;
    },
    async swap(item, before) {
      checkSwap(item, before);
      const expected = before === null ? null : attributesOf(before);
      const isAsExpected = isStill(find(item), expected, attributesOf(item));
      if (isAsExpected) put(item);
      return isAsExpected;
    },
    async putAll(items) {
      let count = 0;
      for await (const item of items) {
        put(item);
        count++;
      }
      return count;
    },
    async deleteAll(keys) {
      let count = 0;
      for (const key of keys) {
        checkKey(key);
        const { partition, sort } = key;
        partitions.get(partition)?.delete(inBytes(sort));
        count++;
      }
      return count;
    },
    async query({ partition, sortBeginsWith = "", limit = ITEMS_OF_PAGE, after = null }) {
      checkPartition(partition);
      if (limit < 1) throw new Error(`a page of ${limit} items: expected at least 1`);
      const start = inBytes(startAfter(after, partition, sortBeginsWith)?.sort ?? "");
      const begins = inBytes(sortBeginsWith);
      const following = [...(partitions.get(partition) ?? [])]
        .filter(([sort]) => sort.startsWith(begins) && sort > start)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      const items = following
        .slice(0, Math.min(limit, ITEMS_OF_PAGE))
        .map(([bytes, text]) =>
          itemOf({ partition, sort: Buffer.from(bytes, "latin1").toString() }, text),
        );
      const last = items.at(-1);
      const isEnd = last === undefined || items.length === following.length;
      return {
        items,
        next: isEnd ? null : cursorOf({ partition, sort: last.sort }),
      };
    },
    copy(into = new Map()) {
      for (const [name, items] of partitions) into.set(name, new Map(items));
      return memoryTable(into);
    },
  };
}

/** The items of each partition as texts, by the bytes of their sort keys. */
export type Partitions = Map<string, Map<string, string>>;

/** @throws where DynamoDB would refuse the item */
function textOf(item: Item): string {
  const attributes = attributesOf(item);
  const text = JSON.stringify(attributes);
  checkItem(item, attributes, text);
  return text;
}

/** A key with one character per byte: the service keeps keys in the order of their bytes. */
const inBytes = (key: string): string => Buffer.from(key).toString("latin1");
