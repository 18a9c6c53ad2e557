// T4, T5 and T12 of the statistics note for researchers: what somebody learns who has the extract and everything that is published.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { generateGrandBend } from "../../fixtures/grand-bend/generate.ts";
import { auditRelease } from "../../functions/disclosure/audit-release.ts";
import { auditYear } from "../../functions/disclosure/audit-year.ts";
import type { Condition, Cube, Range } from "../../functions/disclosure/cube.ts";
import { systemSeen, type PublishedSystem } from "../../functions/disclosure/published-system.ts";
import { districtId } from "../../functions/domain/ids.ts";
import { EXTRACT_COLUMNS } from "../../functions/exports/extract-columns.ts";
import { recordsKeys } from "../../functions/layout.ts";
import { rangesOf } from "../../functions/pipeline/audit.ts";
import { makeExtract } from "../../functions/pipeline/extract.ts";
import { patternsOf } from "../../functions/pipeline/release-pattern.ts";
import { readySolver } from "../disclosure/ready-solver.ts";
import { putKnownSurrogates } from "../support/known-surrogates.ts";
import {
  EFFECTIVE_PRACTICE,
  freshPlaces,
  ingestPath,
  publishDay,
  quiet,
} from "../support/local-district.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { filesUnder } from "./release-bytes.ts";

const GRAND_BEND = districtId("grand-bend");

/** What a row and a list of the district have alike. */
const likeness = (values: ReadonlyMap<string, string>): string =>
  ["economic_status", "goals", "action_steps", "absence_percent", "absence_percent_after"]
    .map((name) => values.get(name))
    .join(" ");

type Row = { readonly [column: string]: string };

/** The district's groups that a coarser value stands for. */
const OTHER_RACES = ["american-indian", "asian", "pacific-islander", "multiple", "rest"];

/**
 * What the extract tells of the district, reckoned by hand: of a group at least the rows with a
 * value, and at most everybody but the rows with another. Where one value stands for several groups,
 * of them together.
 */
function tabulated(cube: Cube, rows: readonly Row[]) {
  const cells = new Map(cube.cells.map((cell, at) => [cell.id, { ...cell, at }]));
  const ranges = new Map<string, Range>();
  const conditions: Condition[] = [];
  const tell = (
    statistic: string,
    parts: ReadonlyMap<string, string>,
    of: readonly string[],
    among: readonly Row[],
    column: string,
  ) => {
    for (const [value, part] of parts) {
      const found = of.flatMap(
        (group) => cells.get(`${statistic}|${part}|district|${group}`) ?? [],
      );
      const [first] = found;
      if (first === undefined) continue;
      const low = among.filter((row) => row[column] === value).length;
      // Who has another value, or to whom it does not apply, is surely in no other part.
      const others = among.filter((row) => row[column] !== value && row[column] !== "-7");
      const upper = found.reduce((sum, cell) => sum + cell.upper, 0);
      const range = { low, high: upper - others.length };
      if (found.length === 1) ranges.set(first.id, range);
      else conditions.push({ cell: first.at, terms: found.map(({ at }) => [at, 1]), ...range });
    }
  };
  const columns = Object.keys(rows[0] ?? {});
  const verdicts = new Map([
    ["1", "counted"],
    ["0", "not-counted"],
  ]);
  const statuses = new Map(
    ["timely", "held-late", "not-held", "plan-missing", "pending", "exempt"].map((one) => [
      one,
      one,
    ]),
  );
  const divisions = EXTRACT_COLUMNS.flatMap(({ name, role }) =>
    role.kind === "tells" && columns.includes(name) ? [{ name, division: role.division }] : [],
  );
  for (const column of columns) {
    const statistic = column === "review_status" ? "statuses/all" : column.replaceAll("_", "-");
    const parts = column === "review_status" ? statuses : verdicts;
    tell(statistic, parts, ["all/all"], rows, column);
    for (const { name, division } of divisions) {
      for (const value of new Set(rows.map((row) => row[name] ?? ""))) {
        if (value === "-7") continue;
        const groups =
          value === "another-or-several"
            ? OTHER_RACES.slice(0, -1)
            : [value === "-9" ? "rest" : value];
        const among = rows.filter((row) => row[name] === value);
        tell(
          statistic,
          parts,
          groups.map((group) => `${division}/${group}`),
          among,
          column,
        );
      }
    }
  }
  return { ranges, conditions };
}

/** The published figures and the tabulations as one riddle. */
function together(
  cube: Cube,
  published: ReadonlyMap<string, Range>,
  extract: ReturnType<typeof tabulated>,
): PublishedSystem {
  const shown = systemSeen(cube, published);
  const told = systemSeen(cube, extract.ranges);
  return {
    equations: shown.equations,
    ranges: shown.ranges.map(({ low, high }, at) => ({
      low: Math.max(low, told.ranges[at]?.low ?? low),
      high: Math.min(high, told.ranges[at]?.high ?? high),
    })),
    conditions: [...shown.conditions, ...extract.conditions],
  };
}

