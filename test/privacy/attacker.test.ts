// T4 and T12 of the statistics note: what a reader can work out of every byte that is published.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tableFromIPC } from "apache-arrow";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { buildDashboard } from "../../dashboard/build.ts";
import { auditRelease } from "../../functions/disclosure/audit-release.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import { systemSeen } from "../../functions/disclosure/published-system.ts";
import { bandInWords } from "../../functions/releases/band-words.ts";
import { rangesSeen, type SeenFigure } from "../../functions/releases/read-seen.ts";
import { TABLES } from "../../functions/releases/tables.ts";
import { figuresSeen, type SeenRow } from "../../functions/pipeline/figures-seen.ts";
import { patternsOf } from "../../functions/pipeline/release-pattern.ts";
import { readySolver } from "../disclosure/ready-solver.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
  publishDay,
} from "../support/local-district.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const DIST = fileURLToPath(new URL("../../dashboard/dist", import.meta.url));

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Every row of every table in a folder, from each of its files: a number in CSV is one all the same. */
function rowsIn(folder: string): readonly (readonly [table: string, row: SeenRow])[] {
  return filesUnder(folder).flatMap((path) => {
    const [, table = "", kind] = /([^/]+)\.(csv|arrow|json)$/.exec(path) ?? [];
    if (kind === undefined) throw new Error(`${path} is a sort of file that nobody looks into`);
    if (kind === "json") return [];
    const rows =
      kind === "csv"
        ? Papa.parse<SeenRow>(readFileSync(path, "utf8"), { header: true, skipEmptyLines: true })
            .data
        : tableFromIPC(readFileSync(path))
            .toArray()
            .map((row) => ({ ...row }) as SeenRow);
    const definition = TABLES.find(({ name }) => name === table);
    if (definition === undefined) throw new Error(`${path} is a table that nobody defined`);
    const types = new Map<string, string>(definition.columns.map(({ name, type }) => [name, type]));
    return rows.map(
      (row) =>
        [
          table,
          Object.fromEntries(
            Object.entries(row).map(([column, value]) => [column, plain(types.get(column), value)]),
          ),
        ] as const,
    );
  });
}

/** A value as a reader takes it: in CSV a number is text, in Arrow a day is a number. */
function plain(type: string | undefined, value: unknown): unknown {
  if (type === "day") return dayOf(value);
  const isNumber = type !== "text" && typeof value === "string" && /^\d+(\.\d+)?$/.test(value);
  return isNumber ? Number(value) : value;
}

const figuresIn = (rows: ReturnType<typeof rowsIn>, asOf: string): readonly SeenFigure[] =>
  rows
    .filter(([table, row]) => table !== "trend" || row["asOf"] === asOf)
    .flatMap(([table, row]) => figuresSeen(table, row));

const dayOf = (value: unknown): string =>
  typeof value === "number"
    ? new Date(value).toISOString().slice(0, 10)
    : String(value).slice(0, 10);

describe("a reader who takes every byte", { timeout: 300_000 }, () => {
  it("works out no hidden figure, and finds a planted one in any column", async () => {
    const folder = scratchFolder();
    const places = await freshPlaces(folder);
    await ingestPath(places, CAST_EXPORTS);
    const { release } = await publishDay(places, CAST_DAY);
    const [pattern] = await patternsOf(places.records, CAST, [release]);
    const { cube } = pattern!;
    const cells = new Map(cube.cells.map((cell) => [cell.id, cell]));
    const rows = rowsIn(join(folder, "public/cast/releases", release));
    const audit = (figures: readonly SeenFigure[]) =>
      auditRelease(cube, systemSeen(cube, rangesSeen(figures, cells)), solve).findings;

    const figures = figuresIn(rows, CAST_DAY);
    // Each is seen in CSV and in Arrow.
    expect(figures.length).toBeGreaterThan(300);
    expect(audit(figures)).toEqual([]);

    const leak = rows.map(([table, row]): (typeof rows)[number] =>
      table === "rates" && row["school"] === "CAST-ALT" && row["measure"] === "plan-coverage"
        ? [table, { ...row, students: 3 }]
        : [table, row],
    );
    expect(audit(figuresIn(leak, CAST_DAY)).length).toBeGreaterThan(0);
  });

  it("finds no share in a sentence that no table shows, and no figure in a page", async () => {
    const folder = scratchFolder();
    const places = await freshPlaces(folder);
    await ingestPath(places, CAST_EXPORTS);
    const { release } = await publishDay(places, CAST_DAY);
    const published = join(folder, "public/cast/releases", release);
    const { sentences } = JSON.parse(readFileSync(join(published, "manifest.json"), "utf8")) as {
      readonly sentences: object;
    };
    const shown = new Set(
      rowsIn(published).flatMap(([, { band }]) =>
        typeof band === "string" && band !== "" ? [bandInWords(band)] : [],
      ),
    );
    const said = JSON.stringify(sentences).match(/(at most |At most )?\d[\d–]*%( or more)?/g) ?? [];
    expect(said.length).toBeGreaterThan(3);
    expect(said.map((words) => words.toLowerCase()).filter((words) => !shown.has(words))).toEqual(
      [],
    );

    // Pages are built before any release: they cannot hold a figure of one.
    await buildDashboard();
    const pages = filesUnder(DIST).map((path) => readFileSync(path, "utf8"));
    expect(pages.length).toBeGreaterThan(8);
    for (const page of pages) expect(page).not.toMatch(/CAST-(ALT|ES|HS|MS)|Cast School District/);
  });
});
