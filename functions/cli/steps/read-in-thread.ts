import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { DistrictId } from "../../domain/ids.ts";
import type { ReadBeside } from "../../pipeline/conform/read-ahead.ts";
import type { ReadTask } from "./read-thread.ts";

/** Reads files of the district in threads of their own; null on a machine with one processor. */
export function readInThread(data: string, district: DistrictId): ReadBeside | null {
  if (availableParallelism() < 2) return null;
  return (file, kinds, isHashed) =>
    new Promise((resolve, reject) => {
      const workerData: ReadTask = { data, district, file, kinds, isHashed };
      const worker = new Worker(new URL("./read-thread.mjs", import.meta.url), { workerData });
      worker.once("error", reject);
      worker.once("exit", (code) => {
        if (code === 0) resolve();
        else reject(new Error(`a thread that read a file ended with code ${code}`));
      });
    });
}
