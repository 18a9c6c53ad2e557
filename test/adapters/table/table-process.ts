/** A process that writes a thousand items to a folder's table, then closes it, is killed, or just ends. */
import { localTable } from "../../../functions/adapters/table/local-table.ts";
import type { Item } from "../../../functions/pipeline/ports.ts";

const [table, tableBefore, does] = process.argv.slice(2);
const say = (text: string): void => {
  process.send?.(text);
};

try {
  const opened = await localTable({ table: table!, tableBefore: tableBefore! });
  const written = await opened.table.putAll(items(1_000));
  say(String(written));
  if (does === "wait") for (;;) await opened.table.putAll(items(5_000));
  if (does === "close") await opened.close();
} catch (error) {
  say(String(error));
}

function* items(count: number): Generator<Item> {
  for (let n = 0; n < count; n += 1) {
    yield { partition: "many", sort: String(n).padStart(6, "0"), text: "x".repeat(100) };
  }
}
