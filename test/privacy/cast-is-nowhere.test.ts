import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { buildDashboard } from "../../dashboard/build.ts";
import { toParquet } from "../../functions/releases/files/parquet-rows.ts";
import { rates } from "../../functions/releases/tables/rates.ts";
import { CAST_EXPORTS } from "../support/local-district.ts";
import { parquetRows } from "../support/parquet-rows.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { rateRow } from "../releases/release-rows.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LAUNCH = join(ROOT, "functions/cli/launch.mjs");

/** Every name and identifier of the cast and its staff, and the words of its goals: none may be found outside the district. */
function tracesOfTheCast(): readonly string[] {
  const rows = (file: string) =>
    Papa.parse<Record<string, string>>(readFileSync(join(CAST_EXPORTS, file), "utf8"), {
      header: true,
      skipEmptyLines: "greedy",
    }).data;
  const students = rows("roles.csv").filter(({ role }) => role === "student");
  const ids = new Set(students.map(({ userSourcedId }) => userSourcedId ?? ""));
  const people = rows("users.csv").filter(({ sourcedId }) => ids.has(sourcedId ?? ""));
  const texts = [
    ...ids,
    ...people.map(({ familyName }) => familyName ?? ""),
    ...rows("plans.csv").map(({ plan_id }) => plan_id ?? ""),
    ...rows("goals.csv").map(({ goal_id }) => goal_id ?? ""),
    ...rows("goals.csv").map(({ description }) => description ?? ""),
    ...rows("reviews.csv").map(({ review_id }) => review_id ?? ""),
    ...rows("staff.csv").map(({ name }) => name?.split(" ").at(-1) ?? ""),
  ];
  return [...new Set(texts)].filter((text) => text.length >= 4);
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The file as a reader could make it out: its bytes, and for Arrow and Parquet its cells. */
async function readable(path: string): Promise<string> {
  const bytes = readFileSync(path);
  const text = bytes.toString("utf8");
  if (path.endsWith(".arrow")) return text + JSON.stringify(tableFromIPC(bytes).toArray());
  return path.endsWith(".parquet") ? text + JSON.stringify(await parquetRows(bytes)) : text;
}

const readableAll = async (paths: readonly string[]): Promise<string> =>
  (await Promise.all(paths.map(readable))).join("\n");

const tracesIn = (text: string, traces: readonly string[]): readonly string[] =>
  traces.filter((trace) => text.includes(trace));

/** The masked texts of goals that the tables of students have. */
function sharedTextsUnder(records: string): readonly string[] {
  const tables = filesUnder(records).filter((path) => basename(path) === "students.arrow");
  const texts = tables.flatMap((path) =>
    tableFromIPC(readFileSync(path))
      .toArray()
      .flatMap((row: { readonly sharedTexts: string | null }) =>
        (row.sharedTexts ?? "").split(";"),
      ),
  );
  return [...new Set(texts)].filter((text) => text !== "");
}

it("a trace in a compressed Parquet file is found", async () => {
  const path = join(scratchFolder(), "rates.parquet");
  // Snappy writes a word that occurs again as a pointer to the first.
  const rows = Array.from({ length: 50 }, (_, index) => ({
    ...rateRow(),
    school: `Cedra${index}`,
    n: index,
  }));
  writeFileSync(path, toParquet(rates, rows));
  expect(await readable(path)).toContain('"school":"Cedra49"');
});

describe("the cast", () => {
  const traces = tracesOfTheCast();

  it("has traces to look for, and they are found where they belong", async () => {
    expect(traces.length).toBeGreaterThan(150);
    const data = scratchFolder();
    const args = ["--district", "cast", "--data", data];
    spawnSync(process.execPath, [LAUNCH, "ingest", CAST_EXPORTS, ...args]);
    const records = await readableAll(filesUnder(join(data, "records")));
    expect(tracesIn(records, traces).length).toBeGreaterThan(150);
  });

  it("is in no published byte, no key, no line that a command prints and no built page", async () => {
    const data = scratchFolder();
    const args = ["--district", "cast", "--data", data];
    const printed = [
      ["ingest", CAST_EXPORTS, ...args],
      ["ingest", CAST_EXPORTS, ...args, "--json"],
      ["publish", "--as-of", "2022-01-31", ...args],
      ["publish", "--as-of", "2022-03-15", ...args],
      ["explain", "--student", "C-0401-not-there", ...args],
      ["report", "check", "plan-status", ...args],
      ["report", "certify", "plan-status", "--by", "the state reporter", ...args],
      ["report", "certify", "plan-status", "--by", "the state reporter", ...args, "--json"],
      ["report", "history", ...args],
      ["report", "export", "plan-status", "--out", join(data, "records", "out"), ...args],
      ["goals", "beginnings", "--out", join(data, "records", "wordings.csv"), ...args],
      ["access-log", ...args, "--json"],
    ].map((command) => {
      const { stdout, stderr } = spawnSync(process.execPath, [LAUNCH, ...command], {
        encoding: "utf8",
      });
      return stdout + stderr;
    });
    expect(printed[3]).toContain("published release");
    expect(printed[6]).toContain("plan-status-2021-22-v1");
    expect(printed[8]).toContain("plan-status-2021-22-v1");
    expect(printed[10]).toContain("Find out what a\n");
    expect(tracesIn(printed.join("\n"), traces)).toEqual([]);

    const shared = sharedTextsUnder(join(data, "records"));
    expect(shared).toContain("be on time <num> days in a row");
    expect(shared.length).toBeGreaterThan(10);
    const hidden = [...traces, ...shared];
    expect(tracesIn(printed.join("\n"), shared)).toEqual([]);

    const open = filesUnder(join(data, "public"));
    expect(open.length).toBeGreaterThan(30);
    expect(open.filter((path) => /state-report|certificate|plan-status/.test(path))).toEqual([]);
    const certified = filesUnder(join(data, "records", "restricted"));
    expect(tracesIn(await readableAll(certified), traces).length).toBeGreaterThan(90);
    const certificates = certified.filter((path) => path.includes("/certificates/"));
    expect(certificates).toHaveLength(1);
    expect(tracesIn(await readableAll(certificates), traces)).toEqual([]);
    for (const path of open) expect(tracesIn(await readable(path), hidden), path).toEqual([]);

    const keys = filesUnder(data).map((path) => path.slice(data.length));
    expect(tracesIn(keys.join("\n"), hidden)).toEqual([]);

    await buildDashboard();
    const pages = filesUnder(join(ROOT, "dashboard/dist"));
    expect(pages.length).toBeGreaterThan(8);
    for (const path of pages) expect(tracesIn(await readable(path), hidden), path).toEqual([]);

    // The pages that show names are built beside the site, with none in them, and are no part of the site.
    const staff = filesUnder(join(ROOT, "dashboard/console/dist"));
    const own = ["console", "today", "students", "student", "week", "plans", "log"].map(
      (name) => `${name}.js`,
    );
    const names = (paths: readonly string[]) => paths.map((path) => basename(path));
    expect(names(staff)).toEqual(expect.arrayContaining(own));
    expect(names(pages).filter((name) => own.includes(name))).toEqual([]);
    for (const path of staff) expect(tracesIn(await readable(path), hidden), path).toEqual([]);
    for (const name of own) {
      const script = staff.find((path) => basename(path) === name) ?? "";
      expect(await readable(script), name).toContain("/console/");
    }
    for (const path of pages) expect(await readable(path), path).not.toContain("/console/");
  }, 60_000);
});
