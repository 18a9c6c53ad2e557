import { LARGEST_SHIFT } from "../protection/shift.ts";
import type { Range } from "./linear-solver.ts";
import { hull, intersection, isEmpty, NOTHING_YET } from "./range.ts";
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
    : Array.from({ length: 2 * LARGEST_SHIFT + 1 }, (_, index) => index - LARGEST_SHIFT);

/** The range of each shown boundary of a bar: the bands of neighboring parts narrow each other. */
export function boundariesOf(bar: SeenBar): readonly Range[] {
  const { parts, students } = bar;
  const low = parts.concat("").map((_, boundary) => (boundary === parts.length ? students : 0));
  const high = parts.concat("").map((_, boundary) => (boundary === 0 ? 0 : students));
  const narrow = (from: number, until: number, least: number, greatest: number): void => {
    low[until] = Math.max(low[until] ?? 0, (low[from] ?? 0) + least);
    high[until] = Math.min(high[until] ?? 0, (high[from] ?? 0) + greatest);
    low[from] = Math.max(low[from] ?? 0, (low[until] ?? 0) - greatest);
    high[from] = Math.min(high[from] ?? 0, (high[until] ?? 0) - least);
  };
  for (let round = 0; round <= parts.length; round++) {
    parts.forEach((_, part) => narrow(part, part + 1, 0, students));
    for (const part of bandsOf(bar)) narrow(part.from, part.until, part.low, part.high);
  }
  return low.map((least, boundary) => ({ low: least, high: high[boundary] ?? least }));
}

/** A figure without a band says nothing about shown boundaries; other checks read it. */
const bandsOf = ({ seen }: SeenBar) => seen.filter(({ isExact }) => !isExact);

/** Parts that nobody can be in before something has come due: until then their boundary is the one before, unshifted. */
const AFTER_DUE = /^(held-late|not-held|not-met|not-ready)$/;

/** One part of a bar as it is shown. */
interface ShownPart {
  readonly part: number;
  readonly isLast: boolean;
  readonly students: number;
  /** The number of students it is shown with, by its own bands. */
  readonly shown: Range;
  /** Whether the part before it can be shown with no students, so that the boundary between may have been stopped there. */
  readonly canBeEmptyBefore: boolean;
  /** Whether nobody may have been able to be in this part, or in the one before it, yet. */
  readonly isAfterDue: boolean;
  readonly isAfterDueBefore: boolean;
}

function shownPart(bar: SeenBar, part: number): ShownPart {
  const { parts, students } = bar;
  const ownBands = (place: number): readonly Range[] =>
    bandsOf(bar).filter(({ from, until }) => from === place && until === place + 1);
  const own = ownBands(part);
  return {
    part,
    isLast: part === parts.length - 1,
    students,
    shown: {
      low: Math.max(0, ...own.map(({ low }) => low)),
      high: Math.min(students, ...own.map(({ high }) => high)),
    },
    canBeEmptyBefore: part > 0 && ownBands(part - 1).every(({ low }) => low === 0),
    isAfterDue: AFTER_DUE.test(parts[part] ?? ""),
    isAfterDueBefore: AFTER_DUE.test(parts[part - 1] ?? ""),
  };
}

/**
 * The least and the greatest true count that a bar as shown allows for a part under two shifts;
 * null if no count fits.
 */
export function possibleCounts(
  bar: SeenBar,
  boundaries: readonly Range[],
  part: number,
  shifts: Shifts,
): Range | null {
  const [left, right] = [boundaries[part], boundaries[part + 1]];
  if (left === undefined || right === undefined) return null;
  const own = shownPart(bar, part);
  let counts = NOTHING_YET;
  for (const from of endsOf(left)) {
    const before = trueBefore(own, from, shifts.left);
    if (before === null) continue;
    const ends = intersection(right, { low: from + own.shown.low, high: from + own.shown.high });
    for (const until of ends === null ? [] : endsOf(ends)) {
      const after = trueAfter(own, from, until, shifts.right);
      if (after !== null && after.high >= before.low) {
        counts = hull(counts, countsBetween(before, after));
      }
      if (until === from && own.isAfterDue) counts = hull(counts, NOBODY);
    }
  }
  return isEmpty(counts) ? null : counts;
}

const NOBODY: Range = { low: 0, high: 0 };

/** How many students lie between two true boundaries. */
const countsBetween = (before: Range, after: Range): Range => ({
  low: Math.max(0, after.low - before.high),
  high: after.high - before.low,
});

/** The true boundary before a part, if it is shown at a place; null if it cannot be shown there. */
function trueBefore(own: ShownPart, shown: number, shift: number): Range | null {
  if (own.part === 0) return NOBODY;
  const students = { low: 0, high: own.students };
  if (own.canBeEmptyBefore && own.isAfterDueBefore) {
    return intersection(students, { low: shown - LARGEST_SHIFT, high: shown + LARGEST_SHIFT });
  }
  // At an end, or at the boundary before it, the shift may have been stopped there.
  const isStopped = own.part === 1 ? shown === 0 : own.canBeEmptyBefore;
  return intersection(students, {
    low: isStopped ? Math.min(shown - shift, shown - LARGEST_SHIFT) : shown - shift,
    high: shown === own.students ? own.students : shown - shift,
  });
}

/**
 * The true boundary after a part whose shown boundaries are at two places; null if it cannot be
 * shown there.
 */
function trueAfter(own: ShownPart, from: number, shown: number, shift: number): Range | null {
  const { students } = own;
  if (own.isLast) return { low: students, high: students };
  return intersection(
    { low: 0, high: students },
    {
      low: shown === from ? Math.min(shown - shift, from - LARGEST_SHIFT) : shown - shift,
      high: shown === students ? students : shown - shift,
    },
  );
}

/** The whole numbers close to either end of a range: those in between allow nothing more. */
function endsOf({ low, high }: Range): readonly number[] {
  const distance = 2 * LARGEST_SHIFT;
  const all: number[] = [];
  for (let count = low; count <= high; count++) {
    if (count === low + distance && high - distance > count) count = high - distance;
    all.push(count);
  }
  return all;
}
