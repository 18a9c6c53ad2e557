import { join } from "node:path";
import type { Day } from "../functions/domain/calendar/day.ts";
import { DISTRICT } from "./bench-district-id.ts";
import { runProcess, type MeasuredRun } from "./run-process.ts";
import type { MeasuredStep } from "./step-clock.ts";

/** Where one run of the bench keeps the exports and what is made of them. */
export interface BenchFolders {
  readonly exports: string;
  readonly data: string;
}

const LAUNCHER = "functions/cli/launch.mjs";

/** The command bundles itself once after a change of its sources; that is no part of a night. */
export const bundleCommand = (): Promise<MeasuredRun> => runProcess([LAUNCHER, "--help"]);

export const ingest = ({ exports, data }: BenchFolders): Promise<MeasuredRun> =>
  runProcess([LAUNCHER, "ingest", exports, "--district", DISTRICT, "--data", data]);

export const publish = ({ data }: BenchFolders, asOf: Day): Promise<MeasuredRun> =>
  runProcess([LAUNCHER, "publish", "--district", DISTRICT, "--as-of", asOf, "--data", data]);

export const worklistOf = ({ data }: BenchFolders, school: string): Promise<MeasuredRun> =>
  runProcess([LAUNCHER, "worklist", "--district", DISTRICT, "--school", school, "--data", data]);

/** DuckDB's totals come as one JSON document on the output. */
export const duckdbTotals = ({ exports }: BenchFolders, asOf: Day): Promise<MeasuredRun> =>
  runProcess(["bench/duckdb-totals.mjs", exports, asOf]);

/** The steps of ingest, and then of publish, in a data folder of their own. @param bundle what `bundleSteps` made */
export async function measuredSteps(
  bundle: string,
  { exports, data }: BenchFolders,
  asOf: Day,
): Promise<readonly MeasuredStep[]> {
  const steps = join(bundle, "steps.mjs");
  const ofIngest = await runProcess([steps, "ingest", exports, data]);
  const ofPublish = await runProcess([steps, "publish", data, asOf]);
  return [ofIngest, ofPublish].flatMap(({ output }) => JSON.parse(output) as MeasuredStep[]);
}
