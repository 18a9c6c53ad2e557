/**
 * The thread in which dynalite runs. Plain JavaScript, because Node 20 starts a thread from no other
 * file. It answers once, with its port or with the reason why there is none, and ends at any message.
 */
import { parentPort, workerData } from "node:worker_threads";
import dynalite from "dynalite";
import { Level } from "level";
import { readAndWriteAtOnce } from "./level-at-once.mjs";

const folder = workerData;

// dynalite rethrows the fault of a connection that was cut within a request, which is the end of
// that request and of nothing else.
process.on("uncaughtException", (error) => {
  if (error.code !== "ECONNRESET") throw error;
});

readAndWriteAtOnce();
const refusal = folder === null ? null : await reasonNotToOpen(folder);
if (refusal === null) serve();
else parentPort.postMessage(refusal);

function serve() {
  const server = dynalite({ path: folder ?? undefined, createTableMs: 0 });
  server.listen(0, "127.0.0.1", () => parentPort.postMessage({ port: server.address().port }));
  parentPort.once("message", () => {
    server.close((error) => {
      if (error) throw error;
    });
  });
}

/** dynalite says only that its store is closed, so the store is opened here first to hear why. */
async function reasonNotToOpen(path) {
  const store = new Level(path);
  try {
    await store.open();
    return null;
  } catch (error) {
    const cause = error.cause ?? error;
    return { code: cause.code, reason: cause.message };
  } finally {
    await store.close();
  }
}
