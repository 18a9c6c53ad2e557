import { cpSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ingest } from "../../../functions/cli/steps/ingest.ts";
import { districtId } from "../../../functions/domain/ids.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { conformedRows } from "../../support/conformed-rows.ts";
import { freshPlaces, quiet } from "../../support/local-district.ts";
import { ilp } from "../../support/run-ilp.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

const CASES = join(import.meta.dirname, "../../../fixtures/cases");
const DISTRICT = districtId("cases");
const NOT_SENT = new Set(["expect.json", "HOW.txt"]);

interface Check {
  readonly files?: { readonly [file: string]: object };
  readonly rejected?: { readonly [file: string]: number };
  readonly enrollments?: number;
  readonly enrollment?: { readonly student: string; readonly withdrewOn: string };
  readonly absences?: number;
  readonly absencesOutside?: number;
  readonly calendarRows?: number;
  readonly givenName?: { readonly [student: string]: string };
  readonly outcome?: string;
  readonly message_not?: string;
  readonly stdout_not?: readonly string[];
}

const isFolder = (path: string): boolean => statSync(path).isDirectory();

/** The exports of a case: its own files, or one in each of its folders. */
function exportsOf(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => !NOT_SENT.has(name));
  const folders = names.filter((name) => isFolder(join(folder, name)));
  return folders.length === names.length ? folders.map((name) => join(folder, name)) : [folder];
}

async function ingested(source: string) {
  const handedIn = scratchFolder();
  cpSync(source, handedIn, {
    recursive: true,
    filter: (path) => !NOT_SENT.has(path.slice(path.lastIndexOf("/") + 1)),
  });
  const places = await freshPlaces();
  const options = { name: null, acceptRemovals: false };
  const report = await ingest(places, DISTRICT, options, [handedIn], quiet);
  const manifest = await conformedInForce(places.records, DISTRICT);
  const rows = async (table: Parameters<typeof conformedRows>[2]) =>
    manifest === null ? [] : conformedRows(places, manifest, table);
  return { report, rows, handedIn };
}

async function expectCase(source: string, check: Check): Promise<void> {
  const { report, rows, handedIn } = await ingested(source);
  const fileOf = (name: string) => report.files.find(({ file }) => file === name);
  for (const { records, accepted, rejected, notCounted } of report.files) {
    expect(accepted + rejected + notCounted).toBe(records);
  }
  for (const [name, counts] of Object.entries(check.files ?? {})) {
    expect(fileOf(name), name).toMatchObject(counts);
  }
  for (const [name, rejected] of Object.entries(check.rejected ?? {})) {
    expect(fileOf(name)?.rejected, name).toBe(rejected);
  }
  const distinct = (all: readonly object[]) => new Set(all.map((row) => JSON.stringify(row))).size;
  if (check.enrollments !== undefined) {
    expect(distinct(await rows("enrollment"))).toBe(check.enrollments);
  }
  if (check.enrollment !== undefined) {
    const { student, withdrewOn } = check.enrollment;
    const own = (await rows("enrollment")).filter((row) => row["student"] === student);
    expect(own.map((row) => row["withdrewOn"])).toEqual([withdrewOn]);
  }
  if (check.absences !== undefined) expect(distinct(await rows("absence"))).toBe(check.absences);
  if (check.absencesOutside !== undefined) {
    expect(report.absencesOutside).toBe(check.absencesOutside);
  }
  if (check.calendarRows !== undefined) {
    expect(distinct(await rows("calendar"))).toBe(check.calendarRows);
  }
  const students = await rows("student");
  for (const [student, name] of Object.entries(check.givenName ?? {})) {
    expect(students.find((row) => row["student"] === student)?.["givenName"]).toBe(name);
  }
  if (check.outcome !== undefined) {
    const outcomes = report.files.map(({ outcome }) => outcome);
    expect(outcomes).toContain(check.outcome);
    expect(outcomes).not.toContain("unreadable");
  }
  if (check.message_not !== undefined) {
    const messages = report.files.map(({ message }) => message).join(" ");
    expect(messages).not.toBe("");
    expect(messages).not.toContain(check.message_not);
  }
  for (const words of check.stdout_not ?? []) {
    for (const name of readdirSync(handedIn)) {
      const file = join(handedIn, name);
      const out = join(scratchFolder(), "ilp.profile.json");
      const shown = [
        await ilp("inspect", file),
        await ilp("inspect", file, "--json"),
        await ilp("profile", "new", file, "--out", out),
      ];
      const written = existsSync(out) ? readFileSync(out, "utf8") : "";
      for (const { stdout, stderr } of shown) expect(stdout + stderr).not.toContain(words);
      expect(shown[0]?.stdout).toMatch(/not shown/);
      expect(written).not.toContain(words);
    }
  }
}

const cases = readdirSync(CASES)
  .filter((name) => existsSync(join(CASES, name, "expect.json")))
  .map((name) => [name.replaceAll("-", " "), join(CASES, name)] as const);

describe("exports that were read wrongly once", () => {
  it.each(cases)("%s", async (_fact, folder) => {
    const { check } = JSON.parse(readFileSync(join(folder, "expect.json"), "utf8")) as {
      readonly check: Check;
    };
    const exports = exportsOf(folder);
    expect(exports.length).toBeGreaterThan(0);
    for (const source of exports) await expectCase(source, check);
  });
});
