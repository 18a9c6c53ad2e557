import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import { cursorOf, startAfter } from "../../../functions/adapters/table/dynamo-cursor.ts";
import { checkSwap } from "../../../functions/adapters/table/swappable.ts";
import type { Item, ItemKey, Table } from "../../../functions/pipeline/ports.ts";

export interface MemoryTable extends Table {
  /** Another table with the same items: what happens to one of the two is not seen in the other. */
  copy(): MemoryTable;
}

/** What DynamoDB takes as a key and as an item, in bytes. */
const PARTITION_BYTES = 2_048;
const SORT_BYTES = 1_024;
const ITEM_BYTES = 400 * 1_024;

/** Few, so that whatever reads a table has to go on from page to page. */
const ITEMS_OF_PAGE = 10;

/**
 * The table port in memory, for tests of the steps. It keeps what DynamoDB would give back and refuses
 * what DynamoDB refuses, by the contract of every table, and starts in no time.
 */
export function memoryTable(partitions: Partitions = new Map()): MemoryTable {
  const put = (item: Item): void => {
    const stored = storedOf(item);
    const items = partitions.get(item.partition) ?? new Map<string, Stored>();
    partitions.set(item.partition, items.set(inBytes(item.sort), stored));
  };
  const find = ({ partition, sort }: ItemKey): Stored | undefined =>
    partitions.get(partition)?.get(inBytes(sort));

  return {
    async get(key) {
      const stored = find(key);
      return stored === undefined ? null : itemOf(stored);
    },
    async put(item) {
      put(item);
    },
    async putIfAbsent(item) {
      if (find(item) !== undefined) return false;
      put(item);
      return true;
    },
    async swap(item, before) {
      checkSwap(item, before);
      const stored = find(item);
      const isStill =
        before === null ? stored === undefined : stored !== undefined && isAs(stored, before, item);
      if (isStill) put(item);
      return isStill;
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
      for (const { partition, sort } of keys) {
        partitions.get(partition)?.delete(inBytes(sort));
        count++;
      }
      return count;
    },
    async query({ partition, sortBeginsWith = "", limit = ITEMS_OF_PAGE, after = null }) {
      const start = inBytes(startAfter(after, partition, sortBeginsWith)?.["sort"]?.S ?? "");
      const begins = inBytes(sortBeginsWith);
      const following = [...(partitions.get(partition) ?? [])]
        .filter(([sort]) => sort.startsWith(begins) && sort > start)
        .sort(([a], [b]) => (a < b ? -1 : 1));
      const items = following
        .slice(0, Math.min(limit, ITEMS_OF_PAGE))
        .map(([, stored]) => itemOf(stored));
      const last = items.at(-1);
      const isEnd = last === undefined || items.length === following.length;
      return {
        items,
        next: isEnd ? null : cursorOf({ partition: { S: partition }, sort: { S: last.sort } }),
      };
    },
    copy: () =>
      memoryTable(new Map([...partitions].map(([name, items]) => [name, new Map(items)]))),
  };
}

type Partitions = Map<string, Map<string, Stored>>;

type Stored = Record<string, AttributeValue>;

const itemOf = (stored: Stored): Item => unmarshall(stored) as Item;

/** Whether each attribute is as before, and none is there that the new item adds. */
function isAs(stored: Stored, before: Item, item: Item): boolean {
  const expected = attributesOf(before);
  const added = Object.keys(attributesOf(item)).filter((attribute) => !(attribute in expected));
  return (
    added.every((attribute) => !(attribute in stored)) &&
    Object.entries(expected).every(
      ([attribute, value]) => JSON.stringify(stored[attribute]) === JSON.stringify(value),
    )
  );
}

const attributesOf = (item: Item): Stored => marshall(item, { removeUndefinedValues: true });

/** @throws where DynamoDB would refuse the item */
function storedOf(item: Item): Stored {
  expectBytes("partition key", item.partition, PARTITION_BYTES);
  expectBytes("sort key", item.sort, SORT_BYTES);
  expectBytes("item", JSON.stringify(item), ITEM_BYTES);
  return attributesOf(item);
}

function expectBytes(what: string, text: string, most: number): void {
  const bytes = Buffer.byteLength(text);
  if (bytes === 0 || bytes > most) {
    throw new Error(`${what} has ${bytes} bytes: expected 1 to ${most}`);
  }
}

/** A key with one character per byte: the service keeps keys in the order of their bytes. */
const inBytes = (key: string): string => Buffer.from(key).toString("latin1");
