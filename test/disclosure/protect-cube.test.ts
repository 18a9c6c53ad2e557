import { beforeAll, describe, expect, it } from "vitest";
import type { Cube } from "../../functions/disclosure/cube.ts";
import { exactlyDisclosed } from "../../functions/disclosure/exact-disclosure.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import { protectCube } from "../../functions/disclosure/protect-cube.ts";
import { publishedSystem } from "../../functions/disclosure/published-system.ts";
import { DEFAULT_SUPPRESSION } from "../../functions/disclosure/suppression-policy.ts";
import { verifyWitnesses } from "../../functions/disclosure/verify-witnesses.ts";
import { O1, o1, o2, o5 } from "./oracle-tables.ts";
import { names, places, table } from "./plain-cube.ts";
import { readySolver } from "./ready-solver.ts";

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

/** All that is hidden in the end: cells that hide by themselves, and those hidden for them. */
function hiddenIn(cube: Cube, start: readonly string[] = []): readonly string[] {
  const found = protectCube({
    cube,
    policy: DEFAULT_SUPPRESSION,
    solve,
    draw: () => 1,
    start: places(cube, start),
  });
  if (found.kind !== "protected") throw new Error(`${found.kind}: ${found.cell}`);
  expect(verifyWitnesses(cube, found.hidden, found.witnesses)).toEqual([]);
  const own = cube.cells.flatMap(({ display }, at) => (display.kind === "hidden" ? [at] : []));
  return names(cube, new Set([...own, ...found.hidden]));
}

describe("protectCube", () => {
  it("O1: adds one cell, the one that is missed least", () => {
    const cube = table(O1.rows, "abcd", (id) => (id === "wb" ? { need: 5 } : {}));
    expect(hiddenIn(cube, O1.hidden)).toEqual([...O1.hidden, "xd"].sort());
  });

  it("O2: adds the cell that both tables need", () => {
    expect(hiddenIn(o2("both", 3))).toEqual(["A", "B", "K", "L", "M", "N"]);
  });

  it("O5: chooses the partner that has room", () => {
    expect(hiddenIn(o5())).toEqual(["Ae", "An", "Ce", "Cn"]);
  });
});

describe("exactlyDisclosed", () => {
  const disclosed = (hidden: readonly string[]) => {
    const cube = o1();
    return names(cube, exactlyDisclosed(publishedSystem(cube, places(cube, hidden))));
  };

  it("O1: finds the cell that follows from sums, and none once another is hidden", () => {
    expect(disclosed(O1.hidden)).toEqual(["wb"]);
    expect(disclosed([...O1.hidden, "xd"])).toEqual([]);
  });
});