it(
  "keeps every hidden figure from a researcher who has the extract beside the releases",
  { timeout: 400_000 },
  async () => {
    const folder = scratchFolder();
    const exports = join(folder, "exports");
    await generateGrandBend(exports);
    const places = await freshPlaces(folder);
    await ingestPath(places, exports, GRAND_BEND);
    const march = await publishDay(places, "2022-03-31", GRAND_BEND);
    const may = await publishDay(places, "2022-05-20", GRAND_BEND);
    const students = await putKnownSurrogates(places, GRAND_BEND, "2022-05-20");
    const solve = await readySolver();
    const log = await makeExtract(
      places,
      GRAND_BEND,
      {
        ...{ release: null, mandate: EFFECTIVE_PRACTICE, purpose: "a test" },
        ...{ replaces: null, madeAt: "2022-06-01T00:00:00.000Z" },
      },
      solve,
      quiet,
    );
    const extracted = join(folder, "records", recordsKeys.extract(GRAND_BEND, log.extract));
    const csv = readFileSync(join(extracted, "students.csv"), "utf8");
    const rows = Papa.parse<Row>(csv, { header: true, skipEmptyLines: true }).data;
    const columns = Object.keys(rows[0]!);
    const telling = EXTRACT_COLUMNS.filter(
      ({ name, role }) => role.kind === "tells" && columns.includes(name),
    ).map(({ name }) => name);
    // Something is left to learn, of most of the students, by some group.
    expect(rows.length).toBeGreaterThan(400);
    expect(telling.length).toBeGreaterThan(0);
    expect(columns).toEqual(expect.arrayContaining(["plan_coverage", "absence_percent", "goals"]));

    const [earlier, now] = await patternsOf(places.records, GRAND_BEND, [
      march.release,
      may.release,
    ]);
    const published = await rangesOf(places.public, GRAND_BEND, now!);
    const attack = (attacked: readonly Row[]) => {
      const extract = tabulated(now!.cube, attacked);
      const riddle = together(now!.cube, published, extract);
      return { extract, findings: auditRelease(now!.cube, riddle, solve).findings };
    };
    const { extract, findings } = attack(rows);
    expect(extract.ranges.size).toBeGreaterThan(30);
    expect(findings).toEqual([]);

    // Beside the release before.
    const before = {
      cells: earlier!.cube.cells,
      seen: await rangesOf(places.public, GRAND_BEND, earlier!),
    };
    const seen = new Map(published);
    for (const [id, { low, high }] of extract.ranges) {
      const shown = seen.get(id) ?? { low, high };
      seen.set(id, { low: Math.max(low, shown.low), high: Math.min(high, shown.high) });
    }
    const ofYear = auditYear(before, { cells: now!.cube.cells, seen });
    expect(ofYear.filter(({ kind }) => kind === "two-releases-tell")).toEqual([]);

    // Planted: an extract of everybody, as finely as records tell.
    const raw = students
      .filter(({ isUnderMandate }) => isUnderMandate)
      .map(({ values }): Row => Object.fromEntries(values));
    const whole = tabulated(now!.cube, raw);
    const leaks = now!.cube.cells.filter(({ id, need, lower, upper }) => {
      const range = whole.ranges.get(id);
      return range !== undefined && range.high - range.low < Math.min(need, upper - lower);
    });
    expect(leaks.length).toBeGreaterThan(50);

    // Nobody is found: at least five look alike, and no row is one student of the district alone.
    const wild = (a: string | undefined, b: string | undefined): boolean =>
      a === b || a === "-7" || b === "-7";
    for (const row of rows) {
      const alike = rows.filter((other) => telling.every((name) => wild(row[name], other[name])));
      expect(alike.length).toBeGreaterThanOrEqual(5);
      if (columns.includes("chronic_absence")) {
        const chronic = alike.filter((one) => one["chronic_absence"] === "1").length;
        const not = alike.filter((one) => one["chronic_absence"] === "0").length;
        expect(Math.min(chronic, not)).toBeGreaterThan(0);
        if (chronic + not < 20) {
          expect(Math.max(chronic, not) / (chronic + not)).toBeLessThanOrEqual(0.9);
        }
      }
    }
    for (const column of columns) {
      const ofColumn = EXTRACT_COLUMNS.find(({ name }) => name === column);
      if (ofColumn === undefined || ofColumn.codings[0]?.categories === "numbers") continue;
      const counts = new Map<string, number>();
      for (const row of rows) counts.set(row[column]!, (counts.get(row[column]!) ?? 0) + 1);
      if (ofColumn.role.kind === "learnt") expect([...counts.keys()]).not.toContain("-7");
      for (const [value, count] of counts)
        expect(count, `${column} ${value}`).toBeGreaterThanOrEqual(10);
    }

    // Nothing of a student's own is in any byte, nor the order of a list of theirs.
    const cells = new Set(csv.split(/[\r\n,]+/));
    const own = filesUnder(exports).flatMap((path) =>
      path.endsWith(".csv")
        ? Papa.parse<Row>(readFileSync(path, "utf8"), {
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
    for (const { student } of students) expect(cells.has(student)).toBe(false);
    expect(own.filter((text) => text !== undefined && text.length > 3 && cells.has(text))).toEqual(
      [],
    );
    expect(csv).not.toMatch(/\d{4}-\d\d-\d\d/);
    const codes = rows.map((row) => row["student"]!);
    expect(codes).toEqual([...codes].sort());
    expect(codes.every((code) => /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code))).toBe(true);
    // Nor the order of a list of the district's: the rows are recognised by what is in them.
    const place = new Map(students.map(({ values }, at) => [likeness(values), at]));
    const order = rows.flatMap((row) => place.get(likeness(new Map(Object.entries(row)))) ?? []);
    expect(order.length).toBeGreaterThan(100);
    expect(order).not.toEqual([...order].sort((a, b) => a - b));
  },
);
