import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { dataToFixSheet } from "../../../functions/cli/commands/quarantine-sheets.ts";
import { quarantineList } from "../../../functions/pipeline/conform/quarantine-list.ts";
import { spreadsheetCsv } from "../../../functions/reports/spreadsheet-csv.ts";
import { publishedFolder } from "../../support/cast-folder.ts";
import {
  FERNHILL,
  ingestFiles,
  lines,
  oneTo,
  PLANS_HEADER,
  roster,
} from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";
import { readXlsx } from "../../support/read-xlsx.ts";
import { ilp, ilpProcess } from "../../support/run-ilp.ts";
import { scratchFolder, scratchFolderOfAll } from "../../support/scratch-folder.ts";

describe("answers for a spreadsheet", { timeout: 60_000 }, () => {
  const data = scratchFolderOfAll();
  const cast = ["--district", "cast", "--data", data];

  beforeAll(async () => {
    await publishedFolder(data);
  }, 60_000);

  it("are the same entries as CSV, as JSON and as a workbook", async () => {
    const out = join(scratchFolder(), "list.xlsx");
    expect(await ilp("worklist", ...cast, "--format", "xlsx", "--out", out)).toEqual({
      ...{ status: 0, stdout: "", stderr: "" },
    });
    // It names students, and is for nobody else of the machine.
    expect(statSync(out).mode & 0o077).toBe(0);
    const { cells, sheet } = readXlsx(readFileSync(out));
    const json = await ilp("worklist", ...cast, "--json");
    const entries = JSON.parse(json.stdout) as {
      student: string;
      grade: string;
      dueOn: string | null;
      daysLeft: number | null;
    }[];
    expect(entries.length).toBeGreaterThan(10);
    expect([...sheet.matchAll(/<row /g)]).toHaveLength(entries.length + 1);
    for (const [index, { student, grade, dueOn, daysLeft }] of entries.entries()) {
      const row = index + 2;
      expect(cells[`B${row}`]).toMatchObject({ type: "s", value: student });
      expect(cells[`E${row}`]).toMatchObject({ type: "s", value: grade });
      const days = dueOn === null ? undefined : String(Date.parse(dueOn) / 86_400_000 + 25_569);
      expect(cells[`J${row}`]?.value).toBe(days);
      expect(cells[`K${row}`]?.value).toBe(daysLeft === null ? undefined : String(daysLeft));
    }
    const csv = await ilp("worklist", ...cast, "--format", "csv");
    expect(csv.stdout.startsWith("\uFEFFschool,")).toBe(true);
    expect(csv.stdout.trimEnd().split("\r\n")).toHaveLength(entries.length + 1);
  });

  it("go through a pipe byte by byte", () => {
    const { stdout, status } = ilpProcess("worklist", ...cast, "--format", "xlsx");
    expect(status).toBe(0);
    expect(stdout.slice(0, 2)).toBe("PK");
  });

  it("are counted by counselor in every format", async () => {
    const ask = (...more: readonly string[]) => ilp("worklist", ...cast, "--caseloads", ...more);
    const caseloads = JSON.parse((await ask("--json")).stdout) as { counselor: string }[];
    const csv = (await ask("--format", "csv")).stdout;
    expect(csv).toMatch(/^\uFEFFschool,counselor,students,/);
    expect(csv.trimEnd().split("\r\n")).toHaveLength(caseloads.length + 1);
    expect(csv).not.toMatch(/C-0\d/);
    const ics = (await ask("--format", "ics")).stdout;
    expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(ics).toMatch(/SUMMARY:Due for \d+ students?: K-71/);
    const out = join(scratchFolder(), "caseloads.xlsx");
    await ask("--format", "xlsx", "--out", out);
    expect(readXlsx(readFileSync(out)).cells["B1"]).toMatchObject({ value: "counselor" });
    const table = join(scratchFolder(), "caseloads.txt");
    expect((await ask("--out", table)).stdout).toBe("");
    expect(readFileSync(table, "utf8")).toBe((await ask()).stdout);
  });

  it.each([
    [["--format", "csv", "--json"], "cannot be used with option '--json'"],
    [["--format", "parquet"], "Allowed choices are table, csv, xlsx, ics"],
    [
      ["--out", "/nowhere/at/all.csv"],
      "cannot be written: expected a file in a folder that exists",
    ],
    [["--out", "/"], "cannot be written"],
  ])("refuse %s in words", async (more, because) => {
    const { status, stdout, stderr } = await ilp("worklist", ...cast, ...more);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(because);
  });
});

describe("the data to fix as a spreadsheet", () => {
  it("has a row per file, column and reason, with what to do, and no value that was sent", async () => {
    const places = await freshPlaces();
    await ingestFiles(places, [
      ...roster(oneTo(8)),
      [
        "more_plans.csv",
        lines(
          PLANS_HEADER,
          "P-1,0001,Zebra,2022,active,2021-09-10,,",
          "P-2,0002,ILP,2022,active,soon,,",
        ),
      ],
      ["minutes.csv", lines("a,b", "1,Yak")],
    ]);
    const csv = spreadsheetCsv(dataToFixSheet(await quarantineList(places, FERNHILL)));
    const rows = csv.trimEnd().split("\r\n").slice(1);
    expect(csv).toMatch(
      /^\uFEFFfile,kind,outcome,fileRecords,fileRejected,fileSetAside,column,reason,records,remedy,sha256\r\n/,
    );
    expect(rows.filter((row) => row.startsWith("more_plans.csv"))).toEqual([
      expect.stringMatching(/,stopped,2,2,0,,,,/),
      expect.stringMatching(/,stopped,2,2,0,plan_type,/),
      expect.stringMatching(/,stopped,2,2,0,opened_on,/),
    ]);
    expect(rows.filter((row) => row.startsWith("minutes.csv"))).toHaveLength(1);
    expect(csv).not.toMatch(/Zebra|Yak|soon/);
  });
});
