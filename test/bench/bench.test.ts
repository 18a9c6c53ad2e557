import { describe, expect, it } from "vitest";
import { benchDistrict } from "../../bench/district.ts";
import { addTotals, differences, TOTALS, withDistrict } from "../../bench/totals.ts";
import type { SchoolTotals } from "../../bench/totals.ts";
import { measuredSize, runBench, STEPS } from "./run-bench.ts";

describe("bench", () => {
  // Several sizes, and how each step grows between them, are tested by `npm run soak`.
  it("measures each step, finds the same figures as DuckDB, and ends with one JSON document", () => {
    const { lines, result, stderr, status } = runBench("900", "40");
    expect(stderr).toBe("");
    expect(result).toEqual({ sizes: [measuredSize(900, 2, 40)], growth: [] });
    const [{ steps }] = result.sizes;
    expect(steps.map(({ name }) => name.trim())).toEqual(STEPS);
    for (const { seconds, cpuSeconds, peakMiB } of steps) {
      expect(seconds).toBeGreaterThan(0);
      expect(cpuSeconds).toBeGreaterThan(0);
      expect(peakMiB).toBeGreaterThan(20);
    }
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}protection: \d+\.\d\d s for 2 schools and 900 students$/),
    );
    expect(status).toBe(0);
  }, 120_000);
});

describe("totals", () => {
  const totals = Object.fromEntries(TOTALS.map((total) => [total, 1])) as unknown as SchoolTotals;

  it("names each figure that is not the same, and each school that one side does not have", () => {
    const ours = new Map([["a", totals]]);
    expect(differences(ours, new Map([["a", totals]]))).toEqual([]);
    expect(differences(ours, new Map([["a", { ...totals, openPlans: 2 }]]))).toEqual([
      "openPlans of school a: 1 here, 2 in DuckDB",
    ]);
    expect(differences(ours, new Map())).toHaveLength(TOTALS.length);
  });

  it("adds schools up to the district, whose figures are compared too", () => {
    const theirs = withDistrict(
      new Map([
        ["a", totals],
        ["b", { ...totals, students: 5 }],
      ]),
    );
    expect(theirs.get("")).toEqual({ ...addTotals([totals, totals]), students: 6 });
    const ours = new Map([...theirs, ["", { ...addTotals([totals, totals]), students: 7 }]]);
    expect(differences(ours, theirs)).toEqual(["students of the district: 7 here, 6 in DuckDB"]);
  });
});

describe("benchDistrict", () => {
  it("is the same each time, about 500 students a school and every grade in a school", () => {
    const district = benchDistrict(2_000, 100);
    expect(benchDistrict(2_000, 100)).toEqual(district);
    expect(district.schools).toHaveLength(4);
    expect(district.schoolDays).toHaveLength(100);
    expect(district.students.every(({ enrollments }) => enrollments[0]!.school !== "")).toBe(true);
    expect(new Set(district.students.map(({ id }) => id)).size).toBe(2_000);
  });

  it.each([
    [500, 1],
    [900, 2],
    [10_000, 20],
    [100_000, 200],
  ])("of %d students has %d schools", (students, schools) => {
    expect(benchDistrict(students, 1).schools).toHaveLength(schools);
  });

  it("refuses more days than a school year has", () => {
    expect(() => benchDistrict(10, 260)).toThrow(/do not fit/);
  });
});
