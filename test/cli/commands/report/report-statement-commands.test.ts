import { describe, expect, it } from "vitest";
import { ingestedFolder } from "../../../support/cast-folder.ts";
import { ilp } from "../../../support/run-ilp.ts";
import { scratchFolderOfAll } from "../../../support/scratch-folder.ts";

describe("what a district says of its reports", { timeout: 120_000 }, () => {
  const data = scratchFolderOfAll();
  const report = async (...args: readonly string[]) => {
    await (folder ??= ingestedFolder(data));
    return ilp("report", ...args, "--district", "cast", "--data", data);
  };
  let folder: Promise<string> | undefined;

  it("sets codes one by one, and shows them", async () => {
    expect(
      (await report("settings", "--set", "aun=123456789", "--school", "CAST-MS=0001")).status,
    ).toBe(0);
    const { stdout } = await report("settings", "--set", "stateFips=42", "--json");
    expect(JSON.parse(stdout)).toEqual({
      district: { aun: "123456789", stateFips: "42" },
      schools: { "CAST-MS": "0001" },
    });
  });

  it.each([
    [["settings", "--set", "aun=12"], "aun is expected to be Pennsylvania's"],
    [["settings", "--set", "shoe=12"], "no code is called shoe"],
    [["settings", "--set", "aun"], "expected a name, = and a value"],
    [["settings", "--school", "A=0 1"], "up to 20 characters without blanks"],
    [["layout", "plan-status", "--school-year", "2024-26", "--source", "x"], "such as 2024-25"],
    [["layout", "plan-status", "--school-year", "2024", "--source", "x"], "such as 2024-25"],
    [["layout", "plan-statis", "--school-year", "2024-25", "--source", "x"], "plan-status"],
    [["layout", "plan-status", "--school-year", "2024-25", "--source", "x"], "--by must say who"],
  ])("refuses %j in words", async (args, words) => {
    const { status, stderr } = await report(...args);
    expect(status).not.toBe(0);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\bat \S+:\d+|TypeError/);
  });

  it.each([
    ["2024-25", true],
    ["1999-00", true],
    ["2024-25 ", false],
  ])("takes %j for a school year: %s", async (year, isTaken) => {
    const asked = ["--school-year", year, "--source", "the manual", "--by", "A. Person"];
    expect((await report("layout", "plan-status", ...asked)).status === 0).toBe(isTaken);
  });

  it("opens the layout check of Pennsylvania for the year that was compared", async () => {
    const outcome = async (): Promise<string | undefined> => {
      const { stdout } = await report(
        ...["check", "pa-career-standards-benchmark", "--as-of", "2022-03-15", "--json"],
      );
      const { checks } = JSON.parse(stdout) as {
        readonly checks: readonly { readonly id: string; readonly outcome: string }[];
      };
      return checks.find(({ id }) => id === "layout")?.outcome;
    };
    expect(await outcome()).toBe("failed");
    const asked = ["--school-year", "2021-22", "--source", "the manual", "--as", "S-1"];
    const { stdout } = await report("layout", "pa-career-standards-benchmark", ...asked);
    expect(stdout).toContain("compared the layout");
    expect(await outcome()).toBe("passed");
  });
});
