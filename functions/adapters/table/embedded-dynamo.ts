import "../aws/sdk-notice.ts";
import { resolve } from "node:path";
import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { TABLE } from "../../layout.ts";
import type { Table } from "../../pipeline/ports.ts";
import { createTable } from "./create-table.ts";
import { dynamoTable } from "./dynamo-table.ts";

/** The table on one machine: the real client, speaking the real protocol to a server of our own. */
export interface EmbeddedDynamo {
  readonly client: DynamoDBClient;
  readonly table: Table;
  /** Writes what is still in memory to disk and gives the folder free. */
  close(): Promise<void>;
}

/**
 * Starts DynamoDB for one machine, kept under a folder, or in memory where that is null. It runs in
 * a thread of its own: it writes as fast there as beside the caller, leaves the caller nearly half
 * of its time, and a fault in it cannot take the caller's work along.
 */
export async function embeddedDynamo(folder: string | null): Promise<EmbeddedDynamo> {
  // The store is native code. Were only the thread to load it, it would be unloaded with the thread
  // while a thread of its own may still run in it, and the process would end in a segmentation fault.
  createRequire(import.meta.url)("level");
  const path = folder === null ? null : resolve(folder);
  if (path !== null && openFolders.has(path)) throw inUse(folder);
  if (path !== null) openFolders.add(path);

  const worker = new Worker(new URL("./embedded-dynamo-worker.mjs", import.meta.url), {
    workerData: path,
    // The thread runs plain JavaScript: it need not load the TypeScript loader of its parent.
    execArgv: [],
  });
  const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  void ended.then(() => path !== null && openFolders.delete(path));

  const port = await portOf(worker, folder).catch(async (error: unknown) => {
    await ended;
    throw error;
  });
  // A command that fails without closing must still end; what was written is on disk by then.
  worker.unref();
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  // Nothing listens to the client's log, yet for it every attribute of every item would be walked through.
  client.middlewareStack.remove("loggerMiddleware");
  const close = async (): Promise<void> => {
    // Open connections would keep the server from closing.
    client.destroy();
    worker.ref();
    worker.postMessage("close");
    await ended;
  };

  try {
    await createTable(client, TABLE.name);
  } catch (error) {
    await close();
    throw error;
  }
  return { client, table: dynamoTable(client, TABLE.name), close };
}

/**
 * The folders open in this process. Other processes are kept out by the lock of LevelDB; a second
 * try in this process must not come that far, since closing its file would give that lock away.
 */
const openFolders = new Set<string>();

/** What the thread says once: its port, or why it has none. */
type Started = { readonly port: number } | { readonly code: string; readonly reason: string };

function portOf(worker: Worker, folder: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error("the thread of the table ended before it listened"));
    worker.once("error", reject);
    worker.once("exit", ended);
    worker.once("message", (started: Started) => {
      worker.off("error", reject);
      worker.off("exit", ended);
      if ("port" in started) resolve(started.port);
      else reject(refusal(folder, started));
    });
  });
}

function refusal(folder: string | null, { code, reason }: { code: string; reason: string }): Error {
  if (code === "LEVEL_LOCKED") return inUse(folder);
  return new Error(
    `the table in the data folder ${folder} does not open (${reason}): expected a folder that can be written to and was last written by ilp`,
  );
}

function inUse(folder: string | null): Error {
  return new Error(
    `another ilp command is using the data folder ${folder}: wait until it has ended, or stop it, then try again`,
  );
}
