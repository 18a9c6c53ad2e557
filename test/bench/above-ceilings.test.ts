import { describe, expect, it } from "vitest";
import { aboveCeilings, type MeasuredCosts } from "../../bench/above-ceilings.ts";
import {
  DUCKDB_RATIO,
  FEWEST_STUDENTS_TIMED,
  MEMORY_CEILING,
  NIGHT_CEILINGS,
  STEP_CEILINGS,
} from "../../bench/ceilings.ts";
import { DUCKDB_STEP } from "../../bench/step-table.ts";

const DUCKDB_SECONDS = 2;
const STUDENTS = FEWEST_STUDENTS_TIMED;
const MOST_MIB =
  MEMORY_CEILING.mostMiB + (MEMORY_CEILING.mostPerThousandStudentsMiB * STUDENTS) / 1_000;

/** A district exactly at every ceiling. */
const atCeilings = (): MeasuredCosts => ({
  students: STUDENTS,
  duckdbRatio: DUCKDB_RATIO.most,
  peakMiB: MOST_MIB,
  nights: {
    unchanged: NIGHT_CEILINGS.unchanged.most,
    appended: NIGHT_CEILINGS.appended.most,
    corrected: NIGHT_CEILINGS.corrected.most,
  },
  written: {
    unchanged: { objects: 0, items: 0 },
    appended: { objects: 9, items: 9 },
    corrected: { objects: 9, items: 9 },
  },
  steps: [
    { name: DUCKDB_STEP, seconds: 1, cpuSeconds: DUCKDB_SECONDS, peakMiB: 1 },
    ...Object.entries(STEP_CEILINGS).map(([name, { most }]) => ({
      ...{ name, seconds: 1, peakMiB: 1 },
      cpuSeconds: most * DUCKDB_SECONDS,
    })),
  ],
});

describe("aboveCeilings", () => {
  it("finds nothing at a ceiling", () => {
    expect(aboveCeilings(atCeilings())).toEqual([]);
  });

  it.each(Object.entries(STEP_CEILINGS))("names the step %s above its own", (name, { most }) => {
    const costs = atCeilings();
    const steps = costs.steps.map((step) =>
      step.name === name ? { ...step, cpuSeconds: step.cpuSeconds + 0.02 * DUCKDB_SECONDS } : step,
    );
    expect(aboveCeilings({ ...costs, steps })).toEqual([
      `${name} of 5,000 students: ${Number((most + 0.02).toFixed(2))} processor seconds per processor second of DuckDB, at most ${most}`,
    ]);
  });

  it("holds no time of a smaller district to one, but its memory and what it writes", () => {
    const students = FEWEST_STUDENTS_TIMED - 1;
    const slow = { ...atCeilings(), students, duckdbRatio: DUCKDB_RATIO.most + 1, peakMiB: 1 };
    expect(aboveCeilings(slow)).toEqual([]);
    const written = { ...slow.written, unchanged: { objects: 1, items: 0 } };
    expect(aboveCeilings({ ...slow, peakMiB: MOST_MIB + 1, written })).toHaveLength(2);
  });

  it("names memory, the ratio, a night, and what a night without news writes", () => {
    const costs = atCeilings();
    const { nights, written } = costs;
    expect(
      aboveCeilings({
        ...costs,
        peakMiB: MOST_MIB + 1,
        duckdbRatio: DUCKDB_RATIO.most + 1,
        nights: { ...nights, corrected: nights.corrected + 0.1 },
        written: { ...written, unchanged: { objects: 1, items: 2 } },
      }).map((line) => line.replace(/ of 5,000 students: /, ": ")),
    ).toEqual([
      expect.stringMatching(/^ingest and publish: /),
      expect.stringMatching(/^the night corrected: /),
      `the highest memory: ${MOST_MIB + 1} MiB, at most ${MOST_MIB}`,
      "the night unchanged: 1 objects written, at most 0",
      "the night unchanged: 2 items written, at most 0",
    ]);
  });

  it("lets memory grow with students by no more than its ceiling says", () => {
    const costs = { ...atCeilings(), students: 100_000 };
    const most = MEMORY_CEILING.mostMiB + 100 * MEMORY_CEILING.mostPerThousandStudentsMiB;
    expect(aboveCeilings({ ...costs, peakMiB: most })).toEqual([]);
    expect(aboveCeilings({ ...costs, peakMiB: most + 1 })).toHaveLength(1);
  });

  it("is not content with what could not be measured", () => {
    const costs = atCeilings();
    expect(aboveCeilings({ ...costs, duckdbRatio: NaN })).toHaveLength(1);
    expect(() => aboveCeilings({ ...costs, steps: costs.steps.slice(0, 1) })).toThrow("no step");
    expect(() => aboveCeilings({ ...costs, steps: costs.steps.slice(1) })).toThrow(
      "no step DuckDB",
    );
  });

  it("has no goal above a ceiling", () => {
    for (const { most, goal } of [
      DUCKDB_RATIO,
      ...Object.values(STEP_CEILINGS),
      ...Object.values(NIGHT_CEILINGS),
    ]) {
      expect(goal).toBeLessThanOrEqual(most);
    }
  });
});
