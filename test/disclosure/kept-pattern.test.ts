import { describe, expect, it } from "vitest";
import type { CubeCell } from "../../functions/disclosure/cube.ts";
import { keptHidden, withDearerCells } from "../../functions/disclosure/kept-pattern.ts";
import { leastChurn } from "../../functions/disclosure/least-churn.ts";
import { DEFAULT_SUPPRESSION as policy } from "../../functions/disclosure/suppression-policy.ts";
import { plainCube, type PlainCell } from "./plain-cube.ts";

const cube = (...cells: readonly PlainCell[]) => plainCube(cells, []);
const banded = (low: number, high: number): Pick<CubeCell, "display"> => ({
  display: { kind: "banded", band: { label: "60-79", low, high, isEnd: false } },
});

describe("keptHidden", () => {
  const kept = (before: PlainCell, now: PlainCell, hidden: readonly string[] = []) => [
    ...keptHidden([{ release: "fall", cube: cube(before), hidden }], cube(now), policy),
  ];

  it("hides for the year what was hidden once", () => {
    const cell = { id: "plans", count: 40, upper: 80 };
    expect(kept(cell, { ...cell, count: 60 }, ["plans"])).toEqual([0]);
    expect(kept({ ...cell, display: { kind: "hidden" } }, { ...cell, count: 60 })).toEqual([0]);
    expect(kept(cell, { ...cell, count: 60 })).toEqual([]);
  });

  it("O7: hides 20 of 25 after 20 of 24, which would tell of the one who came", () => {
    const before = { id: "plans", count: 20, upper: 24 };
    expect(kept(before, { id: "plans", count: 20, upper: 25 })).toEqual([0]);
    expect(kept(before, { id: "plans", count: 20, upper: 24 })).toEqual([]);
    expect(kept(before, { id: "plans", count: 20, upper: 34 })).toEqual([]);
  });

  it("shows two bands that leave the few between them open", () => {
    const before = { id: "plans", count: 13, upper: 20, ...banded(12, 15) };
    expect(kept(before, { id: "plans", count: 15, upper: 22, ...banded(14, 17) })).toEqual([]);
  });
});

describe("withDearerCells", () => {
  it("makes a figure that a reader has seen dear to hide", () => {
    const before = cube({ id: "a", count: 20, cost: 1 }, { id: "b", count: 30, cost: 1 });
    const now = withDearerCells(before, [{ release: "fall", cube: before, hidden: ["b"] }]);
    expect(now.cells.map(({ cost }) => cost)).toEqual([10, 1]);
  });
});

describe("leastChurn", () => {
  it("takes what a group grew or shrank by, and the rest for students who changed sides", () => {
    const churn = (was: PlainCell, is: PlainCell) => leastChurn(cube(was), cube(is))("plans");
    const before = { id: "plans", count: 20, upper: 24 };
    expect(churn(before, { id: "plans", count: 20, upper: 25 })).toEqual({
      entered: 1,
      left: 0,
      changed: 0,
    });
    expect(churn(before, { id: "plans", count: 15, upper: 22 })).toEqual({
      entered: 0,
      left: 2,
      changed: 3,
    });
  });
});
