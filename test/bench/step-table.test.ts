import { describe, expect, it } from "vitest";
import {
  fasterThanStudents,
  growthOf,
  stepTable,
  type SizedSteps,
} from "../../bench/step-table.ts";

const sized = (students: number, read: number, join: number, list: number): SizedSteps => ({
  students,
  steps: [
    { name: "read files", seconds: read / 2, cpuSeconds: read, peakMiB: 100 },
    { name: "join", seconds: join / 2, cpuSeconds: join, peakMiB: 120.5 },
    { name: "list", seconds: list / 2, cpuSeconds: list, peakMiB: 90 },
  ],
});
const SMALL = sized(1_000, 2, 0.05, 0.001);

describe("step-table", () => {
  it("prints each step of each size, and how many times as much the larger takes", () => {
    const lines = stepTable([SMALL, sized(10_000, 20, 1, 0.01)]);
    expect(lines.map((line) => line.trim().replace(/ {2,}/g, " | "))).toEqual([
      "1,000 students | 10,000 students | students x 10.0",
      "wall s processor s | peak MiB | wall s processor s | peak MiB | wall | processor | peak",
      "read files | 1.00 | 2.00 | 100 | 10.00 | 20.00 | 100 | x 10.0 | x 10.0 | x 1.0",
      "join | 0.03 | 0.05 | 121 | 0.50 | 1.00 | 121 | x 20.0 | x 20.0 | x 1.0",
      "list | 0.00 | 0.00 | 90 | 0.01 | 0.01 | 90 | x 10.0 | x 10.0 | x 1.0",
    ]);
    expect(new Set(lines.slice(1).map(({ length }) => length)).size).toBe(1);
  });

  it("prints one size without growth", () => {
    expect(stepTable([SMALL])[0]).not.toContain("x");
  });

  it("refuses sizes of which one lacks a step", () => {
    const without = { ...SMALL, steps: SMALL.steps.slice(1) };
    expect(() => growthOf(SMALL, without)).toThrow("no step read files with 1000 students");
  });

  it.each([
    ["in proportion", 0.5, []],
    ["a quarter faster, as runs differ", 0.625, []],
    ["faster", 0.65, [{ name: "join", times: 13 }]],
  ])("names the steps that grow faster than the students: %s", (_growth, join, expected) => {
    expect(fasterThanStudents(SMALL, sized(10_000, 20, join, 0.4))).toEqual(expected);
  });
});
