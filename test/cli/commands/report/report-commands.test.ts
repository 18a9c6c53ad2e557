import { describe, expect, it } from "vitest";
import { REPORT_DEFINITIONS } from "../../../../functions/reports/state/definitions/report-definitions.ts";
import { publishedFolder } from "../../../support/cast-folder.ts";
import { ilp } from "../../../support/run-ilp.ts";
import { readXlsx } from "../../../support/read-xlsx.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";
import { join } from "node:path";
import { readFileSync } from "node:fs";

const BENCHMARKS = "pa-career-standards-benchmark";

describe("ilp report", { timeout: 120_000 }, () => {
  it("lists each report with how far it is confirmed", async () => {
    const { stdout } = await ilp("report", "list", "--json");
    expect(JSON.parse(stdout)).toEqual(
      REPORT_DEFINITIONS.map(({ id, title, state, status, citation, effective }) => ({
        ...{ id, title, state, status, citation, effective },
      })),
    );
    expect((await ilp("report", "list")).stdout).toContain(BENCHMARKS);
  });

  it("shows a report field by field, with what it leaves out", async () => {
    const { stdout } = await ilp("report", "show", BENCHMARKS);
    expect(stdout).toContain("PASECUREID");
    expect(stdout).toContain("A header row");
    expect((await ilp("report", "show", "nothing")).status).not.toBe(0);
  });

  it("ends a check with code 1 where the file cannot be written yet, and lists what to fix", async () => {
    const data = await publishedFolder();
    const of = ["--district", "cast", "--data", data];
    const check = await ilp("report", "check", BENCHMARKS, ...of, "--json");
    expect(check.status).toBe(1);
    const { isReady, toFix } = JSON.parse(check.stdout) as { isReady: boolean; toFix: number };
    expect(isReady).toBe(false);
    expect(toFix).toBeGreaterThan(8);
    const out = join(scratchFolder(), "fix.csv");
    await ilp("report", "fix", BENCHMARKS, ...of, "--format", "csv", "--out", out);
    const [header, ...rows] = readFileSync(out, "utf8").trim().split(/\r?\n/);
    expect(header).toMatch(/^owner,school,studentId,/);
    expect(rows).toHaveLength(toFix);
    const book = join(scratchFolder(), "fix.xlsx");
    await ilp("report", "fix", BENCHMARKS, ...of, "--format", "xlsx", "--out", book);
    const { cells } = readXlsx(readFileSync(book));
    expect(Object.keys(cells).filter((address) => /^A\d+$/.test(address))).toHaveLength(toFix + 1);
  });
});
