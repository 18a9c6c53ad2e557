import type { Item, Page, Table } from "../../pipeline/ports.ts";
import { checkPartition, PAGE_BYTES } from "./item-limits.ts";
import { itemOf } from "./item-text.ts";
import { levelKey, levelRange, sortOf } from "./level-key.ts";
import type { LevelStore } from "./level-store.ts";
import { cursorOf, startAfter } from "./page-cursor.ts";

/** How many entries are fetched at once, and bytes of them. */
const FETCHED = 1_000;
const FETCHED_BYTES = 256 * 1_024;

/**
 * One page of one partition in order of its sort key. As from DynamoDB it may be shorter than its limit,
 * when the items are large, and the last one may be empty: only `next` says whether there is more.
 */
export async function levelPage(
  store: LevelStore,
  { partition, sortBeginsWith = "", limit, after = null }: Parameters<Table["query"]>[0],
): Promise<Page> {
  checkPartition(partition);
  if (limit !== undefined && !(limit >= 1)) {
    throw new Error(`a page of ${limit} items was asked for: expected at least 1`);
  }
  const start = startAfter(after, partition, sortBeginsWith);
  const { gte, lt } = levelRange(partition, sortBeginsWith);
  const iterator = store.iterator({
    ...(start === null ? { gte } : { gt: levelKey(start) }),
    lt,
    ...(limit !== undefined && { limit }),
    highWaterMarkBytes: FETCHED_BYTES,
  });
  try {
    const items: Item[] = [];
    let bytes = 0;
    for (;;) {
      const entries = await iterator.nextv(FETCHED);
      if (entries.length === 0) break;
      for (const [key, text] of entries) {
        const sort = sortOf(key, partition);
        items.push(itemOf({ partition, sort }, text));
        bytes += key.length + text.length;
        if (items.length === limit || bytes >= PAGE_BYTES) {
          return { items, next: cursorOf({ partition, sort }) };
        }
      }
    }
    return { items, next: null };
  } finally {
    await iterator.close();
  }
}
