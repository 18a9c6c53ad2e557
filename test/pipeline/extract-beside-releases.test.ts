import { beforeAll, describe, expect, it } from "vitest";
import type { Rungs } from "../../functions/disclosure/coarsen-extract.ts";
import type { Cube, CubeCell } from "../../functions/disclosure/cube.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";
import type { StudentId } from "../../functions/domain/ids.ts";
import { EXTRACT_COLUMNS } from "../../functions/exports/extract-columns.ts";
import {
  mayDo,
  tooNear,
  type ReleaseRead,
} from "../../functions/pipeline/extract-beside-releases.ts";
import type { StudentOfDistrict } from "../../functions/pipeline/extract-students.ts";
import { givesWay } from "../../functions/pipeline/gives-way.ts";
import { extractSeen } from "../../functions/pipeline/extract-tabulations.ts";
import { readySolver } from "../disclosure/ready-solver.ts";

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

const cell = (id: string, count: number, upper: number, need: number): CubeCell => ({
  ...{ id, table: "rates", count, lower: 0, upper, need, cost: 1 },
  display: { kind: "hidden" },
});
const cubeOf = (...cells: readonly CubeCell[]): Cube => ({ cells, equations: [], conditions: [] });

const HIDDEN = "plan-coverage|not-counted|district|sex/female";

/** Students of one sex: so many with a plan and so many without, of each so many left to the lot. */
function students(
  sex: string | null,
  [withPlan, without]: readonly [number, number],
  grade = "07",
): readonly StudentOfDistrict[] {
  return Array.from({ length: withPlan + without }, (_, at) => ({
    student: `${sex ?? ""}${grade}${at}` as StudentId,
    place: "school A",
    isUnderMandate: true,
    isExempt: false,
    parts: new Map([["plan-coverage", at < withPlan ? "counted" : "not-counted"]]),
    groups: new Map([["grade", grade], ...(sex === null ? [] : [["sex", sex] as const])]),
    values: new Map([["sex", sex ?? "another-or-not-said"]]),
  }));
}

/** All columns left out but these. */
const onlyTold = (...told: readonly string[]): Rungs =>
  new Map(
    EXTRACT_COLUMNS.filter(({ name }) => !told.includes(name)).map(({ name, codings }) => [
      name,
      codings.length,
    ]),
  );

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

describe("what gives way", () => {
  const values = (at: number) =>
    new Map([
      ["sex", at % 2 === 0 ? "female" : "male"],
      ["plan_coverage", at % 50 === 0 ? "0" : "1"],
      ["goal_domains", at % 2 === 0 ? "0" : "1"],
      ["goals", String(at % 8)],
    ]);
  const drawn = students("female", [100, 0]).map((one, at) => ({ ...one, values: values(at) }));

  it("is a measure that says little, rather than a division", () => {
    const rungs = onlyTold("sex", "plan_coverage");
    expect(givesWay(HIDDEN, rungs, drawn)).toEqual(["plan_coverage"]);
  });

  it("is a division, rather than all that comes near the measure", () => {
    const rungs = onlyTold("sex", "plan_coverage", "goal_domains", "goals");
    expect(givesWay(HIDDEN, rungs, drawn)).toEqual(["sex"]);
  });

  it("is every column that comes near a figure of the whole district", () => {
    const rungs = onlyTold("sex", "plan_coverage", "goal_domains", "goals");
    const whole = "plan-coverage|not-counted|district|all/all";
    expect(givesWay(whole, rungs, drawn)).toEqual(["plan_coverage", "goal_domains", "goals"]);
  });

  it("is what costs least where nothing told comes near", () => {
    const rungs = onlyTold("sex", "plan_coverage");
    expect(givesWay("standings/all|met|district|all/all", rungs, drawn)).toEqual(["plan_coverage"]);
  });
});

