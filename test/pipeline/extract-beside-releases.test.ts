import { beforeAll, describe, expect, it } from "vitest";
import type { Cube } from "../../functions/disclosure/cube.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import {
  mayDo,
  tooNear,
  type ReleaseRead,
} from "../../functions/pipeline/extract-beside-releases.ts";
import type { StudentOfDistrict } from "../../functions/pipeline/extract-students.ts";
import { readySolver } from "../disclosure/ready-solver.ts";
import { cell, cubeOf, HIDDEN, onlyTold, students } from "../support/extract-cases.ts";

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

const release = (cube: Cube, asOf = "2022-05-20"): ReleaseRead => ({
  ...{ release: asOf, asOf, cube },
  seen: new Map(),
});

/** In the extract but for every tenth, or as the test says. */
const toldOf = (
  all: readonly StudentOfDistrict[],
  isIn: (one: StudentOfDistrict, at: number) => boolean = (_, at) => at % 10 > 0,
) => new Map(all.flatMap((one, at) => (isIn(one, at) ? [[one, one.values] as const] : [])));

const beside = (
  all: readonly StudentOfDistrict[],
  cube: Cube,
  others: readonly ReleaseRead[] = [],
) => ({
  ...{ students: all, release: release(cube), others, solve },
  rootOf: (statistic: string) => statistic,
});

describe("an extract beside releases", () => {
  const girls = students("female", [97, 3]);
  const cube = cubeOf(cell(HIDDEN, 3, 100, 2));

  it("may tell a group of whom the lot leaves out enough", () => {
    const rungs = onlyTold("sex", "plan_coverage");
    expect(mayDo(beside(girls, cube), rungs, toldOf(girls))).toBe(true);
    expect(tooNear(beside(girls, cube), rungs, toldOf(girls)).cells).toEqual([]);
  });

  it("comes too near a group that is whole in it", () => {
    const rungs = onlyTold("sex", "plan_coverage");
    const { cells } = tooNear(
      beside(girls, cube),
      rungs,
      toldOf(girls, () => true),
    );
    expect(cells).toEqual([HIDDEN]);
    expect(
      mayDo(
        beside(girls, cube),
        rungs,
        toldOf(girls, () => true),
      ),
    ).toBe(false);
  });

  it("tells nothing of a group whose division or measure it leaves out", () => {
    for (const column of ["sex", "plan_coverage"]) {
      const { cells } = tooNear(
        beside(girls, cube),
        onlyTold(column),
        toldOf(girls, () => true),
      );
      expect(cells, column).toEqual([]);
    }
  });

  it("counts a column that comes near by what it says besides", () => {
    const rungs = onlyTold("sex", "goal_domains");
    expect(
      tooNear(
        beside(girls, cube),
        rungs,
        toldOf(girls, () => true),
      ).cells,
    ).toEqual([HIDDEN]);
  });

  it("tells in hindsight what an earlier release hides", () => {
    const rungs = onlyTold("sex", "plan_coverage");
    const now = cubeOf(cell(HIDDEN, 30, 100, 0));
    const all = students("female", [70, 30]);
    const before = release(cubeOf(cell(HIDDEN, 28, 100, 5)), "2022-03-31");
    const whole = toldOf(all, () => true);
    expect(tooNear(beside(all, now), rungs, whole).cells).toEqual([]);
    expect(tooNear(beside(all, now, [before]), rungs, whole).cells).toEqual([HIDDEN]);
  });

  it("is asked of a linear program where no group alone tells it", () => {
    // Of the 100 girls 3 have no plan. All but one of the others are told, and the district is known to within one.
    const boys = students("male", [50, 50]);
    const all = [...girls, ...boys];
    const male = "plan-coverage|not-counted|district|sex/male";
    const both = "plan-coverage|not-counted|district|all/all";
    const sums: Cube = {
      cells: [cell(HIDDEN, 3, 100, 2), cell(male, 50, 100, 0), cell(both, 53, 200, 0)],
      equations: [{ total: 2, parts: [0, 1] }],
      conditions: [],
    };
    const told = toldOf(all, (one, at) => (one.groups.get("sex") === "male" ? true : at % 10 > 0));
    const known = {
      ...beside(all, sums),
      release: { ...release(sums), seen: new Map([[both, { low: 53, high: 53 }]]) },
    };
    const rungs = onlyTold("sex", "plan_coverage");
    expect(mayDo(known, rungs, told)).toBe(true);
    expect(tooNear(known, rungs, told).cells).toContain(HIDDEN);
  });
});
