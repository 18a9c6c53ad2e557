/**
 * Loaded before a measured command: as the process ends it writes its highest memory and its processor
 * time into the file named by ILP_BENCH_REPORT. It changes nothing of what runs.
 */
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const report = process.env.ILP_BENCH_REPORT;

if (isMainThread && report !== undefined) {
  process.once("exit", () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(
      `${report}.${process.pid}`,
      JSON.stringify({
        peakMiB: maxRSS / 1024,
        cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
      }),
    );
  });
}
