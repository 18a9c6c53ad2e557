import type { NightName } from "./nights.ts";

/** What may not be exceeded, and what is to be reached: a ceiling is lowered with each step towards its goal. */
export interface Ceiling {
  readonly most: number;
  readonly goal: number;
}

/**
 * Processor seconds of a step over the processor seconds of DuckDB, which reads the same files on the
 * same machine: so a slow machine, or one that is busy, does not break a ceiling. Steps without one
 * take too little time to tell.
 */
export const STEP_CEILINGS: { readonly [step: string]: Ceiling } = {
  "ilp ingest": { most: 7, goal: 0.9 },
  "ilp publish": { most: 7, goal: 0.7 },
  receive: { most: 0.7, goal: 0.15 },
  "read files": { most: 2.5, goal: 0.6 },
  join: { most: 0.8, goal: 0.2 },
  store: { most: 3.5, goal: 0.3 },
  "measure schools": { most: 6, goal: 0.5 },
  "staff edition": { most: 1.6, goal: 0.3 },
  "public edition": { most: 1, goal: 0.2 },
};

/** Wall seconds of ingest and publish over those of DuckDB, both with two cores. */
export const DUCKDB_RATIO: Ceiling = { most: 18, goal: 1.2 };

/** The highest memory of any process in MiB: what each needs, and what a thousand students add. */
export const MEMORY_CEILING = { mostMiB: 260, mostPerThousandStudentsMiB: 9, goalMiB: 300 };

/** Processor seconds of a night as a share of the full run's. */
export const NIGHT_CEILINGS: { readonly [night in NightName]: Ceiling } = {
  unchanged: { most: 0.12, goal: 0.04 },
  appended: { most: 0.8, goal: 0.2 },
  corrected: { most: 1.1, goal: 0.55 },
};

/** Objects and items that a night without anything new writes. */
export const WRITTEN_UNCHANGED: Ceiling = { most: 0, goal: 0 };

/** With fewer students a command starts for longer than it works: its times are no measure of a night. */
export const FEWEST_STUDENTS_TIMED = 5_000;

/** Goals compared with one another, on two cores. */
export const GOAL_CEILINGS = {
  mostSeconds: 60,
  mostMiB: 1_500,
  leastRecall: 0.95,
  /** As a share of the pairs reported. */
  mostFalsePairs: 0.001,
};

/** The ceilings of time and memory are for up to this many goals. */
export const MOST_GOALS = 1_000_000;
