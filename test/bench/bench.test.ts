import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { benchDistrict } from "../../bench/district.ts";
import { addTotals, differences, TOTALS, withDistrict } from "../../bench/totals.ts";
import type { SchoolTotals } from "../../bench/totals.ts";
import { writeAttendance, type AttendanceAsked } from "../../bench/write-district.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { measuredSize, runBench, STEPS } from "./run-bench.ts";

describe("bench", () => {
  // Several sizes, and how each step grows between them, are tested by `npm run soak`.
  it("measures each step, finds the same figures as DuckDB, and ends with one JSON document", () => {
    const { lines, last, result, stderr, status } = runBench("900", "40");
    expect(stderr).toBe("");
    expect(result).toEqual({ sizes: [measuredSize(900, 2, 40)], growth: [] });
    const [{ steps }] = result.sizes;
    expect(steps.map(({ name }) => name.trim())).toEqual(STEPS);
    for (const { seconds, cpuSeconds, peakMiB } of steps) {
      expect(seconds).toBeGreaterThan(0);
      expect(cpuSeconds).toBeGreaterThan(0);
      expect(peakMiB).toBeGreaterThan(20);
    }
    const [{ students, rows, seconds, cpuSeconds, peakMiB, duckdbRatio, nights, written }] =
      result.sizes;
    const sameFigures = true;
    expect(last).toEqual({
      ...{ students, rows, seconds, cpuSeconds, peakMiB, duckdbRatio, nights, sameFigures },
    });
    expect(written.unchanged).toEqual({ objects: 0, items: 0 });
    for (const night of [written.appended, written.corrected]) {
      expect(night.objects).toBeGreaterThan(0);
    }
    expect(nights.unchanged).toBeLessThan(nights.appended);
    expect(lines).toContainEqual(
      expect.stringMatching(/^ {2}protection: \d+\.\d\d s for 2 schools and 900 students$/),
    );
    expect(status).toBe(0);
  }, 300_000);
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

  it("has a next school day after its last one, in the calendar and not yet in the attendance", () => {
    const { schoolDays, nextSchoolDay, holidays } = benchDistrict(10, 40);
    expect(nextSchoolDay > schoolDays.at(-1)!).toBe(true);
    expect(holidays).not.toContain(nextSchoolDay);
    expect(benchDistrict(10, 41).schoolDays.at(-1)).toBe(nextSchoolDay);
  });

  it("refuses more days than a school year has", () => {
    expect(() => benchDistrict(10, 260)).toThrow(/do not fit/);
  });
});

describe("writeAttendance", () => {
  const district = benchDistrict(50, 20);
  const written = (asked?: AttendanceAsked): readonly string[] => {
    const folder = scratchFolder();
    writeAttendance(folder, district, asked);
    return readFileSync(join(folder, "daily_attendance.csv"), "utf8").split("\n");
  };

  it("appends the next day to the same bytes", () => {
    const [before, after] = [written().slice(0, -1), written({ isNextDay: true })];
    expect(after.slice(0, before.length)).toEqual(before);
    const added = after.slice(before.length, -1);
    expect(added).toHaveLength(50);
    for (const line of added) expect(line.split(",")[1]).toBe(district.nextSchoolDay);
  });

  it("corrects about the share asked for, always the same rows, and each to the opposite", () => {
    const first = written({ isNextDay: true });
    const corrected = written({ isNextDay: true, corrected: 0.1 });
    expect(written({ isNextDay: true, corrected: 0.1 })).toEqual(corrected);
    const changed = corrected.flatMap((line, index) => (line === first[index] ? [] : [index]));
    expect(changed.length).toBeGreaterThan(50);
    expect(changed.length).toBeLessThan(160);
    for (const index of changed) {
      const isPresent = (line: string) => /present|tardy|partial,0.25/.test(line);
      expect(isPresent(corrected[index]!)).toBe(!isPresent(first[index]!));
    }
  });
});
