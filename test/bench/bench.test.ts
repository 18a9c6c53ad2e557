import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { benchDistrict } from "../../bench/district.ts";
import { addTotals, differences, TOTALS, withDistrict } from "../../bench/totals.ts";
import type { SchoolTotals } from "../../bench/totals.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const STEPS = [
  "ilp ingest",
  "ilp publish",
  "ilp publish again, nothing new",
  "ilp worklist of one school",
  "DuckDB, the totals alone",
  "receive",
  "read files",
  "join",
  "store",
  "measure schools",
  "staff edition",
  "public edition",
  "of it protection",
  "copy to the public folder",
  "publish again, nothing new",
  "worklist of one school",
  "first page of a counselor's list",
];

interface Measured {
  readonly name: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMiB: number;
}
interface Result {
  readonly sizes: readonly {
    readonly protectionSeconds: number;
    readonly steps: readonly Measured[];
  }[];
  readonly growth: readonly { readonly steps: readonly Measured[] }[];
}

describe("bench", () => {
  it("measures each step of each size, finds the same figures as DuckDB, and ends with one JSON document", () => {
    const args = ["--students", "500,900", "--days", "170", "--runs", "1"];
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--import", "tsx", "bench/bench.ts", ...args],
      { cwd: ROOT, encoding: "utf8" },
    );
    expect(stderr).toBe("");
    const lines = stdout.trimEnd().split("\n");
    const last = JSON.parse(lines.at(-1)!) as Result;
    const ofSize = (students: number, schools: number) => ({
      students,
      schools,
      rows: students * 170,
      seconds: expect.any(Number) as number,
      rowsPerSecond: expect.any(Number) as number,
      peakMiB: expect.any(Number) as number,
      duckdbRatio: expect.any(Number) as number,
      protectionSeconds: expect.any(Number) as number,
      sameFigures: true,
      steps: expect.any(Array) as readonly Measured[],
    });
    expect(last).toEqual({
      sizes: [ofSize(500, 1), ofSize(900, 2)],
      growth: [{ from: 500, to: 900, steps: expect.any(Array) as readonly Measured[] }],
    });
    for (const { steps, protectionSeconds } of last.sizes) {
      expect(steps.map(({ name }) => name.trim())).toEqual(STEPS);
      for (const { seconds, cpuSeconds, peakMiB } of steps) {
        expect(seconds).toBeGreaterThan(0);
        expect(cpuSeconds).toBeGreaterThan(0);
        expect(peakMiB).toBeGreaterThan(20);
      }
      expect(protectionSeconds).toBeGreaterThan(0);
    }
    expect(last.growth[0]!.steps.map(({ name }) => name)).toEqual(STEPS);
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}protection: \d+\.\d\d s for 2 schools and 900 students$/),
    );
    expect(status).toBe(0);
  }, 180_000);
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
    expect(district.students.every(({ stays }) => stays[0]!.school !== "")).toBe(true);
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
