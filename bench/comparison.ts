import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import type { Day } from "../functions/domain/day.ts";
import { DISTRICT, duckdbTotals, ingest, publish, type BenchFolders } from "./commands.ts";
import { ourTotals } from "./our-totals.ts";
import { isInBand, releaseFigures } from "./release-figures.ts";
import type { MeasuredRun } from "./run-process.ts";
import { differences, TOTALS, type DistrictTotals, type SchoolTotals } from "./totals.ts";
import { count, median, rounded, say } from "./words.ts";

/** What the bench comes to: its last line. */
export interface Comparison {
  readonly students: number;
  readonly rows: number;
  /** Ingest and publish together, from the start of the one process to the end of the other. */
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly peakMiB: number;
  /** Seconds over DuckDB's seconds, the median of the pairs of one run each. */
  readonly duckdbRatio: number;
  readonly sameFigures: boolean;
}

interface Pair {
  readonly ingest: MeasuredRun;
  readonly publish: MeasuredRun;
  readonly duckdb: MeasuredRun;
}

/** The pipeline on an empty data folder and DuckDB in turn, so often: A B A B A B. */
export async function comparison(
  folders: BenchFolders,
  asOf: Day,
  students: number,
  rows: number,
  runs: number,
): Promise<Comparison> {
  const pairs: Pair[] = [];
  for (let run = 1; run <= runs; run++) {
    rmSync(folders.data, { recursive: true, force: true });
    pairs.push({
      ingest: await ingest(folders),
      publish: await publish(folders, asOf),
      duckdb: await duckdbTotals(folders, asOf),
    });
  }
  saySteps(
    "ingest",
    pairs.map((pair) => pair.ingest),
  );
  saySteps(
    "publish",
    pairs.map((pair) => pair.publish),
  );
  say("");
  sayRuns(
    "ingest",
    pairs.map((pair) => pair.ingest),
  );
  sayRuns(
    "publish",
    pairs.map((pair) => pair.publish),
  );
  sayRuns(
    "DuckDB",
    pairs.map(({ duckdb }) => duckdb),
  );
  const seconds = median(pairs.map(secondsOf));
  const ratios = pairs.map((pair) => secondsOf(pair) / pair.duckdb.seconds);
  say(
    `both     ${seconds.toFixed(2)} s, ${count(Math.round(rows / seconds))} attendance rows a second`,
  );
  say(
    `ratio    ${median(ratios).toFixed(2)} to DuckDB on ${availableParallelism()} threads (pairs: ${ratios.map((ratio) => ratio.toFixed(2)).join(", ")})`,
  );
  const theirs = totalsOf(pairs.at(-1)?.duckdb.output ?? "{}");
  const isSame = await compareFigures(folders, asOf, theirs);
  return {
    students,
    rows,
    seconds: rounded(seconds, 3),
    rowsPerSecond: Math.round(rows / seconds),
    peakMiB: peakOf(pairs.flatMap((pair) => [pair.ingest, pair.publish])),
    duckdbRatio: rounded(median(ratios), 2),
    sameFigures: isSame,
  };
}

/** Holds DuckDB's figures against what the pipeline's records say and against what its release shows. */
async function compareFigures(
  folders: BenchFolders,
  asOf: Day,
  theirs: DistrictTotals,
): Promise<boolean> {
  const found = differences(await ourTotals(folders.data, DISTRICT, asOf), theirs);
  const shown = await releaseFigures(join(folders.data, "public"), DISTRICT);
  const untrue = shown
    .filter(({ school, total, of, band }) => {
      const totals = theirs.get(school);
      return totals === undefined || !isInBand(totals[total], totals[of], band);
    })
    .map(({ school, total }) => `${total} of school ${school} as published`);
  say("");
  say(`compared in each of ${theirs.size} schools, records against DuckDB: ${TOTALS.join(", ")}`);
  say(
    `compared as published: ${shown.length} shares of whole schools that the release shows as bands (${[...new Set(shown.map(({ total }) => total))].join(", ")})`,
  );
  const all = [...found, ...untrue];
  for (const line of all.slice(0, 20)) say(`  DIFFERS: ${line}`);
  return all.length === 0 && shown.length > 0 && theirs.size > 0;
}

const secondsOf = (pair: Pair): number => pair.ingest.seconds + pair.publish.seconds;

const totalsOf = (json: string): DistrictTotals =>
  new Map(Object.entries(JSON.parse(json) as { readonly [school: string]: SchoolTotals }));

/** The median of each step, in the order of the first run. */
function saySteps(command: string, runs: readonly MeasuredRun[]): void {
  say(`\n${command} by step`);
  for (const { name } of runs[0]?.steps ?? []) {
    const seconds = runs.map(({ steps }) => steps.find((step) => step.name === name)?.seconds ?? 0);
    say(`  ${name.padEnd(24)}${median(seconds).toFixed(3).padStart(8)} s`);
  }
}

function sayRuns(name: string, runs: readonly MeasuredRun[]): void {
  const seconds = median(runs.map((run) => run.seconds));
  const cpu = median(runs.map((run) => run.cpuSeconds));
  say(
    `${name.padEnd(9)}${seconds.toFixed(2)} s (${cpu.toFixed(2)} s of processor time), at most ${peakOf(runs)} MiB`,
  );
}

const peakOf = (runs: readonly MeasuredRun[]): number =>
  Math.ceil(Math.max(...runs.map(({ peakMiB }) => peakMiB)));
