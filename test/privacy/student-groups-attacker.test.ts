// T4, T5 and T12 of the statistics note on a district with student groups, and other worlds for the same release.
import { join } from "node:path";
import { expect, it } from "vitest";
import { generateGrandBend } from "../../fixtures/grand-bend/generate.ts";
import { auditRelease } from "../../functions/disclosure/audit-release.ts";
import { cellAt } from "../../functions/disclosure/cube.ts";
import { protectCube } from "../../functions/disclosure/protect-cube.ts";
import { systemSeen } from "../../functions/disclosure/published-system.ts";
import { rateBand } from "../../functions/disclosure/rate-ladder.ts";
import { DEFAULT_SUPPRESSION } from "../../functions/disclosure/suppression-policy.ts";
import { districtId } from "../../functions/domain/ids.ts";
import { patternsOf } from "../../functions/pipeline/release-pattern.ts";
import { gapBetween } from "../../functions/releases/gaps.ts";
import { rangesSeen, type SeenFigure } from "../../functions/releases/read-seen.ts";
import { readySolver } from "../disclosure/ready-solver.ts";
import { freshPlaces, ingestPath, publishDay } from "../support/local-district.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { figuresIn, rowsIn } from "./release-bytes.ts";

const GRAND_BEND = districtId("grand-bend");
const ASKED = "2022-05-20";

it(
  "keeps every student group from a reader who takes every byte",
  { timeout: 300_000 },
  async () => {
    const folder = scratchFolder();
    const exports = join(folder, "exports");
    await generateGrandBend(exports);
    const places = await freshPlaces(folder);
    await ingestPath(places, exports, GRAND_BEND);
    const { release } = await publishDay(places, ASKED, GRAND_BEND);
    const [pattern] = await patternsOf(places.records, GRAND_BEND, [release]);
    const { cube, hidden } = pattern!;
    const cells = new Map(cube.cells.map((cell) => [cell.id, cell]));
    const rows = rowsIn(join(folder, "public/grand-bend/releases", release));
    const groups = rows.flatMap(([table, row]) => (table === "student-groups" ? [row] : []));
    expect(groups.filter(({ state }) => state === "shown").length).toBeGreaterThan(100);
    expect(groups.filter(({ state }) => state === "hidden").length).toBeGreaterThan(20);

    const solve = await readySolver();
    const audit = (figures: readonly SeenFigure[]) =>
      auditRelease(cube, systemSeen(cube, rangesSeen(figures, cells)), solve).findings;
    expect(audit(figuresIn(rows, ASKED))).toEqual([]);

    // One count of one small group, in a column that should not be there.
    const small = groups.find(({ state, school }) => state === "hidden" && school !== "");
    const leak = rows.map(([table, row]) =>
      row === small ? ([table, { ...row, students: 1 }] as const) : ([table, row] as const),
    );
    expect(audit(figuresIn(leak, ASKED)).length).toBeGreaterThan(0);

    // A gap says what its two bands say, and nothing else.
    const gaps = groups.filter(({ gapLow }) => typeof gapLow === "number");
    expect(gaps.length).toBeGreaterThan(40);
    for (const { band, heldAgainstBand, gapLow, gapHigh, gap } of gaps) {
      expect({ gapLow, gapHigh, gap }).toEqual(gapBetween(String(band), String(heldAgainstBand)));
    }

    // Each witness is another district with the same release: every label that is shown would be the same.
    const index = new Map(cube.cells.map(({ id }, at) => [id, at]));
    const start = new Set(hidden.map((id) => index.get(id)!));
    const found = protectCube({ cube, policy: DEFAULT_SUPPRESSION, solve, draw: () => 1, start });
    if (found.kind !== "protected") throw new Error(found.cell);
    const wholeOf = new Map(
      cube.conditions.flatMap(({ cell, terms }) =>
        terms.flatMap(([term]) => (term === cell ? [] : [[cell, term] as const])),
      ),
    );
    let labels = 0;
    for (const witness of found.witnesses) {
      for (const [at, by] of witness) {
        const { display, count, upper } = cellAt(cube, at);
        if (found.hidden.has(at) || (display.kind !== "banded" && display.kind !== "share"))
          continue;
        const whole = wholeOf.get(at);
        const students =
          whole === undefined ? upper : cellAt(cube, whole).count + (witness.get(whole) ?? 0);
        expect(rateBand(count + by, students)?.label).toBe(display.band.label);
        labels++;
      }
    }
    expect(labels).toBeGreaterThan(100);
  },
);
