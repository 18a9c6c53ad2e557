import {
  DUCKDB_RATIO,
  FEWEST_STUDENTS_TIMED,
  MEMORY_CEILING,
  NIGHT_CEILINGS,
  STEP_CEILINGS,
  WRITTEN_UNCHANGED,
} from "./ceilings.ts";
import { NIGHTS, type NightName } from "./nights.ts";
import type { MeasuredStep } from "./step-clock.ts";
import { DUCKDB_STEP } from "./step-table.ts";
import type { Written } from "./written.ts";

/** What is compared with the ceilings. */
export interface MeasuredCosts {
  readonly students: number;
  readonly duckdbRatio: number;
  readonly peakMiB: number;
  readonly steps: readonly MeasuredStep[];
  readonly nights: { readonly [night in NightName]: number };
  readonly written: { readonly [night in NightName]: Written };
}

type Hold = (name: string, value: number, most: number, unit: string) => void;

/** What is above its ceiling: a line each, which names it. The times of a small district have no ceiling. */
export function aboveCeilings(costs: MeasuredCosts): readonly string[] {
  const { students, steps, written } = costs;
  const duckdb = steps.find(({ name }) => name === DUCKDB_STEP)?.cpuSeconds;
  if (duckdb === undefined) throw new Error(`no step ${DUCKDB_STEP}`);
  const faults: string[] = [];
  const hold: Hold = (name, value, most, unit) => {
    // Not `>`: what could not be measured is above every ceiling.
    if (value <= most) return;
    faults.push(
      `${name} of ${students.toLocaleString("en-US")} students: ${shown(value)} ${unit}, at most ${shown(most)}`,
    );
  };
  if (students >= FEWEST_STUDENTS_TIMED) holdTimes(costs, duckdb, hold);
  const { mostMiB, mostPerThousandStudentsMiB } = MEMORY_CEILING;
  const mostMemory = mostMiB + (mostPerThousandStudentsMiB * students) / 1_000;
  hold("the highest memory", costs.peakMiB, mostMemory, "MiB");
  const { objects, items } = written.unchanged;
  hold("the night unchanged", objects, WRITTEN_UNCHANGED.most, "objects written");
  hold("the night unchanged", items, WRITTEN_UNCHANGED.most, "items written");
  return faults;
}

function holdTimes(
  { steps, nights, duckdbRatio }: MeasuredCosts,
  duckdb: number,
  hold: Hold,
): void {
  for (const [name, { most }] of Object.entries(STEP_CEILINGS)) {
    const step = steps.find((candidate) => candidate.name === name);
    if (step === undefined) throw new Error(`no step ${name}, for which there is a ceiling`);
    hold(name, step.cpuSeconds / duckdb, most, "processor seconds per processor second of DuckDB");
  }
  hold("ingest and publish", duckdbRatio, DUCKDB_RATIO.most, "seconds per second of DuckDB");
  for (const night of NIGHTS) {
    const { most } = NIGHT_CEILINGS[night];
    hold(`the night ${night}`, nights[night], most, "of the full run's processor seconds");
  }
}

const shown = (value: number): string => String(Number(value.toFixed(2)));
