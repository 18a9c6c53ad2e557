import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { MeasuredSize } from "../../bench/measure-size.ts";
import { section, withSection } from "../../bench/write-docs.ts";

const sized = (students: number): MeasuredSize => ({
  ...{ students, schools: 2, rows: 9, seconds: 1, cpuSeconds: 2, rowsPerSecond: 9 },
  ...{ peakMiB: students, duckdbRatio: 3.14, protectionSeconds: 0, sameFigures: true },
  nights: { unchanged: 0.05, appended: 0.5, corrected: 0.75 },
  written: {
    unchanged: { objects: 0, items: 0 },
    appended: { objects: 1_234, items: 5 },
    corrected: { objects: 6, items: 7 },
  },
  steps: [
    { name: "  of it protection", seconds: 1.234, cpuSeconds: students / 500, peakMiB: 99.5 },
  ],
});

describe("write-docs", () => {
  it("writes the table, the machine and the date", () => {
    const text = section([sized(1_000), sized(10_000)], 3, new Date("2026-11-29T12:00:00Z"));
    expect(text).toContain("## The benchmark on November 29, 2026");
    expect(text).toContain(`Node ${process.version}`);
    expect(text).toContain("`npm run bench -- --students 1000,10000 --runs 3`");
    expect(text.split("\n").filter((line) => line.startsWith("|"))).toEqual([
      "| step | 1,000 students | 10,000 students | growth of processor time |",
      "| --- | --- | --- | --- |",
      "| of it protection | 1.23, 2.00, 100 | 1.23, 20.00, 100 | 10.0 |",
      "| whole | 1,000 students | 10,000 students | goal |",
      "| --- | --- | --- | --- |",
      "| seconds divided by DuckDB's seconds | 3.1 | 3.1 | 1.2 |",
      "| highest memory, MiB | 1,000 | 10,000 | 300 |",
      "| night unchanged, of the full run's processor time | 5.0% | 5.0% | 4.0% |",
      "| night appended, of the full run's processor time | 50.0% | 50.0% | 20.0% |",
      "| night corrected, of the full run's processor time | 75.0% | 75.0% | 55.0% |",
      "| night unchanged, objects and items written | 0 and 0 | 0 and 0 | 0 and 0 |",
      "| night appended, objects and items written | 1,234 and 5 | 1,234 and 5 |  |",
      "| night corrected, objects and items written | 6 and 7 | 6 and 7 |  |",
    ]);
    expect(text).toContain("the same as DuckDB's");
  });

  it("says so where the figures differ, and leaves growth out of one size", () => {
    const text = section([{ ...sized(1_000), sameFigures: false }], 1, new Date());
    expect(text).toContain("NOT the same");
    expect(text).not.toContain("growth");
    expect(text).toContain("One run of 1,000 students");
  });

  it("has its place in the document, whose other text stays", () => {
    const document = readFileSync(join(import.meta.dirname, "../../docs/performance.md"), "utf8");
    const once = withSection(document, "NEW");
    expect(once).toContain("\n\nNEW\n\n");
    expect(once).not.toContain("## The benchmark on");
    expect(once).toContain("# Performance");
    expect(once).toContain("**Tried and left out.**");
    expect(withSection(once, "NEW")).toBe(once);
    expect(() => withSection("# Other", "NEW")).toThrow("no place");
  });
});
