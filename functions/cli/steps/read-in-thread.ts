import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { DistrictId } from "../../domain/ids.ts";
import type { ReadBeside } from "../../pipeline/conform/read-ahead.ts";
import type { ReadTask } from "./read-thread.ts";

/** Reads files of the district in a thread of their own; null on a machine with one processor. */
export function readInThread(data: string, district: DistrictId): ReadBeside | null {
  if (availableParallelism() < 2) return null;
  return (files, kinds) => {
    const workerData: ReadTask = { data, district, files, kinds };
    const worker = new Worker(new URL("./read-thread.mjs", import.meta.url), { workerData });
    return ends(worker, files.length);
  };
}

/** The ends of so many readings: the thread posts a message at each. */
function ends(worker: Worker, readings: number): readonly Promise<void>[] {
  const waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void }[] = [];
  const fail = (error: Error): void => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on("message", () => waiting.shift()?.resolve());
  worker.once("error", fail);
  worker.once("exit", (code) =>
    fail(new Error(`a thread that read files ended with code ${code}`)),
  );
  return Array.from(
    { length: readings },
    () => new Promise<void>((resolve, reject) => waiting.push({ resolve, reject })),
  );
}
