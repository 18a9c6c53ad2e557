// T4, T5 and T12 of the statistics note for researchers: what somebody learns who has the extract. It counts the rows by an arithmetic of its own.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { districtId } from "../../functions/domain/ids.ts";
import { EXTRACT_COLUMNS } from "../../functions/reports/extract/extract-columns.ts";
import { recordsKeys } from "../../functions/layout.ts";
import { conformedInForce } from "../../functions/pipeline/conform/conformed-in-force.ts";
import { makeExtract } from "../../functions/pipeline/extract/extract.ts";
import { generateGrandBend } from "../../fixtures/grand-bend/generate.ts";
import { conformedDemo } from "../support/conformed-districts.ts";
import { putKnownChance } from "../support/known-chance.ts";
import { EFFECTIVE_PRACTICE, everything, publishDay, quiet } from "../support/local-district.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const GRAND_BEND = districtId("grand-bend");
const MAY = "2022-05-20";
const SUPPRESSED = "-7";
/** k of k-anonymity, and the fewest students of a category or count. */
const CLASS_SIZE = 5;
const FEWEST = 10;

type Row = { readonly [column: string]: string };

/** What a row and a list of the district have in common. */
const likeness = (values: ReadonlyMap<string, string>): string =>
  ["economic_status", "goals", "action_steps", "absence_percent", "absence_percent_after"]
    .map((name) => values.get(name))
    .join(" ");

const quasiIdentifiersOf = (columns: readonly string[]): readonly string[] =>
  EXTRACT_COLUMNS.filter(
    ({ name, role }) => role.kind === "quasi-identifier" && columns.includes(name),
  ).map(({ name }) => name);

/** Each row whose equivalence class is too small, or nearly all of it has one value of chronic absence. */
function unsafeRows(rows: readonly Row[]): readonly string[] {
  const names = quasiIdentifiersOf(Object.keys(rows[0]!));
  const mayBeEqual = (a: string | undefined, b: string | undefined): boolean =>
    a === b || a === SUPPRESSED || b === SUPPRESSED;
  return rows.flatMap((row, index) => {
    const same = rows.filter((other) => names.every((name) => mayBeEqual(row[name], other[name])));
    const chronic = same.filter((other) => other["chronic_absence"] === "1").length;
    const not = same.filter((other) => other["chronic_absence"] === "0").length;
    const isUniform = Math.min(chronic, not) === 0 && chronic + not > 0;
    const isNearlyUniform =
      chronic + not < 20 && Math.max(chronic, not) / (chronic + not || 1) > 0.9;
    return same.length < CLASS_SIZE || isUniform || isNearlyUniform ? [`row ${index}`] : [];
  });
}

/** Each category or count that too few rows have; percents and action steps are exempt. */
function rareValues(rows: readonly Row[]): readonly string[] {
  return Object.keys(rows[0]!).flatMap((name) => {
    const column = EXTRACT_COLUMNS.find((column) => column.name === name);
    if (column === undefined || column.codings[0]?.categories === "numbers") return [];
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(row[name]!, (counts.get(row[name]!) ?? 0) + 1);
    return [...counts].flatMap(([value, n]) => (n < FEWEST ? [`${name} ${value}`] : []));
  });
}

it("gives no student away", { timeout: 300_000 }, async () => {
  const places = await conformedDemo();
  const exports = scratchFolder();
  await generateGrandBend(exports);
  await publishDay(places, MAY, GRAND_BEND);
  const students = await putKnownChance(places, GRAND_BEND, MAY);
  const log = await makeExtract(
    places,
    GRAND_BEND,
    {
      ...{ edition: null, mandate: EFFECTIVE_PRACTICE, purpose: "a test" },
      ...{ replaces: null, madeAt: "2022-06-01T00:00:00.000Z" },
    },
    quiet,
  );
  const files = await everything(places.records, recordsKeys.extract(GRAND_BEND, log.extract));
  expect(Object.keys(files)).toHaveLength(5);
  const csv = Object.entries(files).find(([key]) => key.endsWith("students.csv"))![1];
  const rows = Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data;
  const columns = Object.keys(rows[0]!);
  // Something is left to learn, of most of the students, by some group.
  expect(rows.length).toBeGreaterThan(400);
  expect(quasiIdentifiersOf(columns).length).toBeGreaterThan(0);
  expect(columns).toEqual(
    expect.arrayContaining(["plan_coverage", "chronic_absence", "absence_percent", "goals"]),
  );

  expect(unsafeRows(rows)).toEqual([]);
  expect(rareValues(rows)).toEqual([]);
  // Planted: an extract of everybody at the finest level has both.
  const raw = students
    .filter(({ isUnderMandate }) => isUnderMandate)
    .map(({ values }): Row => Object.fromEntries(values));
  expect(unsafeRows(raw).length).toBeGreaterThan(50);
  expect(rareValues(raw).length).toBeGreaterThan(10);
  // What is learnt is never suppressed for single students.
  for (const { name, role } of EXTRACT_COLUMNS) {
    if (role.kind !== "target") continue;
    expect(
      rows.filter((row) => row[name] === SUPPRESSED),
      name,
    ).toEqual([]);
  }
  // About a tenth is left out at random, exempt students among them.
  expect(log.flow.notSampled).toBeGreaterThan(log.flow.underMandate / 20);
  expect(rows.length).toBeLessThanOrEqual(log.flow.underMandate - log.flow.notSampled);

  // No identifier, name or school is in any file.
  const texts = Object.values(files);
  const words = new Set(texts.flatMap((text) => text.split(/[^\p{L}\p{N}-]+/u)));
  const sent = readdirSync(exports, { recursive: true, encoding: "utf8" });
  const own = sent.flatMap((path) =>
    path.endsWith(".csv")
      ? Papa.parse<Row>(readFileSync(join(exports, path), "utf8"), {
          header: true,
          skipEmptyLines: true,
        }).data.flatMap((row) => [
          row["sourcedId"],
          row["familyName"],
          row["identifier"],
          row["student_id"],
          row["plan_id"],
        ])
      : [],
  );
  expect(own.length).toBeGreaterThan(1_000);
  const traces = own.filter((text) => text !== undefined && text.length > 3 && words.has(text));
  expect(traces).toEqual([]);
  for (const { student } of students) expect(words.has(student)).toBe(false);
  const { schools } = (await conformedInForce(places.records, GRAND_BEND))!;
  expect(schools.length).toBeGreaterThan(3);
  for (const { id, name } of schools) {
    expect(words.has(id)).toBe(false);
    expect(
      texts.some((text) => text.includes(name)),
      name,
    ).toBe(false);
  }
  // The only days are those of the edition and of the making.
  expect(csv).not.toMatch(/\d{4}-\d\d-\d\d/);
  const days = new Set(texts.flatMap((text) => text.match(/\b\d{4}-\d\d-\d\d\b/g) ?? []));
  expect([...days].filter((on) => on !== MAY && on !== "2022-06-01")).toEqual([]);

  const codes = rows.map((row) => row["student"]!);
  expect(codes).toEqual([...codes].sort());
  expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code))).toBe(true);
  // Nor the order of a list of the district's: the rows are recognized by what is in them.
  const place = new Map(students.map(({ values }, index) => [likeness(values), index]));
  const order = rows.flatMap((row) => place.get(likeness(new Map(Object.entries(row)))) ?? []);
  expect(order.length).toBeGreaterThan(100);
  expect(order).not.toEqual([...order].sort((a, b) => a - b));
});
