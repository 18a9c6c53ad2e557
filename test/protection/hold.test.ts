import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BarKey } from "../../functions/domain/figures/bar-key.ts";
import { EVERYBODY } from "../../functions/domain/figures/group-key.ts";
import { day, type Day } from "../../functions/domain/calendar/day.ts";
import type { Chance } from "../../functions/protection/chance.ts";
import { leastMoved, movesNeeded } from "../../functions/protection/hold.ts";
import { publicDrawing, type PublicDrawing } from "../../functions/protection/public-drawing.ts";
import { cubeWith, questionWith } from "../support/cube-with.ts";
import { chance, otherChance } from "../support/zero-secret.ts";

const KEY: BarKey = { statistic: "plan-coverage", school: "1", group: EVERYBODY };
const MONTHS = [8, 9, 10, 11, 12, 1, 2, 3, 4, 5].map((month): Day =>
  day(`${month > 7 ? 2021 : 2022}-${String(month).padStart(2, "0")}-01`),
);

/** The monthly drawings of school 1, the only one of its district, whose plans are open and missing as given. */
function drawings(
  months: readonly (readonly [open: number, none: number])[],
  secret: Chance = chance,
  smallestGroup = 15,
): readonly PublicDrawing[] {
  const everybody = { group: EVERYBODY, of: [EVERYBODY] };
  const plan = {
    populations: {
      "mandate of 06": {
        decidedOn: MONTHS[0]!,
        schools: ["1"],
        groups: [
          { school: null, ...everybody, drawnAs: { school: "1", group: EVERYBODY } },
          { school: "1", ...everybody, drawnAs: { school: "1", group: EVERYBODY } },
        ],
      },
    },
  };
  const all: PublicDrawing[] = [];
  months.forEach((counts, index) => {
    const students = counts[0] + counts[1];
    all.push(
      publicDrawing({
        asOf: MONTHS[index]!,
        definitions: "1",
        smallestGroup,
        plan,
        grades: ["06"],
        questions: [questionWith()],
        cubes: [
          cubeWith("1", {
            students: { mandate: { [EVERYBODY]: students } },
            answers: { "plan-coverage": { [EVERYBODY]: counts } },
          }),
        ],
        before: all.at(-1) ?? null,
        chance: secret,
        divided: new Set(),
      }),
    );
  });
  return all;
}

const barsOf = (all: readonly PublicDrawing[]) =>
  all.map(({ bars }) => bars["plan-coverage|school 1|all/all"]!);

describe("leastMoved", () => {
  it.each([
    [[238, 62, 238, 1], [240, 62, 236, 1], 2],
    [[10, 5, 3, 0], [10, 5, 3, 1], 1],
    [[10, 5], [5, 10], 5],
    [[10, 5], [10, 5], 0],
    [[10, 5], [7, 5], 3],
    [[10, 5], [8, 9], 4],
  ])("from %j to %j takes %d students", (before, now, students) => {
    expect(leastMoved(before, now)).toBe(students);
    expect(leastMoved(now, before)).toBe(students);
  });
});

describe("movesNeeded", () => {
  it("is 5 and a secret 0 to 3, by the day of the last drawing", () => {
    expect(MONTHS.map((on) => movesNeeded(KEY, on, chance) - 5)).toEqual([
      2, 2, 3, 1, 0, 1, 0, 3, 3, 0,
    ]);
  });

  it("is another one under another secret, and for another bar", () => {
    const needed = (key: BarKey, secret: Chance) =>
      MONTHS.map((on) => movesNeeded(key, on, secret));
    expect(needed(KEY, otherChance)).not.toEqual(needed(KEY, chance));
    expect(needed({ ...KEY, school: "2" }, chance)).not.toEqual(needed(KEY, chance));
  });
});

describe("a bar that is held", () => {
  /** A secret that gives 0, so that boundaries move by -5 and exactly 5 moves are needed. */
  const none: Chance = () => 0;

  it.each([
    [4, [14, 5], MONTHS[0]],
    [5, [15, 5], MONTHS[1]],
  ] as const)("is drawn anew from 5 students on: %d moved", (_, counts, drawnOn) => {
    const [, second] = barsOf(drawings([[10, 5], counts], none));
    expect(second!.drawnOn).toBe(drawnOn);
    expect(second!.counts).toEqual(drawnOn === MONTHS[1] ? counts : [10, 5]);
  });

  it("is drawn in August, October and January of the year that is written out", () => {
    const open = [0, 5, 7, 10, 12, 15, 15, 18, 20, 20];
    const bars = barsOf(drawings(open.map((plans) => [plans, 20 - plans])));
    const [august, october, january] = ["2021-08-01", "2021-10-01", "2022-01-01"];
    expect(bars.map(({ drawnOn }) => drawnOn)).toEqual([
      ...[august, august, october, october, october],
      ...[january, january, january, january, january],
    ]);
    expect(bars.map(({ shown }) => shown[0])).toEqual([2, 2, 9, 9, 9, 17, 17, 17, 17, 17]);
    expect(bars.map(({ shown }) => shown[1])).toEqual([18, 18, 11, 11, 11, 3, 3, 3, 3, 3]);
  });

  it("is never drawn anew after fewer than 5 moves, and never waits past 8", () => {
    const month = fc.tuple(fc.integer({ min: 15, max: 40 }), fc.nat({ max: 25 }));
    const year = fc.array(month, { minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(year, fc.constantFrom(chance, otherChance), (months, secret) => {
        const bars = barsOf(drawings(months, secret));
        months.slice(1).forEach(([open, none], index) => {
          const [wasOpen, wasNone] = bars[index]!.counts as readonly [number, number];
          const gained = Math.max(0, open - wasOpen) + Math.max(0, none - wasNone);
          const lost = Math.max(0, wasOpen - open) + Math.max(0, wasNone - none);
          const moved = Math.max(gained, lost);
          const isDrawnAnew = bars[index + 1]!.drawnOn === MONTHS[index + 1];
          if (moved < 5) expect(isDrawnAnew).toBe(false);
          if (moved >= 8) expect(isDrawnAnew).toBe(true);
        });
      }),
    );
  });
});
