/**
 * The thread in which dynalite runs. Plain JavaScript, because Node 20 starts a thread from no other
 * file. It answers once, with its port, and ends at any message.
 */
import { parentPort, workerData } from "node:worker_threads";
import dynalite from "dynalite";

const folder = workerData;

// dynalite rethrows the fault of a connection that was cut within a request, which is the end of
// that request and of nothing else.
process.on("uncaughtException", (error) => {
  if (error.code !== "ECONNRESET") throw error;
});

const server = dynalite({ path: folder ?? undefined, createTableMs: 0 });
server.listen(0, "127.0.0.1", () => parentPort.postMessage({ port: server.address().port }));
parentPort.once("message", () => {
  server.close((error) => {
    if (error) throw error;
  });
});
