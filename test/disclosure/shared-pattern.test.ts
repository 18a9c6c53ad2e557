import { beforeAll, describe, expect, it } from "vitest";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import { protectCube } from "../../functions/disclosure/protect-cube.ts";
import { sharedPattern } from "../../functions/disclosure/shared-pattern.ts";
import { DEFAULT_SUPPRESSION as policy } from "../../functions/disclosure/suppression-policy.ts";
import { verifyWitnesses } from "../../functions/disclosure/verify-witnesses.ts";
import { drawUnder, randomCube } from "./random-cube.ts";
import { readySolver } from "./ready-solver.ts";

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

describe("sharedPattern", () => {
  it("hides a group in every measure that has it, and leaves the proof whole", () => {
    // The twenty-fifth cube has two measures.
    const { cube } = randomCube(25);
    const found = protectCube({ cube, policy, solve, draw: drawUnder(1), start: new Set() });
    if (found.kind !== "protected") throw new Error(found.cell);
    const plans = cube.index.get("plan-coverage|counted|district-0|all/all")!;
    const goals = cube.index.get("goal-domains|counted|district-0|all/all")!;
    const shared = sharedPattern(cube, new Set([...found.hidden, plans]));
    expect(shared.has(goals)).toBe(true);
    expect(verifyWitnesses(cube, shared, found.witnesses)).toEqual([]);
  });
});
