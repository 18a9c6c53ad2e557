import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { benchDistrict } from "../../bench/district.ts";
import { differences, TOTALS, type SchoolTotals } from "../../bench/totals.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

describe("bench", () => {
  it("finds the same figures as DuckDB and ends with one JSON document", () => {
    const args = ["--students", "900", "--days", "170", "--runs", "1"];
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--import", "tsx", "bench/bench.ts", ...args],
      { cwd: ROOT, encoding: "utf8" },
    );
    expect(stderr).toBe("");
    const last = JSON.parse(stdout.trimEnd().split("\n").at(-1)!) as Record<string, unknown>;
    expect(last).toEqual({
      students: 900,
      rows: 900 * 170,
      seconds: expect.any(Number),
      rowsPerSecond: expect.any(Number),
      peakMiB: expect.any(Number),
      duckdbRatio: expect.any(Number),
      sameFigures: true,
    });
    expect(status).toBe(0);
  }, 120_000);
});

describe("differences", () => {
  const totals = Object.fromEntries(TOTALS.map((total) => [total, 1])) as unknown as SchoolTotals;

  it("names each figure that is not the same, and each school that one side does not have", () => {
    const ours = new Map([["a", totals]]);
    expect(differences(ours, new Map([["a", totals]]))).toEqual([]);
    expect(differences(ours, new Map([["a", { ...totals, openPlans: 2 }]]))).toEqual([
      "openPlans of school a: 1 here, 2 in DuckDB",
    ]);
    expect(differences(ours, new Map())).toHaveLength(TOTALS.length);
  });
});

describe("benchDistrict", () => {
  it("is the same each time, about 500 students a school and every grade in a school", () => {
    const district = benchDistrict(2_000, 100);
    expect(benchDistrict(2_000, 100)).toEqual(district);
    expect(district.schools).toHaveLength(4);
    expect(district.schoolDays).toHaveLength(100);
    expect(district.students.every(({ stays }) => stays[0]!.school !== "")).toBe(true);
    expect(new Set(district.students.map(({ id }) => id)).size).toBe(2_000);
  });

  it("refuses more days than a school year has", () => {
    expect(() => benchDistrict(10, 260)).toThrow(/do not fit/);
  });
});
