import { rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Day } from "../functions/domain/calendar/day.ts";
import { compareFigures } from "./compare-figures.ts";
import {
  duckdbTotals,
  ingest,
  measuredSteps,
  publish,
  worklistOf,
  type BenchFolders,
} from "./commands.ts";
import type { BenchDistrict } from "./district.ts";
import type { MeasuredRun } from "./run-process.ts";
import type { MeasuredStep } from "./step-clock.ts";
import { PROTECTION_STEP } from "./step-table.ts";
import { count, median, rounded, say } from "./words.ts";
import { writeDistrict } from "./write-district.ts";

/** What the bench found of a district of one size. */
export interface MeasuredSize {
  readonly students: number;
  readonly schools: number;
  readonly rows: number;
  /** Ingest and publish together, from the start of the one process to the end of the other. */
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly peakMiB: number;
  /** Seconds over DuckDB's seconds, the median of the pairs of one run each. */
  readonly duckdbRatio: number;
  /** Seconds of `functions/protection` in the first public release. */
  readonly protectionSeconds: number;
  readonly sameFigures: boolean;
  /** The whole processes, and then the steps within them: medians of the runs. */
  readonly steps: readonly MeasuredStep[];
}

interface Run {
  readonly ingest: MeasuredRun;
  readonly publish: MeasuredRun;
  readonly duckdb: MeasuredRun;
  readonly publishAgain: MeasuredRun;
  readonly worklist: MeasuredRun;
  readonly steps: readonly MeasuredStep[];
}

/**
 * Writes the exports of a district once, and so often runs the pipeline on an empty data folder and
 * DuckDB in turn: A B A B A B. The steps are measured in a process and a data folder of their own.
 * @param bundle what `bundleSteps` made
 */
export async function measureSize(
  folders: BenchFolders,
  bundle: string,
  district: BenchDistrict,
  runs: number,
): Promise<MeasuredSize> {
  const students = district.students.length;
  const asOf = district.schoolDays.at(-1);
  const school = district.schools.at(-1);
  if (asOf === undefined || school === undefined) throw new Error("a district needs a school day");
  const { rows, bytes } = writeDistrict(folders.exports, district);
  say(
    `${count(students)} students in ${district.schools.length} schools, ${count(rows)} attendance rows in ${rounded(bytes / 2 ** 20, 1)} MiB`,
  );
  const measured: Run[] = [];
  for (let run = 1; run <= runs; run++) {
    measured.push(await oneRun(folders, bundle, asOf, school.id));
  }
  const seconds = median(measured.map(secondsOf));
  const ratios = measured.map((run) => secondsOf(run) / run.duckdb.seconds);
  const steps = mediansOf(measured);
  const protection = steps.find(({ name }) => name === PROTECTION_STEP)?.seconds ?? NaN;
  say(
    `  ingest and publish ${seconds.toFixed(2)} s, ${count(Math.round(rows / seconds))} attendance rows a second`,
  );
  say(
    `  ratio ${median(ratios).toFixed(2)} to DuckDB on ${availableParallelism()} threads (pairs: ${ratios.map((ratio) => ratio.toFixed(2)).join(", ")})`,
  );
  say(
    `  protection: ${protection.toFixed(2)} s for ${district.schools.length} schools and ${count(students)} students`,
  );
  const last = measured.at(-1)?.duckdb.output ?? "{}";
  const isSame = await compareFigures(folders.data, asOf, last);
  return {
    students,
    schools: district.schools.length,
    rows,
    seconds: rounded(seconds, 3),
    rowsPerSecond: Math.round(rows / seconds),
    peakMiB: Math.ceil(
      Math.max(...measured.flatMap((run) => [run.ingest.peakMiB, run.publish.peakMiB])),
    ),
    duckdbRatio: rounded(median(ratios), 2),
    protectionSeconds: rounded(protection, 3),
    sameFigures: isSame,
    steps,
  };
}

async function oneRun(
  folders: BenchFolders,
  bundle: string,
  asOf: Day,
  school: string,
): Promise<Run> {
  const ofSteps = { ...folders, data: `${folders.data}-steps` };
  for (const { data } of [folders, ofSteps]) rmSync(data, { recursive: true, force: true });
  return {
    ingest: await ingest(folders),
    publish: await publish(folders, asOf),
    duckdb: await duckdbTotals(folders, asOf),
    publishAgain: await publish(folders, asOf),
    worklist: await worklistOf(folders, school),
    steps: await measuredSteps(bundle, ofSteps, asOf),
  };
}

const secondsOf = (run: Run): number => run.ingest.seconds + run.publish.seconds;

/** The whole processes and the steps of all runs, each the median. */
function mediansOf(runs: readonly Run[]): readonly MeasuredStep[] {
  const all = runs.map((run) => [
    { name: "ilp ingest", ...run.ingest },
    { name: "ilp publish", ...run.publish },
    { name: "ilp publish again, nothing new", ...run.publishAgain },
    { name: "ilp worklist of one school", ...run.worklist },
    { name: "DuckDB, the totals alone", ...run.duckdb },
    ...run.steps,
  ]);
  return (all[0] ?? []).map(({ name }) => {
    const same = all.flatMap((steps) => steps.filter((step) => step.name === name));
    return {
      name,
      seconds: rounded(median(same.map(({ seconds }) => seconds)), 4),
      cpuSeconds: rounded(median(same.map(({ cpuSeconds }) => cpuSeconds)), 4),
      peakMiB: rounded(median(same.map(({ peakMiB }) => peakMiB)), 1),
    };
  });
}
