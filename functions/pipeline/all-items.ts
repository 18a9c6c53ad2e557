import type { Item, Table } from "./ports.ts";

/** All items of one partition in order of their sort key, page after page; those whose sort key begins with a text, where one is given. */
export async function allItems(
  table: Table,
  partition: string,
  sortBeginsWith?: string,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<Table["query"]>> = await table.query({
      partition,
      ...(sortBeginsWith !== undefined && { sortBeginsWith }),
      after,
    });
    items.push(...page.items);
    after = page.next;
  } while (after !== null);
  return items;
}
