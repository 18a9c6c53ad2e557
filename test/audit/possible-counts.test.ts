import { describe, expect, it } from "vitest";
import { boundariesOf, possibleCounts, shiftsOf } from "../../functions/audit/possible-counts.ts";
import type { SeenBar } from "../../functions/audit/seen-bars.ts";
import { EVERYBODY } from "../../functions/domain/figures/group-key.ts";
import { rateBand } from "../../functions/protection/rate-ladder.ts";
import { LARGEST_SHIFT } from "../../functions/protection/shift.ts";

const PARTS = ["met", "not-met", "not-determinable"];

/** What a reader sees of counts under shifts of the two inner boundaries. */
function seenAs(counts: readonly number[], shifts: readonly number[]): SeenBar {
  const students = counts.reduce((sum, count) => sum + count, 0);
  let [running, before] = [0, 0];
  const seen = counts.map((count, part) => {
    running += count;
    const moved = part === counts.length - 1 ? students : running + shifts[part]!;
    const boundary = Math.min(Math.max(moved, before), students);
    const { low, high } = rateBand(boundary - before, students)!;
    before = boundary;
    return { from: part, until: part + 1, low, high, isExact: false };
  });
  const key = { statistic: "standings/all", school: null, group: EVERYBODY };
  return { key, drawnOn: "2022-03-31", students, parts: PARTS, seen };
}

/** All counts of three parts whose bar looks the same under some shifts, tried one by one. */
function countsThatLookLike(bar: SeenBar, part: number): ReadonlySet<number> {
  const possible = new Set<number>();
  const n = bar.students;
  const bands = JSON.stringify(bar.seen);
  for (let first = 0; first <= n; first++) {
    for (let two = 0; first + two <= n; two++) {
      const counts = [first, two, n - first - two];
      const isSeen = shiftsOf(1, 3).some((left) =>
        shiftsOf(2, 3).some(
          (right) => JSON.stringify(seenAs(counts, [left, right]).seen) === bands,
        ),
      );
      if (isSeen) possible.add(counts[part]!);
    }
  }
  return possible;
}

function possible(bar: SeenBar, part: number) {
  let [low, high] = [Infinity, -Infinity];
  for (const left of shiftsOf(part, PARTS.length)) {
    for (const right of shiftsOf(part + 1, PARTS.length)) {
      const range = possibleCounts(bar, boundariesOf(bar), part, { left, right });
      if (range === null) continue;
      low = Math.min(low, range.low);
      high = Math.max(high, range.high);
    }
  }
  return { low, high };
}

describe("the counts that a bar as shown allows", () => {
  it.each([
    [
      [0, 20, 0],
      [0, 0],
    ],
    [
      [20, 0, 0],
      [2, -3],
    ],
    [
      [7, 11, 3],
      [-5, 5],
    ],
    [
      [1, 1, 19],
      [-1, 1],
    ],
    [
      [3, 30, 2],
      [4, 5],
    ],
  ] as const)("hold every one that looks like %j moved by %j", (counts, shifts) => {
    const bar = seenAs(counts, shifts);
    PARTS.forEach((_, part) => {
      const alike = countsThatLookLike(bar, part);
      const { low, high } = possible(bar, part);
      expect(alike).toContain(counts[part]);
      expect(low).toBeLessThanOrEqual(Math.min(...alike));
      expect(high).toBeGreaterThanOrEqual(Math.max(...alike));
    });
  });

  it.each([0, 2])("are those of part %i exactly where nothing else narrows it", (part) => {
    const bar = seenAs([7, 11, 3], [0, 0]);
    const alike = countsThatLookLike(bar, part);
    expect(possible(bar, part)).toEqual({ low: Math.min(...alike), high: Math.max(...alike) });
  });

  it("are none where no shift up to the largest explains the bands", () => {
    const bar = seenAs([10, 10, 0], [0, 0]);
    const band = { from: 0, until: 1, low: 25, high: 30, isExact: false };
    expect(
      possibleCounts({ ...bar, seen: [band] }, boundariesOf(bar), 0, { left: 0, right: 0 }),
    ).toBe(null);
  });

  it("have a shift for each inner boundary, and none for the ends", () => {
    expect(shiftsOf(0, 3)).toEqual([0]);
    expect(shiftsOf(3, 3)).toEqual([0]);
    expect(shiftsOf(1, 3)).toHaveLength(2 * LARGEST_SHIFT + 1);
  });
});

describe("the boundaries of a bar", () => {
  it("are narrowed by the bands of the parts beside them", () => {
    const bar = seenAs([10, 20, 10], [0, 0]);
    // Of 40 students: 20-29 is 8 to 11 of them, 50-59 is 20 to 23.
    expect(boundariesOf(bar)).toEqual([
      { low: 0, high: 0 },
      { low: 8, high: 11 },
      { low: 29, high: 32 },
      { low: 40, high: 40 },
    ]);
  });
});
