// T4 and T12 of the statistics note: what a reader can work out of every byte that is published.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { buildDashboard } from "../../dashboard/build.ts";
import { auditRelease } from "../../functions/disclosure/audit-release.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import { systemSeen } from "../../functions/disclosure/published-system.ts";
import { bandInWords } from "../../functions/releases/band-words.ts";
import { rangesSeen, type SeenFigure } from "../../functions/releases/read-seen.ts";
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
import { figuresIn, filesUnder, rowsIn } from "./release-bytes.ts";

const DIST = fileURLToPath(new URL("../../dashboard/dist", import.meta.url));

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

/** The tables in which each place has its rows, and what tells a row from others. */
const TABLES_BY_PLACE = ["statuses", "standings", "next-steps", "reconciliation"];
const KEYS = [
  "level",
  "school",
  "requirement",
  "breakdown",
  "group",
  "status",
  "standing",
  "need",
  "problem",
];

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

  it("learns nothing from which rows there are and how they stand, whatever the figures are", async () => {
    const folder = scratchFolder();
    const places = await freshPlaces(folder);
    await ingestPath(places, CAST_EXPORTS);
    const keysOn = async (asOf: string) => {
      const { release } = await publishDay(places, asOf);
      return rowsIn(join(folder, "public/cast/releases", release))
        .filter(([table]) => TABLES_BY_PLACE.includes(table))
        .map(([table, row]) => [table, ...KEYS.map((key) => row[key])].join(" "));
    };
    // The same schools and rules, and other figures in most rows.
    const december = await keysOn("2021-12-10");
    expect(december.length).toBeGreaterThan(300);
    expect(await keysOn(CAST_DAY)).toEqual(december);
  });
});
