import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { LogEntry } from "../../../../functions/access/log-entry.ts";
import { ingestedFolder } from "../../../support/cast-folder.ts";
import { ilp } from "../../../support/run-ilp.ts";
import { scratchFolder, scratchFolderOfAll } from "../../../support/scratch-folder.ts";

describe("ilp report compare", { timeout: 120_000 }, () => {
  const data = scratchFolderOfAll();
  const of = ["--district", "cast", "--data", data];
  const sent = join(data, "sent");
  const list = join(sent, "list.csv");
  const run = (...more: readonly string[]) =>
    ilp(
      ...["report", "compare", "in-diploma-reconciliation", ...of],
      ...["--as-of", "2022-03-15", ...more],
    );

  beforeAll(async () => {
    await ingestedFolder(data);
    mkdirSync(sent);
    writeFileSync(list, "STN,graduationPlanType,grade\n7700000001,Core 40,9\n8800000002,,9\n");
  }, 120_000);

  it("prints counts of differences, and no student and no value", async () => {
    const { status, stdout } = await run("--sis", list);
    expect(status).toBe(0);
    expect(stdout).toMatch(/not in the report/);
    expect(stdout).toContain("This profile was written without a list of the system");
    expect(stdout).not.toMatch(/7700000001|8800000002|C-0\d{3}|Core 40/);
  });

  it("lists in CSV each student and field, and notes who looked", async () => {
    const out = join(scratchFolder(), "differences.csv");
    const { status } = await run("--sis", list, "--format", "csv", "--out", out);
    expect(status).toBe(0);
    expect(readFileSync(out, "utf8")).toMatch(/not in the report,,,,,8800000002,/);
    const entries = JSON.parse((await ilp("access-log", "--json", ...of)).stdout) as LogEntry[];
    expect(JSON.stringify(entries)).toContain("in-diploma-reconciliation and sis");
  });

  it("compares what it can read, and says what not", async () => {
    const broken = join(sent, "broken.csv");
    writeFileSync(broken, "STN,graduationPlanType,grade\n,Core 40,9\n8800000002,,9\n");
    const { status, stdout, stderr } = await run("--sis", broken);
    expect(status).toBe(2);
    expect(stdout).toMatch(/1 record not read: .* \(studentUniqueId\): from record 1 on/);
    expect(stderr).toContain("1 record could not be read");
  });

  it("refuses a list that is not there or has no column to compare", async () => {
    expect((await run("--sis", join(sent, "gone.csv"))).stderr).toContain("cannot be read");
    const other = join(sent, "other.csv");
    writeFileSync(other, "a,b\n1,2\n");
    const { status, stderr } = await run("--sis", other);
    expect([status, stderr]).toEqual([1, expect.stringContaining("no column to compare")]);
  });
});
