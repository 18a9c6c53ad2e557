import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lines, oneTo, roster } from "../../support/ingest-files.ts";
import { ilp } from "../../support/run-ilp.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { LAUNCH } from "../../support/serving-console.ts";

const TREES = ["oaks", "elms", "firs", "pines", "palms", "limes", "figs", "yews"];

/** A district of eight students and four counselors, ingested and published. */
async function fernhill(goalOf: ((tree: string) => string) | null) {
  const exports = scratchFolder();
  const goals = TREES.map((tree, place) => [place + 1, goalOf?.(tree)]).map(
    ([n, text]) => `G${n},P${n},${text},in-progress,2021-09-11`,
  );
  const files = new Map<string, string>(roster(oneTo(8)).map(([name, of]) => [name, String(of)]));
  if (goalOf !== null) {
    files.set("goals.csv", lines("goal_id,plan_id,description,status,set_on", ...goals));
  }
  // The last column of a plan is its counselor.
  const plans = files.get("plans.csv")?.replace(/^P(\d).*,$/gm, (row, n) => `${row}K-${n % 4}`);
  for (const [name, content] of files.set("plans.csv", plans ?? "")) {
    writeFileSync(join(exports, name), content);
  }
  const data = scratchFolder();
  const options = ["--district", "fernhill", "--data", data];
  expect(await ilp("ingest", exports, ...options)).toMatchObject({ status: 0, stderr: "" });
  const publish = () => ilp("publish", "--as-of", "2022-03-15", ...options);
  expect((await publish()).status).toBe(0);
  return { options, out: join(exports, "goal_wordings.csv"), publish };
}

describe("ilp goals beginnings", () => {
  it("proposes the form's beginning, of which nothing is left once it is declared", async () => {
    const { options, out, publish } = await fernhill((tree) => `My goal is to grow ${tree}`);
    const first = await ilp("goals", "beginnings", "--out", out, ...options);
    expect(first.status).toBe(0);
    expect(first.stdout).toContain("8 of 8  4 of 4      8              My goal is to grow\n");
    expect(first.stderr).toBe("");
    expect(readFileSync(out, "utf8")).toBe("wording,text\nbeginning,My goal is to grow\n");
    const log = await ilp("access-log", "--json", "--from", "2020-01-01", ...options);
    expect(log.stdout).toContain('"beginnings of goals"');
    expect(log.stdout).not.toContain("grow");
    const again = await ilp("goals", "beginnings", "--out", out, ...options);
    expect(again).toMatchObject({ status: 1, stdout: "" });
    expect(again.stderr).toContain(`${out} cannot be written: expected a new file`);

    writeFileSync(out, "wording,text\nrequired-goal,Read\nbeginning,My goal is to\n");
    expect((await ilp("ingest", out, ...options)).status).toBe(0);
    await publish();
    const other = out.replace("goal_", "more_goal_");
    const declared = await ilp("goals", "beginnings", "--json", "--out", other, ...options);
    expect(JSON.parse(declared.stdout)).toEqual({
      ...{ district: "fernhill", schoolYear: "2021-22", beginnings: [], declared: 2, out: null },
      ...{ plans: 8, authors: 4, areAuthorsJudged: true },
    });
    expect([declared.status, existsSync(other)]).toEqual([0, false]);
  }, 60_000);

  it("writes after what is declared, so that the file can replace the earlier one", async () => {
    const { options, out } = await fernhill((tree) => `My goal is to grow ${tree}`);
    writeFileSync(out, "wording,text\nrequired-goal,Read a book\nbeginning,Mi meta es\n");
    expect((await ilp("ingest", out, ...options)).status).toBe(0);
    const proposal = `${out}.proposed.csv`;
    expect((await ilp("goals", "beginnings", "--out", proposal, ...options)).status).toBe(0);
    expect(readFileSync(proposal, "utf8")).toBe(
      "wording,text\nbeginning,Mi meta es\nrequired-goal,Read a book\nbeginning,My goal is to grow\n",
    );
  }, 60_000);

  it("says what is missing: data, an edition, goals, a right to see them", async () => {
    const none = ["--district", "fernhill", "--data", scratchFolder()];
    const empty = await ilp("goals", "beginnings", ...none);
    expect([empty.status, empty.stderr]).toEqual([1, expect.stringContaining("nothing")]);
    const { options } = await fernhill(null);
    const without = await ilp("goals", "beginnings", ...options);
    expect([without.status, without.stderr]).toEqual([1, "ilp: no plan of 2021-22 has a goal\n"]);
    const stranger = await ilp("goals", "beginnings", "--as", "nobody", ...options);
    expect(stranger.status).toBe(1);
    expect(stranger.stderr).not.toContain("no plan");
  }, 60_000);

  it("proposes nothing from records of before, which do not say what is declared", async () => {
    const { options, out } = await fernhill((tree) => `My goal is to grow ${tree}`);
    writeFileSync(out, "wording,text\nrequired-goal,Read a book\n");
    expect((await ilp("ingest", out, ...options)).status).toBe(0);
    const manifests = join(options[3]!, "records/conformed/fernhill/manifests");
    for (const name of readdirSync(manifests)) {
      const file = join(manifests, name);
      const { joinedFrom, goalWordings, ...before } = JSON.parse(readFileSync(file, "utf8"));
      expect(joinedFrom).toBeDefined();
      writeFileSync(file, JSON.stringify(before));
    }
    const proposal = `${out}.proposed.csv`;
    const { status, stderr } = await ilp("goals", "beginnings", "--out", proposal, ...options);
    expect([status, existsSync(proposal)]).toEqual([1, false]);
    expect(stderr).toContain("run ilp ingest --district fernhill, then");
  }, 60_000);

  it("is quiet in a pipe that is closed", async () => {
    const { options, out } = await fernhill((tree) => `My goal is to grow ${tree}`);
    const command = [process.execPath, LAUNCH, "goals", "beginnings", "--out", out, ...options];
    const { stderr, stdout } = spawnSync(
      "bash",
      [
        "-c",
        'set -o pipefail; "$@" | head -c 1 > /dev/null; echo "${PIPESTATUS[0]}"',
        "bash",
        ...command,
      ],
      { encoding: "utf8" },
    );
    expect([stderr, stdout]).toEqual(["", "0\n"]);
  }, 60_000);
});
