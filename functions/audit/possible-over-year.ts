import { FEWEST_MOVED, leastMoved } from "../protection/hold.ts";
import type { Drawing } from "./drawings.ts";
import type { Range } from "./linear-solver.ts";
import { hull, isEmpty, NOTHING_YET } from "./range.ts";
import { boundariesOf, possibleCounts, shiftsOf, type Shifts } from "./possible-counts.ts";

/**
 * By drawing, the least and the greatest value that the count of a part can have; null if no shifts
 * fit all drawings.
 */
export function possibleOverYear(
  drawings: readonly Drawing[],
  part: number,
): readonly Range[] | null {
  const [first] = drawings;
  if (first === undefined) return [];
  const { length } = first.bar.parts;
  const boundaries = drawings.map(({ bar }) => boundariesOf(bar));
  let all: readonly Range[] = drawings.map(() => NOTHING_YET);
  for (const left of shiftsOf(part, length)) {
    for (const right of shiftsOf(part + 1, length)) {
      const ranges = possibleOver(drawings, boundaries, part, { left, right });
      if (ranges === null) continue;
      // A bar of two parts has one unknown count, so the number of students who moved can be
      // worked out from it.
      const moved = length === 2 ? withMoves(drawings, ranges) : ranges;
      all = all.map((own, index) => hull(own, moved?.[index] ?? NOTHING_YET));
    }
  }
  return all.some(isEmpty) ? null : all;
}

/** The possible values under two shifts; null if the shifts do not fit one of the drawings. */
function possibleOver(
  drawings: readonly Drawing[],
  boundaries: readonly (readonly Range[])[],
  part: number,
  shifts: Shifts,
): readonly Range[] | null {
  const ranges: Range[] = [];
  for (const [index, { bar }] of drawings.entries()) {
    const range = possibleCounts(bar, boundaries[index] ?? [], part, shifts);
    if (range === null) return null;
    ranges.push(range);
  }
  return ranges;
}

/**
 * Only the values from which, and to which, enough students can have moved; null if there are none.
 */
function withMoves(
  drawings: readonly Drawing[],
  ranges: readonly Range[],
): readonly Range[] | null {
  const left = ranges.map(({ low, high }) =>
    Array.from({ length: high - low + 1 }, (_, more) => low + more),
  );
  const both = (count: number, of: number): readonly number[] => [
    count,
    (drawings[of]?.bar.students ?? 0) - count,
  ];
  const keep = (index: number, other: number): void => {
    const beside = left[other];
    if (beside === undefined || drawings[Math.max(index, other)]?.isHeld !== true) return;
    left[index] = (left[index] ?? []).filter((count) =>
      beside.some((next) => leastMoved(both(count, index), both(next, other)) >= FEWEST_MOVED),
    );
  };
  left.forEach((_, index) => keep(index, index - 1));
  [...left.keys()].reverse().forEach((index) => keep(index, index + 1));
  if (left.some(({ length }) => length === 0)) return null;
  return left.map((values) => ({ low: values[0] ?? 0, high: values.at(-1) ?? 0 }));
}
