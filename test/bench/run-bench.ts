import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { NightName } from "../../bench/nights.ts";
import type { Written } from "../../bench/written.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What the bench measures, in its order. */
export const STEPS = [
  "ilp ingest",
  "ilp publish",
  "ilp worklist of one school",
  "DuckDB, the totals alone",
  "night unchanged: ilp ingest",
  "night unchanged: ilp publish",
  "night appended: ilp ingest",
  "night appended: ilp publish",
  "night corrected: ilp ingest",
  "night corrected: ilp publish",
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
interface MeasuredSize extends BenchSummary {
  readonly protectionSeconds: number;
  readonly written: { readonly [night in NightName]: Written };
  readonly steps: readonly Measured[];
}
export interface BenchResult {
  readonly sizes: readonly [MeasuredSize, ...(readonly MeasuredSize[])];
  readonly growth: readonly { readonly steps: readonly Measured[] }[];
}

/** The last line. */
interface BenchSummary {
  readonly students: number;
  readonly rows: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
  readonly duckdbRatio: number;
  readonly nights: { readonly [night in NightName]: number };
  readonly sameFigures: boolean;
}

/** `npm run bench`, one run of each size: what it prints, and what it writes where it is asked to. */
export function runBench(students: string, days: string) {
  const details = join(scratchFolder(), "details.json");
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [
      ...["--import", "tsx", "bench/bench.ts", "--students", students, "--days", days],
      ...["--runs", "1", "--details", details],
    ],
    { cwd: ROOT, encoding: "utf8" },
  );
  const lines = stdout.trimEnd().split("\n");
  const result = JSON.parse(readFileSync(details, "utf8")) as BenchResult;
  return { lines, last: JSON.parse(lines.at(-1)!) as BenchSummary, result, stderr, status };
}

/** A size in the result, all of its numbers being there and the figures the same. */
export const measuredSize = (students: number, schools: number, days: number) => ({
  students,
  schools,
  rows: students * days,
  seconds: expect.any(Number) as number,
  cpuSeconds: expect.any(Number) as number,
  rowsPerSecond: expect.any(Number) as number,
  peakMiB: expect.any(Number) as number,
  duckdbRatio: expect.any(Number) as number,
  protectionSeconds: expect.any(Number) as number,
  nights: ofNights(expect.any(Number) as number),
  written: ofNights({
    objects: expect.any(Number) as number,
    items: expect.any(Number) as number,
  }),
  sameFigures: true,
  steps: expect.any(Array) as readonly Measured[],
});

const ofNights = <T>(each: T) => ({ unchanged: each, appended: each, corrected: each });
