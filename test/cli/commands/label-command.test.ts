import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ilp } from "../../support/run-ilp.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { LAUNCH } from "../../support/serving-console.ts";

const GOALS = `id,language,domain,grade,text
1,en,academic,09,Submit the FAFSA by June 1
2,en,personal,10,be a better student
3,es,career,12,conseguir un trabajo este verano
`;
const HEADER = "id,specific,measurable,time_bound";

function files() {
  const folder = scratchFolder();
  const goals = join(folder, "goals.csv");
  writeFileSync(goals, GOALS);
  return {
    goals,
    a: join(folder, "a.csv"),
    b: join(folder, "b.csv"),
    settled: join(folder, "s.csv"),
  };
}

describe("ilp label", () => {
  it("reads answers from a pipe, stops at its end, and goes on with the goals that are left", () => {
    const { goals, a } = files();
    const run = (input: string) =>
      spawnSync(process.execPath, [LAUNCH, "label", goals, "--reader", "A", "--out", a, "--json"], {
        ...{ encoding: "utf8", input },
      });
    const first = run("y\ny\ny\nn\n");
    expect(JSON.parse(first.stdout)).toEqual({
      reader: "A",
      out: a,
      labeled: 1,
      skipped: 0,
      goals: 3,
    });
    expect(first.stderr).toMatch(/\[1 of 3\] Submit the FAFSA/);
    expect(readFileSync(a, "utf8")).toBe(`${HEADER}\n1,yes,yes,yes\n`);
    const second = run("n\nn\nn\ny\ny\ny\n");
    expect(second.stderr).toMatch(/\[2 of 3\] be a better/);
    expect(readFileSync(a, "utf8")).toBe(`${HEADER}\n1,yes,yes,yes\n2,no,no,no\n3,yes,yes,yes\n`);
  }, 60_000);

  it("wants to know which goals, who labels them and where labels go", async () => {
    const { goals } = files();
    const { status, stderr } = await ilp("label", goals, "--reader", "A");
    expect(status).toBe(1);
    expect(stderr).toMatch(/name a file of goals, a --reader and a file for --out/);
  });
});

describe("ilp label report", () => {
  it("compares the rules with two readers and what a third person settled", async () => {
    const { goals, a, b, settled } = files();
    writeFileSync(a, `${HEADER}\n1,yes,yes,yes\n2,no,no,no\n3,yes,yes,yes\n`);
    writeFileSync(b, `${HEADER}\n1,yes,yes,yes\n2,no,no,no\n3,yes,no,yes\n`);
    writeFileSync(settled, `${HEADER}\n3,yes,yes,yes\n`);
    const asked = ["label", "report", goals, "--labels", a, "--labels", b, "--settled", settled];
    const { stdout } = await ilp(...asked, "--json");
    const report = JSON.parse(stdout);
    expect(report.command).toBe(`ilp ${asked.join(" ")} --json`);
    expect(report.indicators.measurable.all).toMatchObject({ goals: 3, disagreements: 1, yes: 2 });
    expect(Object.keys(report.indicators.specific.byLanguage)).toEqual(["en", "es"]);
    const text = await ilp(...asked);
    expect(text.stdout).toMatch(/^Rubric version 1, rules version \d+, 3 goals\./);
    expect(text.stdout).toMatch(/Specific: not validated \(the lower limit of precision/);
    expect(text.stdout).not.toMatch(/FAFSA|verano/);
  });

  it("compares two readers, neither one nor three", async () => {
    const { goals, a } = files();
    writeFileSync(a, `${HEADER}\n1,yes,yes,yes\n`);
    for (const readers of [1, 3]) {
      const labels = Array.from({ length: readers }, () => ["--labels", a]).flat();
      const { status, stderr } = await ilp("label", "report", goals, ...labels);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/give --labels twice/)]);
    }
  });
});