describe("extractSeen", () => {
  const tells = {
    isTold: (statistic: string) => statistic === "plan-coverage",
    rootOf: (statistic: string) => statistic,
    write: (division: string, group: string) =>
      division !== "sex" ? null : group === "rest" || group === "male" ? "another" : group,
  };
  const all = [
    ...students("female", [6, 2]),
    ...students("male", [4, 1]),
    ...students(null, [1, 1]),
  ];
  const counted = all.map((one, at) => ({
    ...one,
    told:
      at % 5 === 0
        ? null
        : new Map([["sex", tells.write("sex", one.groups.get("sex") ?? "rest") ?? ""]]),
  }));
  const ids = ["female", "male", "rest"].map(
    (group) => `plan-coverage|not-counted|district|sex/${group}`,
  );
  const cube = cubeOf(
    cell(ids[0]!, 2, 8, 2),
    cell(ids[1]!, 1, 5, 2),
    cell(ids[2]!, 1, 2, 2),
    cell("plan-coverage|not-counted|district|grade/07", 4, 15, 2),
    cell("plan-coverage|not-counted|school A|sex/female", 2, 8, 2),
  );
  const { ranges, system } = extractSeen(cube, new Map(), counted, tells);

  it("tells at least those found, and at most those left out besides", () => {
    // Of 8 girls the first and the sixth are left out; both without a plan are in it.
    expect(ranges.get(ids[0]!)).toEqual({ low: 2, high: 4 });
    expect(system.ranges[0]).toEqual({ low: 2, high: 4 });
  });

  it("tells groups that are written as one together", () => {
    // 7 boys and others, of whom the third of the boys is left out: 2 without a plan are found.
    expect(system.conditions).toEqual([
      {
        cell: 1,
        terms: [
          [1, 1],
          [2, 1],
        ],
        low: 2,
        high: 3,
      },
    ]);
    expect(ranges.has(ids[1]!)).toBe(false);
  });

  it("tells nothing of a division that is left out, or of a school", () => {
    expect([...ranges.keys()]).toEqual([ids[0]]);
    expect(system.ranges.slice(3)).toEqual([
      { low: 0, high: 15 },
      { low: 0, high: 8 },
    ]);
  });

  it("knows of it what schools that are wholly under the mandate have together", () => {
    const at = (school: string, sex: string) => `plan-coverage|counted|school ${school}|sex/${sex}`;
    const schools = cubeOf(
      cell(at("A", "female"), 6, 6, 2),
      cell(at("B", "female"), 4, 4, 2),
      cell(at("E", "female"), 3, 3, 2),
    );
    const inB = students("female", [4, 0]).map((one) => ({ ...one, place: "school B" }));
    const inE = students("female", [3, 0], "02").map((one) => ({
      ...one,
      ...{ isUnderMandate: false, place: "school E" },
    }));
    const all = [...students("female", [6, 0]), ...inB, ...inE].map((one, index) => ({
      ...one,
      told: one.isUnderMandate && index % 5 > 0 ? new Map([["sex", "female"]]) : null,
    }));
    expect(extractSeen(schools, new Map(), all, tells).system.conditions).toEqual([
      {
        cell: 0,
        terms: [
          [0, 1],
          [1, 1],
        ],
        low: 8,
        high: 10,
      },
    ]);
    const mixed = all.map((one) =>
      one.place === "school E" ? { ...one, place: "school B" } : one,
    );
    expect(extractSeen(schools, new Map(), mixed, tells).system.conditions).toEqual([]);
  });

  it("knows of a statistic about everybody what the grades of the mandate have together", () => {
    const chronic = "plan-coverage|counted|district|grade/";
    const two = cubeOf(
      cell(`${chronic}07`, 8, 8, 2),
      cell(`${chronic}08`, 5, 5, 2),
      cell(`${chronic}02`, 3, 4, 2),
    );
    const under = [...students("female", [8, 0], "07"), ...students("male", [5, 0], "08")];
    const others = students("male", [3, 1], "02").map((one) => ({
      ...one,
      ...{ isUnderMandate: false, place: "school E" },
    }));
    const mixed = [...under, ...others].map((one, at) => ({
      ...one,
      told: one.isUnderMandate && at % 5 > 0 ? new Map<string, string>() : null,
    }));
    const seen = extractSeen(two, new Map(), mixed, tells);
    expect(seen.system.conditions).toEqual([
      {
        cell: 0,
        terms: [
          [0, 1],
          [1, 1],
        ],
        low: 10,
        high: 13,
      },
    ]);
  });
});
