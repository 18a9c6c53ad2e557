import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { publishedFolder } from "../../../support/cast-folder.ts";
import { ilp, type Ended } from "../../../support/run-ilp.ts";
import { scratchFolder, scratchFolderOfAll } from "../../../support/scratch-folder.ts";

const PLAN_STATUS = "plan-status";
const CERTIFICATE = "plan-status-2021-22-v1";
/** The commands about files for the state, each with what it needs. */
const COMMANDS: readonly (readonly string[])[] = [
  ["check", PLAN_STATUS],
  ["fix", PLAN_STATUS],
  ["export", PLAN_STATUS, "--out", "OUT"],
  ["certify", PLAN_STATUS],
  ["history"],
  ["layout", PLAN_STATUS, "--school-year", "2021-22", "--source", "the manual"],
  [
    ...["explain-change", PLAN_STATUS, "--school-year", "2021-22"],
    ...["--subject", "records", "--because", "a school closed"],
  ],
];

describe("ilp report", { timeout: 120_000 }, () => {
  const data = scratchFolderOfAll();
  const report = (command: readonly string[], ...more: readonly string[]): Promise<Ended> =>
    ilp("report", ...command, "--district", "cast", "--data", data, ...more);
  const entriesOf = async (staff: string): Promise<readonly object[]> => {
    const asked = ["--district", "cast", "--data", data, "--staff", staff, "--json"];
    return JSON.parse((await ilp("access-log", ...asked)).stdout) as readonly object[];
  };
  const under = (folder: string): readonly string[] =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));

  beforeAll(async () => {
    await publishedFolder(data);
  }, 120_000);

  it.each(
    ["P-MS", "G-71", "R-MS", "X-1", "O-1", "N-1", "NOBODY"].flatMap((staff) =>
      COMMANDS.map((command) => [staff, command[0] ?? "", command] as const),
    ),
  )("refuses %s to %s, with a sentence and an entry in the log", async (staff, _name, command) => {
    const out = join(scratchFolder(), "out");
    const given = command.map((part) => (part === "OUT" ? out : part));
    const { status, stdout, stderr } = await report(given, "--as", staff);
    expect(status).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/does not include|gives you no role|does not have this staff id/);
    expect(() => readdirSync(out)).toThrow();
    const [last] = await entriesOf(staff);
    expect(last).toMatchObject({ who: staff, isAllowed: false });
  });

  it("leaves nothing restricted after a refusal", () => {
    expect(under(join(data, "records")).filter((path) => path.includes("restricted/"))).toEqual([]);
  });

  it.each(["S-1", "D-1"])("lets %s check, list and export", async (staff) => {
    expect((await report(["check", PLAN_STATUS], "--as", staff)).status).toBe(0);
    expect((await report(["fix", PLAN_STATUS], "--as", staff)).status).toBe(0);
    const out = join(scratchFolder(), "out");
    const { status } = await report(["export", PLAN_STATUS, "--out", out], "--as", staff);
    expect(status).toBe(0);
    expect(readdirSync(out)).toEqual(["plan-status-2022-03-15.csv"]);
  });

  it("certifies in the name of who is signed in, once, and exports those bytes", async () => {
    const first = await report(["certify", PLAN_STATUS], "--as", "S-1", "--json");
    const certificate = JSON.parse(first.stdout) as {
      readonly certificate: string;
      readonly files: readonly { readonly sha256: string }[];
    };
    expect(certificate).toMatchObject({ certificate: CERTIFICATE, version: 1 });
    const again = await report(["certify", PLAN_STATUS], "--by", "Somebody", "--json");
    expect(JSON.parse(again.stdout)).toEqual(certificate);
    const out = join(scratchFolder(), "out");
    expect((await report(["export", PLAN_STATUS, "--out", out], "--as", "D-1")).status).toBe(0);
    const path = join(out, "plan-status-2022-03-15.csv");
    expect(createHash("sha256").update(readFileSync(path)).digest("hex")).toBe(
      certificate.files[0]?.sha256,
    );
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const history = await report(["history"], "--as", "S-1");
    expect(history.stdout).toContain(CERTIFICATE);
  });

  it("asks who certifies where nobody is signed in", async () => {
    const { status, stderr } = await report(["certify", PLAN_STATUS]);
    expect(status).not.toBe(0);
    expect(stderr).toContain("--by must say who");
  });

  it("lets no other user of the machine read a file that was there before", async () => {
    const out = join(scratchFolder(), "out");
    mkdirSync(out);
    const path = join(out, "plan-status-2022-03-15.csv");
    writeFileSync(path, "old", { mode: 0o644 });
    expect((await report(["export", PLAN_STATUS, "--out", out], "--as", "S-1")).status).toBe(0);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it("writes nothing about a student to what it prints but the list to fix", async () => {
    const printed = [
      await report(["check", PLAN_STATUS]),
      await report(["certify", PLAN_STATUS], "--by", "A"),
      await report(["history"]),
      await report(["export", PLAN_STATUS, "--out", join(scratchFolder(), "out")]),
    ].map(({ stdout, stderr }) => stdout + stderr);
    expect(printed.join("\n")).not.toMatch(/C-04\d\d|Alderwick|Siskindell/);
  });
});
