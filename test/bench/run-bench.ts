import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What the bench measures, in its order. */
export const STEPS = [
  "ilp ingest",
  "ilp publish",
  "ilp publish again, nothing new",
  "ilp worklist of one school",
  "DuckDB, the totals alone",
  "receive",
  "read files",
  "join",
  "store",
  "measure schools",
  "staff edition",
  "public edition",
  "of it protection",
  "copy to the public folder",
  "publish again, nothing new",
  "worklist of one school",
  "console: a first list, one grade",
  "console: that list, overdue",
  "console: that list, by attendance",
  "console: that list, a name",
  "console: today, whole district",
];

interface Measured {
  readonly name: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}
interface MeasuredSize {
  readonly protectionSeconds: number;
  readonly steps: readonly Measured[];
}
export interface BenchResult {
  readonly sizes: readonly [MeasuredSize, ...(readonly MeasuredSize[])];
  readonly growth: readonly { readonly steps: readonly Measured[] }[];
}

/** `npm run bench`, one run of each size. The last line is its result. */
export function runBench(students: string, days: string) {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--import", "tsx", "bench/bench.ts", "--students", students, "--days", days, "--runs", "1"],
    { cwd: ROOT, encoding: "utf8" },
  );
  const lines = stdout.trimEnd().split("\n");
  return { lines, result: JSON.parse(lines.at(-1)!) as BenchResult, stderr, status };
}

/** A size in the result, all of its numbers being there and the figures the same. */
export const measuredSize = (students: number, schools: number, days: number) => ({
  students,
  schools,
  rows: students * days,
  seconds: expect.any(Number) as number,
  rowsPerSecond: expect.any(Number) as number,
  peakMiB: expect.any(Number) as number,
  duckdbRatio: expect.any(Number) as number,
  protectionSeconds: expect.any(Number) as number,
  sameFigures: true,
  steps: expect.any(Array) as readonly Measured[],
});
