import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { LogEntry } from "../../../../functions/access/log-entry.ts";
import { ingestedFolder } from "../../../support/cast-folder.ts";
import { ilp } from "../../../support/run-ilp.ts";
import { scratchFolder, scratchFolderOfAll } from "../../../support/scratch-folder.ts";

const CASES = fileURLToPath(new URL("../../../../fixtures/state-errors", import.meta.url));
const BROKEN = join(CASES, "records-that-cannot-be-read/cedars_exceptions.csv");
const HEADER = "Exception Code,Severity,Title,Student ID,School,Field,Value\n";

describe("ilp report errors", { timeout: 60_000 }, () => {
  const data = scratchFolderOfAll();
  const of = ["--district", "cast", "--data", data];
  const run = (file: string, ...more: readonly string[]) =>
    ilp("report", "errors", file, ...of, ...more);
  const log = async (): Promise<readonly LogEntry[]> =>
    JSON.parse((await ilp("access-log", "--json", ...of)).stdout) as LogEntry[];
  const sent = join(data, "sent");
  const cast = join(sent, "cfu.csv");

  beforeAll(async () => {
    await ingestedFolder(data);
    mkdirSync(sent);
    writeFileSync(
      cast,
      `${HEADER}CFU-1,Fatal,Birth date is missing,C-0403,CAST-MS,Birthdate,31/31/2009\nCFU-2,Warning,It is strange,C-9999,CAST-MS,Grade,47\n`,
    );
  }, 120_000);

  it("prints counts by rule, and no student and no value", async () => {
    const { status, stdout, stderr } = await run(cast);
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/fatal +CFU-1 +1 +1 +0 +every required field is filled\n/);
    expect(stdout).toMatch(/warning +CFU-2 +1 +0 +1 +no check of ours: add one\n/);
    expect(stdout).not.toMatch(/C-0403|Ilse|Cedrane|31\/31|C-9999|47/);
  });

  it("lists in CSV each error with its student, and one without says why", async () => {
    const out = join(scratchFolder(), "errors.csv");
    const { status, stdout, stderr } = await run(cast, "--format", "csv", "--out", out);
    expect([status, stdout, stderr]).toEqual([0, "", ""]);
    const [, first, second] = readFileSync(out, "utf8").split(/\r?\n/);
    expect(first).toMatch(
      /^fatal,CFU-1,Birth date is missing,Birthdate,31\/31\/2009,.*,C-0403,Cedrane,Ilse,by the local identifier,Registrar,/,
    );
    expect(second).toContain("not matched: no student of the district has the identifier");
  });

  it("writes JSON with every error, matched or not", async () => {
    const { stdout } = await run(cast, "--json");
    const { errors, kept } = JSON.parse(stdout) as {
      readonly errors: readonly { readonly match: { readonly kind: string } }[];
      readonly kept: { readonly sha256: string };
    };
    expect(errors.map(({ match }) => match.kind)).toEqual(["local-id", "unmatched"]);
    const path = join(data, "records/restricted/cast/state-errors", kept.sha256);
    expect(readFileSync(path, "utf8")).toBe(readFileSync(cast, "utf8"));
  });

  it.each([["table"], ["csv"]])(
    "ends with exit code 2 where records cannot be read (%s)",
    async (format) => {
      const { status, stdout, stderr } = await run(BROKEN, "--format", format);
      expect(status).toBe(2);
      expect(stderr).toContain("ilp: 5 records of 8 could not be read: download the report again");
      const said = format === "table" ? stdout : stderr;
      expect(said).toContain("1 record not read: More cells than columns: record 4\n");
      expect(said).toContain("The report breaks off there");
      expect(stderr).not.toMatch(/9000000|Larkspur/);
    },
  );

  it("refuses a file that is not there, and one that no profile reads", async () => {
    const { status, stderr } = await run(join(sent, "no-such-file.csv"));
    expect([status, stderr]).toEqual([
      ...[1, "ilp: the report cannot be read: expected the path of one file\n"],
    ]);
    const roster = await run(join(CASES, "a-roster-is-no-error-report/students.csv"));
    expect(roster).toMatchObject({ status: 1, stdout: "" });
    expect(roster.stderr).toContain("ilp: No profile fits the file.");
    expect(await ilp("report", "errors", cast, "--district", "none", "--data", data)).toMatchObject(
      {
        ...{ status: 1, stderr: expect.stringContaining("nothing is ingested for district none") },
      },
    );
  });

  it.each([
    ["D-1", true],
    ["S-1", true],
    ["P-MS", false],
    ["G-71", false],
    ["R-MS", false],
    ["X-1", false],
    ["O-1", false],
    ["N-1", false],
  ])("for %s is allowed: %s, and is in the access log", async (staff, isAllowed) => {
    const { status, stdout } = await run(cast, "--as", staff);
    expect([status, stdout === ""]).toEqual(isAllowed ? [0, false] : [1, true]);
    const entry = (await log()).find(({ who }) => who === staff);
    expect(entry).toMatchObject({
      ...{ kind: "see-data-to-fix", what: "state-errors", isAllowed, subject: null },
      students: isAllowed ? 1 : null,
    });
  });
});
