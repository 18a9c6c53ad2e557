import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { buildDashboard } from "../../../../dashboard/build.ts";
import type { LogEntry } from "../../../../functions/access/log-entry.ts";
import { boardPages } from "../../../../functions/cli/commands/report/report-board-command.ts";
import { CHROMIUM } from "../../../dashboard/browser.ts";
import { publishedFolder } from "../../../support/cast-folder.ts";
import { NO_PDF_TEXT, sheetsOf } from "../../../support/pdf-text.ts";
import { ilp } from "../../../support/run-ilp.ts";
import { scratchFolder, scratchFolderOfAll } from "../../../support/scratch-folder.ts";

const HEAD = "Cast School District · Individual Learning Plans Data as of March 15, 2022";
const SCHOOLS = ["Alternative", "Elementary", "High", "Middle"].map((n) => `Cast ${n} School`);

/** Of the list of who acts next: "(18% of 17 students; 3 students)". */
const EXACT_COUNT = /; \d+ students?\)/;

afterEach(() => vi.unstubAllEnvs());

describe("boardPages", () => {
  it("opens the district's page and one of each school, of the edition, with ids as they are", () => {
    const schools = [{ id: "S 1/ä&b", name: "North" }];
    expect(
      boardPages("http://localhost:3000", "cast", { release: "2022-03-15-ab", schools }),
    ).toEqual([
      "http://localhost:3000/?district=cast&release=2022-03-15-ab",
      "http://localhost:3000/schools.html?district=cast&release=2022-03-15-ab&school=S+1%2F%C3%A4%26b",
    ]);
  });
});

describe("ilp report board", { timeout: 120_000 }, () => {
  const data = scratchFolderOfAll();
  const board = (out: string, ...args: readonly string[]) =>
    ilp("report", "board", "--district", "cast", "--data", data, "--out", out, ...args);

  beforeAll(async () => {
    await publishedFolder(data);
    await buildDashboard();
  }, 240_000);

  it("says what to install where there is no Chromium, and reads nothing", async () => {
    vi.stubEnv("PATH", scratchFolder());
    vi.stubEnv("CHROMIUM_PATH", "");
    const out = join(scratchFolder(), "report.pdf");
    expect(await board(out, "--staff")).toEqual({
      status: 1,
      stdout: "",
      stderr:
        "ilp: pages are printed by Chromium, which this machine does not have: install it (apt-get install chromium), or name it with CHROMIUM_PATH\n",
    });
    expect(existsSync(out)).toBe(false);
    expect(existsSync(join(data, "records/access-log"))).toBe(false);
  });

  it.each([
    [["--as-of", "2022-03-14"], "there is no public release as of 2022-03-14; there is one as of"],
    [["--as", "P-MS"], "--as is for exact figures: give --staff too"],
    [["--staff", "--as", "R-MS"], "that does not include exact figures"],
  ])("refuses %j, and writes nothing", async (args, because) => {
    // Nothing of it is started: the program is only looked for.
    vi.stubEnv("CHROMIUM_PATH", process.execPath);
    const folder = scratchFolder();
    const { status, stdout, stderr } = await board(join(folder, "report.pdf"), ...args);
    expect([status, stdout, stderr]).toEqual([1, "", expect.stringContaining(because)]);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  describe.skipIf(CHROMIUM === undefined)("in a browser", () => {
    it("prints a sheet of the district and one of each school, as everybody may see them", async (context) => {
      if (NO_PDF_TEXT !== null) context.skip(NO_PDF_TEXT);
      vi.stubEnv("CHROMIUM_PATH", CHROMIUM);
      const out = join(scratchFolder(), "report.pdf");
      const { status, stdout, stderr } = await board(out, "--as-of", "2022-03-15");
      expect([status, stdout, stderr]).toEqual([
        0,
        `${out}: Cast School District and 4 schools, data as of March 15, 2022\n`,
        "",
      ]);
      const sheets = sheetsOf(out);
      expect(sheets).toHaveLength(5);
      for (const [index, sheet] of sheets.entries()) {
        expect(sheet.slice(0, HEAD.length)).toBe(HEAD);
        expect(sheet).toMatch(new RegExp(`${index + 1} ?/ ?5$`));
        if (index > 0) expect(sheet).toContain(SCHOOLS[index - 1]);
      }
      // A school of 17 students has no public figure.
      expect(sheets[4]).toContain("Cast Middle School has too few students for public figures");
      expect(sheets.join()).not.toMatch(/17 students|Exact/);
      const pdf = readFileSync(out, "latin1");
      expect(pdf).toContain("/StructTreeRoot");
      expect(pdf).toContain("/Lang (en)");
    });

    it("prints exact figures of the reader's schools alone, in a file for nobody else, and notes it", async (context) => {
      if (NO_PDF_TEXT !== null) context.skip(NO_PDF_TEXT);
      vi.stubEnv("CHROMIUM_PATH", CHROMIUM);
      const out = join(scratchFolder(), "report.pdf");
      const { status, stdout } = await board(out, "--staff", "--as", "P-MS", "--json");
      expect([status, JSON.parse(stdout)]).toEqual([
        0,
        {
          ...{ file: out, asOf: "2022-03-15", isExact: true, schools: 4 },
          release: expect.stringMatching(/^2022-03-15-/) as string,
        },
      ]);
      expect(statSync(out).mode & 0o777).toBe(0o600);
      const [district = "", , , high = "", middle = ""] = sheetsOf(out);
      expect(middle).toContain("35% of 17 students in grades 6–8 are missing at least one");
      // Counts are exact; of another school there are bands alone.
      expect(middle).toMatch(EXACT_COUNT);
      expect(high).not.toMatch(EXACT_COUNT);
      expect(high).toMatch(/80% or more|60–79%|at most 20%/);
      expect(district).toContain("Exact for you: Cast Middle School.");
      expect(sheetsOf(out).join()).not.toContain("Names students");
      const log = await ilp("access-log", "--district", "cast", "--data", data, "--json");
      const entries = (JSON.parse(log.stdout) as readonly LogEntry[]).filter(
        ({ who, kind }) => who === "P-MS" && kind === "see-figures",
      );
      // A page may read its first screen again; that of a school reads what its plans say as well.
      expect([...new Set(entries.map(({ what }) => what))].sort()).toEqual([
        "answers.arrow",
        "board-report",
        "manifest.json",
        "overview.json",
        "review-signatures.arrow",
        ...["ALT", "ES", "HS", "MS"].map((id) => `school-reports/school-CAST-${id}.json`),
        "standings.arrow",
        "statuses.arrow",
      ]);
      for (const { through, schools } of entries) {
        expect([through, schools]).toEqual(["command", ["CAST-MS"]]);
      }
    });
  });
});
