import { beforeAll, describe, expect, it } from "vitest";
import { auditRelease } from "../../functions/disclosure/audit-release.ts";
import type { Cube } from "../../functions/disclosure/cube.ts";
import { widthNeeded } from "../../functions/disclosure/cube.ts";
import { exactlyDisclosed } from "../../functions/disclosure/exact-disclosure.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import { protectCube, type Protection } from "../../functions/disclosure/protect-cube.ts";
import { publishedSystem } from "../../functions/disclosure/published-system.ts";
import { DEFAULT_SUPPRESSION } from "../../functions/disclosure/suppression-policy.ts";
import { verifyWitnesses } from "../../functions/disclosure/verify-witnesses.ts";
import { drawUnder, randomCube } from "./random-cube.ts";
import { readySolver } from "./ready-solver.ts";

const CUBES = 500;

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

const protectedCube = (cube: Cube, seed: number): Extract<Protection, { kind: "protected" }> => {
  const found = protectCube({
    cube,
    policy: DEFAULT_SUPPRESSION,
    solve,
    draw: drawUnder(seed),
    start: new Set(),
  });
  if (found.kind !== "protected") throw new Error(`cube ${seed}: ${found.cell}`);
  return found;
};

describe(`any of ${CUBES} cubes`, () => {
  it("is protected, proven by its witnesses, and holds against a reader who reckons", () => {
    let needed = 0;
    let undone = 0;
    for (let seed = 1; seed <= CUBES; seed++) {
      const { cube } = randomCube(seed);
      const { hidden, witnesses } = protectedCube(cube, seed);
      expect(verifyWitnesses(cube, hidden, witnesses), `cube ${seed}`).toEqual([]);
      const system = publishedSystem(cube, hidden);
      expect(auditRelease(cube, system, solve).findings, `cube ${seed}`).toEqual([]);
      const disclosed = exactlyDisclosed(system).filter((at) => widthNeeded(cube.cells[at]!) > 0);
      expect(disclosed, `cube ${seed}`).toEqual([]);

      // Of every tenth, one cell that hides by itself is shown: the audit says so.
      const own = cube.cells.findIndex(
        (cell) => cell.display.kind === "hidden" && widthNeeded(cell) > 0,
      );
      if (own < 0 || seed % 10 > 0) continue;
      needed++;
      const shown: Cube = {
        ...cube,
        cells: cube.cells.map((cell, at) =>
          at === own ? { ...cell, display: { kind: "counted" } } : cell,
        ),
      };
      if (auditRelease(shown, publishedSystem(shown, hidden), solve).findings.length > 0) undone++;
    }
    expect(needed).toBeGreaterThan(CUBES / 20);
    expect(undone).toBe(needed);
  }, 200_000);

  it("is protected alike under one seed, and not alike under another", () => {
    const { cube } = randomCube(13);
    const once = protectedCube(cube, 1);
    expect(protectedCube(cube, 1)).toEqual(once);
    const others = Array.from({ length: 4 }, (_, at) => [...protectedCube(cube, at + 2).hidden]);
    expect(others.some((hidden) => String(hidden) !== String([...once.hidden]))).toBe(true);
  });
});
