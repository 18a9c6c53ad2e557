import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { setReportCodes } from "../../../functions/pipeline/settings/report-settings.ts";
import { NotPossible } from "../../../functions/pipeline/not-possible.ts";
import { stateErrors } from "../../../functions/pipeline/state-reports/state-errors.ts";
import { FERNHILL } from "../../support/ingest-files.ts";
import { powerSchoolDistrict } from "../../support/power-school-roster.ts";

const CASES = fileURLToPath(new URL("../../../fixtures/state-errors", import.meta.url));
const CALPADS = "calpads-without-a-header/senr-e-2022-06-14.txt";
const fixture = (path: string) => ({
  name: path.slice(path.indexOf("/") + 1),
  bytes: new Uint8Array(readFileSync(`${CASES}/${path}`)),
});

async function readAs(
  file: ReturnType<typeof fixture>,
  profile: string | null = null,
  schools: { readonly [school: string]: string } = {},
) {
  const { places, manifest } = await powerSchoolDistrict();
  await setReportCodes(places.records, FERNHILL, { district: {}, schools });
  const asked = { profile, today: day("2022-06-20") };
  const report = await stateErrors(places.records, manifest, file, asked);
  const matched = report.errors.map(({ match }) =>
    "student" in match ? [match.student.student, match.kind] : match,
  );
  return { report, matched, kept: await places.records.list("restricted/") };
}

describe("stateErrors", () => {
  it("joins each error to its student, by the state's codes of schools where they are set", async () => {
    const none = { kind: "unmatched", because: "no-identifier" };
    const { matched } = await readAs(fixture(CALPADS), null, { S1: "0100001" });
    expect(matched).toEqual([
      ...[
        ["71", "state-id"],
        ["71", "state-id"],
        ["72", "local-id"],
        ["73", "state-id"],
      ],
      none,
    ]);
    const { matched: withoutCodes } = await readAs(fixture(CALPADS));
    expect(withoutCodes[2]).toEqual({ kind: "unmatched", because: "other-school" });
  });

  it("counts by rule and keeps the file as it was sent, under its hash", async () => {
    const file = fixture("tsds-with-levels/peims_errors.csv");
    const { report, kept } = await readAs(file);
    expect(report.rules.map(({ ruleId, errors, students }) => [ruleId, errors, students])).toEqual([
      ["40100-0017", 1, 1],
      // Its identifier of the state is not that of the student with its local one.
      ["40100-0099", 1, 0],
      ["10020-000A", 1, 0],
      ["40110-0150", 1, 1],
    ]);
    const key = `restricted/fernhill/state-errors/${report.kept.sha256}`;
    expect(kept).toEqual([key, `${key}.json`]);
    expect(report.kept).toMatchObject({ profile: "tsds", keptUntil: "2022-09-18" });
  });

  it.each(["utf-16le", "windows-1252"])("reads a report in %s", async (encoding) => {
    const text = "Exception Code,Severity,Title,Student ID\nCFU-1,Fatal,missing – naïve,0001\n";
    const bytes =
      encoding === "utf-16le"
        ? Buffer.from(`\uFEFF${text}`, "utf16le")
        : Buffer.from(text.replace("–", "-"), "latin1");
    const { report, matched } = await readAs({ name: "cfu.csv", bytes: new Uint8Array(bytes) });
    expect(matched).toEqual([["71", "local-id"]]);
    expect(report.errors[0]!.error.message).toMatch(/naïve$/);
  });

  it("finds no student by an internal id that is the number of another", async () => {
    const text = "Exception Code,Severity,Title,Student ID\nCFU-1,Fatal,missing,71\n";
    const bytes = new TextEncoder().encode(text);
    expect((await readAs({ name: "cfu.csv", bytes })).matched).toEqual([["74", "local-id"]]);
  });

  it.each([
    [
      "a file that no profile reads",
      "a-roster-is-no-error-report/students.csv",
      null,
      "No profile fits",
    ],
    ["a file under another profile", CALPADS, "tsds", "No profile fits the file."],
    [
      "a profile that is not there",
      CALPADS,
      "texas",
      'there is no profile of error reports "texas"',
    ],
  ])("refuses %s, and keeps nothing", async (_what, path, profile, words) => {
    await expect(readAs(fixture(path), profile)).rejects.toThrow(NotPossible);
    await expect(readAs(fixture(path), profile)).rejects.toThrow(words);
  });

  it("says what a workbook is, and what to do", async () => {
    const bytes = new TextEncoder().encode("PK\u0003\u0004 [Content_Types].xml xl/");
    await expect(readAs({ name: "errors.xlsx", bytes })).rejects.toThrow(
      "It is an Excel workbook or another office document. Export each table as a CSV file",
    );
  });
});
