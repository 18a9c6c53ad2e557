/** A process to be killed while it stores a stream: it says when the first bytes are on their way. */
import { setTimeout as wait } from "node:timers/promises";
import { folderStore } from "../../functions/adapters/folder/folder-store.ts";

async function* endless(): AsyncGenerator<Uint8Array> {
  for (let sent = 0; ; sent += 1) {
    yield new Uint8Array(2 ** 20);
    if (sent === 3) process.send!("writing");
    await wait(5);
  }
}

await folderStore(process.argv[2]!).putStream("raw/long", endless());
