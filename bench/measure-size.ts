import { rmSync } from "node:fs";
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
import { measureNights, NIGHTS, settle, shareOf, type Night, type NightName } from "./nights.ts";
import type { MeasuredRun } from "./run-process.ts";
import type { MeasuredStep } from "./step-clock.ts";
import { DUCKDB_STEP, PROTECTION_STEP } from "./step-table.ts";
import { count, median, rounded, say } from "./words.ts";
import { writeAttendance, writeDistrict } from "./write-district.ts";
import type { Written } from "./written.ts";

/** What the bench found of a district of one size. */
export interface MeasuredSize {
  readonly students: number;
  readonly schools: number;
  readonly rows: number;
  /** Ingest and publish together, from the start of the one process to the end of the other. */
  readonly seconds: number;
  /** Processor seconds of the two. */
  readonly cpuSeconds: number;
  readonly rowsPerSecond: number;
  /** Of any process, of the full run or of a night. */
  readonly peakMiB: number;
  /** Seconds over DuckDB's seconds, the median of the pairs of one run each. */
  readonly duckdbRatio: number;
  /** Seconds of `functions/protection` in the first public release. */
  readonly protectionSeconds: number;
  /** Processor seconds of a night as a share of the full run's. */
  readonly nights: { readonly [night in NightName]: number };
  readonly written: { readonly [night in NightName]: Written };
  /** Whether the full run's figures and those after the last night are DuckDB's. */
  readonly sameFigures: boolean;
  /** The whole processes, and then the steps within them: medians of the runs. */
  readonly steps: readonly MeasuredStep[];
}

interface Run {
  readonly ingest: MeasuredRun;
  readonly publish: MeasuredRun;
  readonly duckdb: MeasuredRun;
  readonly worklist: MeasuredRun;
  readonly nights: readonly Night[];
  readonly steps: readonly MeasuredStep[];
}

/**
 * Writes the exports of a district, and so often runs the pipeline on an empty data folder and DuckDB
 * in turn: A B A B A B, each followed by its nights. The steps are measured in a process and a data
 * folder of their own. The figures of the last run are compared, and those after its last night.
 * @param bundle what `bundleSteps` made
 */
export async function measureSize(
  folders: BenchFolders,
  bundle: string,
  district: BenchDistrict,
  runs: number,
): Promise<MeasuredSize> {
  const asOf = district.schoolDays.at(-1);
  const school = district.schools.at(-1);
  if (asOf === undefined || school === undefined) throw new Error("a district needs a school day");
  const { rows, bytes } = writeDistrict(folders.exports, district);
  say(
    `${count(district.students.length)} students in ${district.schools.length} schools, ${count(rows)} attendance rows in ${rounded(bytes / 2 ** 20, 1)} MiB`,
  );
  const measured: Run[] = [];
  let isSame = true;
  for (let run = 1; run <= runs; run++) {
    await settle();
    const first = await fullRun(folders, asOf, school.id);
    if (run === runs) isSame = await compareFigures(folders.data, asOf, first.duckdb.output);
    const steps = await stepsOf(folders, bundle, asOf);
    const nights = await measureNights(folders, district, asOf);
    measured.push({ ...first, nights, steps });
    if (run < runs) writeAttendance(folders.exports, district);
  }
  const { nextSchoolDay } = district;
  const afterNights = await duckdbTotals(folders, nextSchoolDay);
  const isSameAfter = await compareFigures(folders.data, nextSchoolDay, afterNights.output);
  return summary(district, rows, measured, isSame && isSameAfter);
}

async function fullRun(
  folders: BenchFolders,
  asOf: Day,
  school: string,
): Promise<Omit<Run, "nights" | "steps">> {
  rmSync(folders.data, { recursive: true, force: true });
  return {
    ingest: await ingest(folders),
    publish: await publish(folders, asOf),
    duckdb: await duckdbTotals(folders, asOf),
    worklist: await worklistOf(folders, school),
  };
}

async function stepsOf(
  folders: BenchFolders,
  bundle: string,
  asOf: Day,
): Promise<readonly MeasuredStep[]> {
  const own = { ...folders, data: `${folders.data}-steps` };
  rmSync(own.data, { recursive: true, force: true });
  const steps = await measuredSteps(bundle, own, asOf);
  rmSync(own.data, { recursive: true, force: true });
  return steps;
}

/** The medians of the runs. */
function summary(
  district: BenchDistrict,
  rows: number,
  runs: readonly Run[],
  sameFigures: boolean,
): MeasuredSize {
  const seconds = median(runs.map(secondsOf));
  const ratios = runs.map((run) => secondsOf(run) / run.duckdb.seconds);
  const steps = mediansOf(runs);
  const protection = steps.find(({ name }) => name === PROTECTION_STEP)?.seconds ?? NaN;
  const students = district.students.length;
  const schools = district.schools.length;
  say(
    `  ingest and publish ${seconds.toFixed(2)} s, ${count(Math.round(rows / seconds))} attendance rows a second`,
  );
  say(
    `  ratio ${median(ratios).toFixed(2)} to DuckDB on two threads (pairs: ${ratios.map((ratio) => ratio.toFixed(2)).join(", ")})`,
  );
  say(
    `  protection: ${protection.toFixed(2)} s for ${schools} schools and ${count(students)} students`,
  );
  return {
    ...{ students, schools, rows },
    seconds: rounded(seconds, 3),
    cpuSeconds: rounded(median(runs.map(cpuSecondsOf)), 3),
    rowsPerSecond: Math.round(rows / seconds),
    peakMiB: Math.ceil(Math.max(...runs.flatMap(processesOf).map(({ peakMiB }) => peakMiB))),
    duckdbRatio: rounded(median(ratios), 2),
    protectionSeconds: rounded(protection, 3),
    nights: ofNights((name) =>
      rounded(median(runs.map((run) => shareOf(nightOf(run, name), run))), 3),
    ),
    written: ofNights((name) => mostWritten(runs.map((run) => nightOf(run, name).written))),
    sameFigures,
    steps,
  };
}

const processesOf = (run: Run): readonly MeasuredRun[] => [
  ...[run.ingest, run.publish],
  ...run.nights.flatMap((night) => [night.ingest, night.publish]),
];

const ofNights = <T>(of: (name: NightName) => T): { readonly [night in NightName]: T } => ({
  unchanged: of("unchanged"),
  appended: of("appended"),
  corrected: of("corrected"),
});

function nightOf(run: Run, name: NightName): Night {
  const night = run.nights.find((candidate) => candidate.name === name);
  if (night === undefined) throw new Error(`no night ${name}`);
  return night;
}

const mostWritten = (all: readonly Written[]): Written => ({
  objects: Math.max(...all.map(({ objects }) => objects)),
  items: Math.max(...all.map(({ items }) => items)),
});

const secondsOf = (run: Run): number => run.ingest.seconds + run.publish.seconds;

const cpuSecondsOf = (run: Run): number => run.ingest.cpuSeconds + run.publish.cpuSeconds;

/** The whole processes and the steps of all runs, each the median. */
function mediansOf(runs: readonly Run[]): readonly MeasuredStep[] {
  const all = runs.map((run) => [
    { name: "ilp ingest", ...run.ingest },
    { name: "ilp publish", ...run.publish },
    { name: "ilp worklist of one school", ...run.worklist },
    { name: DUCKDB_STEP, ...run.duckdb },
    ...NIGHTS.flatMap((name) => [
      { name: `night ${name}: ilp ingest`, ...nightOf(run, name).ingest },
      { name: `night ${name}: ilp publish`, ...nightOf(run, name).publish },
    ]),
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
