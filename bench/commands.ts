import { districtId } from "../functions/domain/ids.ts";
import type { Day } from "../functions/domain/day.ts";
import { runProcess, type MeasuredRun } from "./run-process.ts";

export const DISTRICT = districtId("bench");

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

/** DuckDB's totals come as one JSON document on the output. */
export const duckdbTotals = ({ exports }: BenchFolders, asOf: Day): Promise<MeasuredRun> =>
  runProcess(["bench/duckdb-totals.mjs", exports, asOf]);
