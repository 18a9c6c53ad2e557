/** A process that writes a thousand items to a folder's table, then closes it, is killed, or just ends. */
import { embeddedDynamo } from "../../functions/adapters/table/embedded-dynamo.ts";
import type { Item } from "../../functions/pipeline/ports.ts";

const [folder, does] = process.argv.slice(2);
const say = (text: string): void => {
  process.send?.(text);
};

try {
  const dynamo = await embeddedDynamo(folder!);
  const written = await dynamo.table.putAll(items(1_000));
  say(String(written));
  if (does === "wait") for (;;) await dynamo.table.putAll(items(5_000));
  if (does === "close") await dynamo.close();
} catch (error) {
  say(String(error));
}

function* items(count: number): Generator<Item> {
  for (let n = 0; n < count; n += 1) {
    yield { partition: "many", sort: String(n).padStart(6, "0"), text: "x".repeat(100) };
  }
}
