import { LARGEST_SHIFT } from "../protection/shift.ts";
import type { Range } from "./linear-solver.ts";
import type { SeenBar } from "./seen-bars.ts";

/** By how much the two boundaries of a part are moved. */
export interface Shifts {
  readonly left: number;
  readonly right: number;
}

/** The shifts that a boundary can have; the first and the last of a bar have none. */
export const shiftsOf = (boundary: number, parts: number): readonly number[] =>
  boundary === 0 || boundary === parts
    ? [0]
    : Array.from({ length: 2 * LARGEST_SHIFT + 1 }, (_, at) => at - LARGEST_SHIFT);

/** Between what each shown boundary of a bar lies: bands of neighboring parts narrow each other. */
export function boundariesOf(bar: SeenBar): readonly Range[] {
  const { parts, students } = bar;
  const low = parts.concat("").map((_, at) => (at === parts.length ? students : 0));
  const high = parts.concat("").map((_, at) => (at === 0 ? 0 : students));
  const narrow = (from: number, until: number, least: number, greatest: number): void => {
    low[until] = Math.max(low[until] ?? 0, (low[from] ?? 0) + least);
    high[until] = Math.min(high[until] ?? 0, (high[from] ?? 0) + greatest);
    low[from] = Math.max(low[from] ?? 0, (low[until] ?? 0) - greatest);
    high[from] = Math.min(high[from] ?? 0, (high[until] ?? 0) - least);
  };
  for (let round = 0; round <= parts.length; round++) {
    parts.forEach((_, at) => narrow(at, at + 1, 0, students));
    for (const part of bandsOf(bar)) narrow(part.from, part.until, part.low, part.high);
  }
  return low.map((least, at) => ({ low: least, high: high[at] ?? least }));
}

/** A figure without a band says nothing of shown boundaries; it is found elsewhere. */
const bandsOf = ({ seen }: SeenBar) => seen.filter(({ isExact }) => !isExact);

/** Parts that nobody can be in before something has come due: until then their boundary is the one before, unshifted. */
const AFTER_DUE = /^(held-late|not-held|not-met|not-ready)$/;

/** The least and the greatest true count of a part that its bar as shown allows under two shifts; null where none fits. */
export function possibleCounts(
  bar: SeenBar,
  boundaries: readonly Range[],
  part: number,
  shifts: Shifts,
): Range | null {
  const { parts, students } = bar;
  const seen = bandsOf(bar);
  const [left, right] = [boundaries[part], boundaries[part + 1]];
  if (left === undefined || right === undefined) return null;
  const ownBands = (at: number) =>
    seen.filter(({ from, until }) => from === at && until === at + 1);
  const least = Math.max(0, ...ownBands(part).map(({ low }) => low));
  const greatest = Math.min(students, ...ownBands(part).map(({ high }) => high));
  const canBeEmptyBefore = part > 0 && ownBands(part - 1).every(({ low }) => low === 0);
  const isUnsureBefore = canBeEmptyBefore && AFTER_DUE.test(parts[part - 1] ?? "");
  let [low, high] = [Infinity, -Infinity];
  const note = (fewest: number, most: number): void => {
    low = Math.min(low, fewest);
    high = Math.max(high, most);
  };
  for (const from of endsOf(left.low, left.high)) {
    const before = trueLeft(from, shifts.left);
    if (before === null) continue;
    const [first, last] = [
      Math.max(right.low, from + least),
      Math.min(right.high, from + greatest),
    ];
    for (const until of endsOf(first, last)) {
      const after = trueRight(from, until, shifts.right);
      if (after !== null && after.high >= before.low) {
        note(Math.max(0, after.low - before.high), after.high - before.low);
      }
      if (until === from && AFTER_DUE.test(parts[part] ?? "")) note(0, 0);
    }
  }
  return low <= high ? { low, high } : null;

  /** The true boundary before the part, where it is shown at a place. */
  function trueLeft(shown: number, shift: number): Range | null {
    if (part === 0) return { low: 0, high: 0 };
    let [low, high] = [shown - shift, shown - shift];
    // At an end, or at the boundary before it, it may have been stopped there.
    if (shown === students) high = students;
    const isStopped = part === 1 ? shown === 0 : canBeEmptyBefore;
    if (isStopped) low = Math.min(low, shown - LARGEST_SHIFT);
    if (isUnsureBefore) [low, high] = [shown - LARGEST_SHIFT, shown + LARGEST_SHIFT];
    return within(low, high);
  }

  function trueRight(from: number, shown: number, shift: number): Range | null {
    if (part === parts.length - 1) return { low: students, high: students };
    let [low, high] = [shown - shift, shown - shift];
    if (shown === students) high = students;
    if (shown === from) low = Math.min(low, from - LARGEST_SHIFT);
    return within(low, high);
  }

  function within(low: number, high: number): Range | null {
    const range = { low: Math.max(0, low), high: Math.min(students, high) };
    return range.low <= range.high ? range : null;
  }
}

/** The whole numbers near either end of a range: those between allow nothing that these do not. */
function endsOf(low: number, high: number): readonly number[] {
  const near = 2 * LARGEST_SHIFT;
  const all: number[] = [];
  for (let at = low; at <= high; at++) {
    if (at === low + near && high - near > at) at = high - near;
    all.push(at);
  }
  return all;
}
