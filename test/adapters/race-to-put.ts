/** A process that, once told to, adds the same keys as others do, and says how many it won. */
import { once } from "node:events";
import { folderStore } from "../../functions/adapters/folder/folder-store.ts";

const [root, keys] = process.argv.slice(2);
const store = folderStore(root!);
process.send!("ready");
await once(process, "message");
let won = 0;
for (let key = 0; key < Number(keys); key += 1) {
  if (await store.putIfAbsent(`raw/${key}`, new Uint8Array(5_000))) won += 1;
}
process.send!(won, () => process.disconnect());
