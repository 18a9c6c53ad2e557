import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ConformedManifest, ConformedSchool } from "../../conformed/conformed-manifest.ts";
import { isMeasured, measure } from "../../pipeline/measure/measure.ts";
import { requireInstructionalDay } from "../../pipeline/measure/measured-cubes.ts";
import type { Measuring } from "../../metrics/students/measuring.ts";
import type { ObjectStore, Progress } from "../../pipeline/ports.ts";
import type { SchoolTask, ThreadData } from "./school-thread.ts";

/**
 * With fewer student rows than this, one thread is faster than several that each compile the same
 * code.
 */
const STUDENTS_FOR_THREADS = 20_000;

/**
 * Measures every school that has no counts yet, in several threads if there is enough to do.
 * Returns how many schools were measured.
 * @param trial the folder of a trial, where `records` is its store; null if the counts are to be
 * kept
 */
export async function measureSchools(
  data: string,
  records: ObjectStore,
  manifest: ConformedManifest,
  measuring: Measuring,
  progress: Progress,
  trial: string | null,
): Promise<number> {
  const missing: ConformedSchool[] = [];
  for (const school of manifest.schools) {
    if (!(await isMeasured(records, manifest, school, measuring))) missing.push(school);
  }
  if (missing.length === 0) return 0;
  await requireInstructionalDay(records, manifest, measuring.asOf);
  progress.step("measure schools", missing.length);
  const students = missing.reduce((sum, school) => sum + studentsOf(school), 0);
  const threads = Math.min(missing.length, availableParallelism());
  if (threads < 2 || students < STUDENTS_FOR_THREADS) {
    for (const school of missing) {
      await measure(records, manifest, school, measuring);
      progress.advance(1);
    }
  } else {
    const queue = [...missing].sort((a, b) => studentsOf(b) - studentsOf(a));
    const workerData: ThreadData = {
      data,
      district: manifest.district,
      version: manifest.version,
      asOf: measuring.asOf,
      mandate: measuring.mandate,
      trial,
    };
    await Promise.all(
      Array.from({ length: threads }, () => runThread(workerData, queue, progress)),
    );
  }
  progress.done();
  return missing.length;
}

/** One thread that takes school after school until the queue is empty. */
function runThread(
  workerData: ThreadData,
  queue: ConformedSchool[],
  progress: Progress,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./school-thread.mjs", import.meta.url), { workerData });
    const next = () => {
      const school = queue.shift();
      worker.postMessage({ school: school?.id ?? null } satisfies SchoolTask);
    };
    worker.on("message", () => {
      progress.advance(1);
      next();
    });
    worker.once("error", reject);
    worker.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`a thread that measured schools ended with code ${code}`));
    });
    next();
  });
}

const studentsOf = ({ partitions }: ConformedSchool): number =>
  partitions.find(({ table }) => table === "student")?.rows ?? 0;
