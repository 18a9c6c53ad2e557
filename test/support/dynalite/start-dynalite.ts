import { once } from "node:events";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { dynamoTable } from "../../../functions/adapters/table/dynamo-table.ts";
import { TABLE } from "../../../functions/layout.ts";
import type { Table } from "../../../functions/pipeline/ports.ts";
import { createTable } from "./create-table.ts";

/** DynamoDB as dynalite speaks it: the real client over the real protocol to a server of our own. */
export interface Dynalite {
  readonly client: DynamoDBClient;
  readonly table: Table;
  /** Writes what is still in memory to disk and gives the folder free; may be called twice. */
  close(): Promise<void>;
}

/**
 * Starts dynalite with our table, in memory or, as the version before kept its table, under a folder. It
 * runs in a thread of its own, so that a fault in it cannot take a test along.
 */
export async function startDynalite(folder: string | null = null): Promise<Dynalite> {
  // Its store is native code. Were only the thread to load it, it would be unloaded with the thread
  // while a thread of its own may still run in it, and the process would end in a segmentation fault.
  if (folder !== null) createRequire(import.meta.url)("classic-level");
  const worker = new Worker(new URL("./dynalite-thread.mjs", import.meta.url), {
    workerData: folder,
    // The thread runs plain JavaScript: it need not load the TypeScript loader of its parent.
    execArgv: [],
  });
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  const [{ port }] = (await once(worker, "message")) as [{ readonly port: number }];
  // A test that fails without closing must still end.
  worker.unref();
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  await createTable(client, TABLE.name);
  return {
    client,
    table: dynamoTable(client, TABLE.name),
    async close() {
      // Open connections would keep the server from closing.
      client.destroy();
      worker.ref();
      worker.postMessage("close");
      await ended;
    },
  };
}
