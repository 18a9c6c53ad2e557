import { beforeAll, describe, expect, it } from "vitest";
import { boundCounts, targetsOf, wholeNumbersIn } from "../../functions/audit/bound-counts.ts";
import type { LinearSolver } from "../../functions/audit/linear-solver.ts";
import type { Relations } from "../../functions/audit/relations.ts";
import type { SeenBar, SeenParts } from "../../functions/audit/seen-bars.ts";
import { EVERYBODY, type GroupKey } from "../../functions/domain/figures/group-key.ts";
import { readySolver } from "./ready-solver.ts";

const DAY = "2022-03-31";

const bar = (
  group: GroupKey,
  students: number,
  [low, high]: readonly [number, number],
  isExact: boolean,
  drawnOn = DAY,
): SeenBar => {
  const seen: SeenParts = { from: 0, until: 1, low, high, isExact };
  const key = { statistic: "plan-coverage", school: null, group };
  return { key, drawnOn, students, parts: ["open", "none"], seen: [seen] };
};

/** Everybody, and the two sexes of whom three students are neither. */
function lessSex(isExact: boolean, spread: number): readonly [readonly SeenBar[], Relations] {
  const around = (count: number) => [count - spread, count + spread] as const;
  const whole = bar(EVERYBODY, 83, around(60), isExact);
  const groups = [
    bar("sex/female", 40, around(30), isExact),
    bar("sex/male", 40, around(28), isExact),
  ];
  const leftovers = [{ text: "everybody less sex", whole, groups }];
  return [[whole, ...groups], { relations: [], leftovers }];
}

let solve: LinearSolver;
beforeAll(async () => {
  solve = await readySolver();
});

describe("bounding counts", () => {
  it("leaves three students as many values as they can have where boundaries are moved", () => {
    const [bars, relations] = lessSex(false, 1);
    expect(targetsOf(bars, relations).at(-1)).toMatchObject({ values: 4 });
    expect(boundCounts(DAY, bars, relations, solve)).toEqual({ counts: 8, findings: [] });
  });

  it("finds what exact totals isolate, and exact parts themselves", () => {
    const [bars, relations] = lessSex(true, 0);
    const { findings } = boundCounts(DAY, bars, relations, solve);
    expect(findings.map(({ where }) => where)).toContain("everybody less sex|open");
    expect(findings).toHaveLength(8);
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(["narrow-count"]));
  });

  it("does not take a bar of another day for one of this day", () => {
    const [[whole, ...groups], relations] = lessSex(false, 1);
    const earlier = groups.map((group) => ({ ...group, drawnOn: "2022-01-31" }));
    const leftovers = [{ ...relations.leftovers[0]!, groups: earlier }];
    const { findings } = boundCounts(
      DAY,
      [whole!, ...earlier],
      { relations: [], leftovers },
      solve,
    );
    expect(findings).toEqual([]);
  });

  it("tells figures that no counts could have", () => {
    const [bars, relations] = lessSex(true, 0);
    const more = bar(EVERYBODY, 83, [70, 70], true);
    const { findings } = boundCounts(
      DAY,
      [...bars, more],
      {
        ...relations,
        relations: [
          {
            terms: [
              [bars[0]!, 0, 1],
              [more, 0, -1],
            ],
            low: 0,
            high: 0,
            isUsual: false,
          },
        ],
      },
      solve,
    );
    expect(findings).toEqual([{ kind: "contradiction", where: DAY }]);
  });

  it("goes on without what is usual where the figures contradict it", () => {
    const [bars, relations] = lessSex(false, 1);
    const usual = { terms: [[bars[0]!, 0, 1]] as const, low: 83, high: 83, isUsual: true };
    const { findings } = boundCounts(DAY, bars, { ...relations, relations: [usual] }, solve);
    expect(findings).toEqual([]);
  });

  it.each([
    [0, 4, 5],
    [0.2, 3.9, 3],
    [-0.000001, 2.000001, 3],
    [1.2, 1.8, 0],
  ])("counts the whole numbers from %d to %d", (low, high, count) => {
    expect(wholeNumbersIn({ low, high })).toBe(count);
  });
});
