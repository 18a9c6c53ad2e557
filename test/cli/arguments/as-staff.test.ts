import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { beforeAll, describe, expect, it } from "vitest";
import type { LogEntry } from "../../../functions/access/log-entry.ts";
import { addAccessLogCommand } from "../../../functions/cli/commands/access-log-command.ts";
import { addDutyCommands } from "../../../functions/cli/commands/duty-commands.ts";
import { addStatementCommands } from "../../../functions/cli/commands/statement-commands.ts";
import { addExplainCommand } from "../../../functions/cli/commands/explain-command.ts";
import { addStaffCommands } from "../../../functions/cli/commands/staff-commands.ts";
import { addWorklistCommand } from "../../../functions/cli/commands/worklist-command.ts";
import { publishedFolder } from "../../support/cast-folder.ts";
import { quiet } from "../../support/local-district.ts";
import { runCommand } from "../../support/run-command.ts";
import { scratchFolderOfAll } from "../../support/scratch-folder.ts";

const addAll = (program: Command): void => {
  addWorklistCommand(program);
  addExplainCommand(program);
  addAccessLogCommand(program);
  addStatementCommands(program, () => quiet);
  addDutyCommands(program, () => quiet);
  addStaffCommands(program, () => quiet);
};

describe("a command run as a staff member", { timeout: 60_000 }, () => {
  const data = scratchFolderOfAll();
  const options = ["--district", "cast", "--data", data];
  const ilp = (...args: readonly string[]) => runCommand(addAll, ...args, ...options);
  const log = async (...args: readonly string[]): Promise<readonly LogEntry[]> =>
    JSON.parse((await ilp("access-log", "--json", ...args)).stdout) as LogEntry[];
  const files = (): readonly string[] => readdirSync(join(data, "records/raw/cast"));

  beforeAll(() => publishedFolder(data), 120_000);

  it("lists the students of the own school or caseload alone", async () => {
    const { stdout: own } = await ilp("worklist", "--as", "P-MS");
    expect(own).toContain("C-0403");
    expect(own).not.toMatch(/C-0413|Cast High School/);
    const { stdout: caseload } = await ilp("worklist", "--as", "G-71");
    expect(caseload).toContain("C-0403");
    const { refusal } = await ilp("worklist", "--as", "P-MS", "--school", "CAST-HS");
    expect(refusal).toContain('no school "CAST-HS" among those you may see; use one of: CAST-MS');
    const { stdout: toFix } = await ilp("worklist", "--as", "R-MS", "--json");
    const needs = (JSON.parse(toFix) as { need: string }[]).map(({ need }) => need);
    expect(new Set(needs)).toEqual(new Set(["fix-record"]));
  });

  it.each([
    ["N-1", "gives you no role"],
    ["Z-9", "does not have this staff id"],
    ["X-1", "does not include the names"],
    ["O-1", "does not include the names"],
  ])("shows %s no list, and says why", async (staff, because) => {
    const { stdout, refusal } = await ilp("worklist", "--as", staff);
    expect([stdout, refusal]).toEqual(["", expect.stringContaining(because)]);
  });

  it("explains a student to those whose student it is", async () => {
    const { stdout } = await ilp("explain", "--student", "C-0412", "--as", "P-HS");
    expect(stdout).toContain("Larchmere");
    for (const staff of ["P-MS", "R-MS", "G-72", "N-1"]) {
      const { stdout: none, refusal } = await ilp("explain", "--student", "C-0412", "--as", staff);
      expect(none, staff).toBe("");
      expect(refusal, staff).not.toMatch(/Larchmere|C-0412/);
    }
  });

  it("records for those who may, and leaves nothing behind where it is refused", async () => {
    const exemption = [
      ...["exempt", "--student", "C-0403", "--requirement", "all", "--reason", "medical"],
      ...["--from", "2022-03-01", "--until", "2022-03-02"],
    ];
    const duty = [
      "duties",
      "done",
      "--mandate",
      "WI",
      "--duty",
      "publish-plan",
      "--on",
      "2021-09-14",
    ];
    const staff = ["staff", "remove", "--staff", "N-1"];
    const before = files();
    for (const [who, args] of [
      ["P-HS", exemption],
      ["G-71", exemption],
      ["R-MS", exemption],
      ["S-1", exemption],
      ["P-MS", duty],
      ["X-1", duty],
      ["P-MS", staff],
      ["O-1", staff],
    ] as const) {
      expect((await ilp(...args, "--as", who)).refusal, who).toMatch(/does not include/);
    }
    expect(files()).toEqual(before);
    const { refusal } = await ilp(...exemption, "--as", "P-MS");
    expect(refusal).toBeNull();
    expect(files()).toHaveLength(before.length + 1);
    // The record is signed by the person for whom the command runs, and by nobody else.
    const { refusal: other } = await ilp(
      ...exemption,
      "--as",
      "P-MS",
      "--by",
      "The Superintendent",
    );
    expect(other).toContain("records it as Fenella Bitternell (P-MS): leave --by out");
    const recorded = files().filter((file) => !before.includes(file));
    expect(readFileSync(join(data, "records/raw/cast", recorded[0] ?? ""), "utf8")).toContain(
      "Fenella Bitternell (P-MS)",
    );
    expect((await ilp(...exemption)).refusal).toContain("--by must say who");
  });

  it("is in the log with role and reason, and so is what was refused and what the system account did", async () => {
    await ilp("explain", "--student", "C-0403");
    const entries = await log();
    expect(entries.every(({ because, through }) => because !== "" && through === "command")).toBe(
      true,
    );
    const of = (who: string, kind: string) =>
      entries.filter((entry) => entry.who === who && entry.kind === kind);
    expect(of("system account", "see-student")[0]).toMatchObject({ isAllowed: true, role: null });
    expect(of("P-MS", "record-exemption")).toEqual([
      expect.objectContaining({
        ...{ isAllowed: true, role: "principal", schools: ["CAST-MS"], students: 1 },
        because: "You are principal of Cast Middle School.",
      }),
    ]);
    expect(of("G-71", "record-exemption")[0]?.isAllowed).toBe(false);
    // The same student under one name, which is not the student's.
    const [explained] = of("system account", "see-student");
    expect(explained?.subject).toBe(of("P-MS", "record-exemption")[0]?.subject);
    expect(JSON.stringify(entries)).not.toMatch(/C-0403|Cedrane|C-0412|Larchmere/);
  });

  it("shows the log to the privacy officer, by staff member, school, kind and day", async () => {
    expect((await ilp("access-log", "--as", "P-MS")).refusal).toMatch(
      /does not include the access log/,
    );
    const own = await log("--as", "O-1", "--staff", "P-MS", "--kind", "record-exemption");
    expect(own.map(({ who, isAllowed }) => [who, isAllowed])).toEqual([["P-MS", true]]);
    const today = new Date().toISOString().slice(0, 10);
    expect((await log("--from", today, "--until", today)).length).toBeGreaterThan(0);
    expect(await log("--until", "2022-03-15")).toEqual([]);
    const highSchool = await log("--school", "Cast High School", "--kind", "see-student");
    expect(highSchool.every(({ schools }) => schools === null || schools.includes("CAST-HS"))).toBe(
      true,
    );
  });

  it("refuses a kind that the log does not have", async () => {
    const { refusal } = await ilp("access-log", "--kind", "see-students");
    expect(refusal).toContain(
      'the log has no entries of kind "see-students"; the nearest of 18 are: see-student',
    );
  });

  it("says of a change of the staff list whose role it was", async () => {
    await ilp("staff", "add", "--staff", "N-1", "--role", "researcher", "--as", "D-1");
    const [entry] = await log("--kind", "change-staff");
    expect(entry).toMatchObject({ who: "D-1", what: "staff add N-1 researcher", isAllowed: true });
  });

  it("keeps its log where the table is lost", async () => {
    const before = await log();
    rmSync(join(data, "items"), { recursive: true });
    mkdirSync(join(data, "items"));
    const after = await log();
    expect(after.slice(1)).toEqual(before);
  });
});
