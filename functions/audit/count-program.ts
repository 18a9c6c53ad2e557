import { LARGEST_SHIFT } from "../protection/shift.ts";
import { FEWEST_MOVED, MOST_MORE } from "../protection/hold.ts";
import { drawingKey, type YearOfDrawings } from "./drawings-of-year.ts";
import type { LinearProgram, Range, Row, Term } from "./linear-solver.ts";
import type { PartTerm } from "./relation.ts";
import type { Leftover, Relations } from "./relations.ts";
import type { SeenBar } from "./seen-bars.ts";

/** Fewer have moved since a bar was last drawn, or it would have been drawn anew. */
const MOST_MOVED = FEWEST_MOVED + MOST_MORE - 1;

/** How far the relations between bars are trusted: where the figures contradict them, a reader tries with less. */
export const TRUST = ["usual", "always", "same-day"] as const;
export type Trust = (typeof TRUST)[number];

/** The unknown counts of a release as a linear program, and which columns a count is the sum of. */
export interface CountProgram {
  readonly program: LinearProgram;
  /** A sum of true parts; on the day of the release where they were not all drawn on one day. */
  readonly columnsOf: (terms: readonly PartTerm[]) => readonly Term[];
}

/**
 * What a reader knows: in each bar true parts and shown parts that both add up to its students, no
 * boundary moved by more than the largest shift, shown parts within their bands, and the relations
 * between true parts. A bar that is held from an earlier day has few gains and losses since.
 */
export function countProgram(
  asOf: string,
  bars: readonly SeenBar[],
  { relations, leftovers }: Relations,
  trust: Trust,
  possible: YearOfDrawings["possible"] = new Map(),
): CountProgram {
  const columns: Range[] = [];
  const rows: Row[] = [];
  const add = (count: number, high: number): number => {
    const first = columns.length;
    for (let at = 0; at < count; at++) columns.push({ low: 0, high });
    return first;
  };
  const trueAt = new Map<SeenBar, number>();
  for (const bar of bars) {
    const { students, parts, seen } = bar;
    const counts = add(parts.length, students);
    const shown = add(parts.length, students);
    trueAt.set(bar, counts);
    possible.get(drawingKey(bar))?.forEach((range, at) => (columns[counts + at] = range));
    const sumOf = (first: number, from: number, until: number, factor = 1): readonly Term[] =>
      parts.slice(from, until).map((_, at) => [first + from + at, factor]);
    for (const first of [counts, shown]) {
      rows.push({ terms: sumOf(first, 0, parts.length), low: students, high: students });
    }
    for (let boundary = 1; boundary < parts.length; boundary++) {
      const terms = [...sumOf(shown, 0, boundary), ...sumOf(counts, 0, boundary, -1)];
      rows.push({ terms, low: -LARGEST_SHIFT, high: LARGEST_SHIFT });
    }
    for (const { from, until, isExact, low, high } of seen) {
      rows.push({ terms: sumOf(isExact ? counts : shown, from, until), low, high });
    }
  }

  /** By held bar, the first columns of what each part gained and lost since. */
  const moved = new Map<SeenBar, readonly [gained: number, lost: number]>();
  const movedOf = (bar: SeenBar): readonly [number, number] => {
    const known = moved.get(bar);
    if (known !== undefined) return known;
    const { length } = bar.parts;
    const since = [add(length, MOST_MOVED), add(length, MOST_MOVED)] as const;
    for (const first of since) {
      const terms = bar.parts.map((_, at): Term => [first + at, 1]);
      rows.push({ terms, low: 0, high: MOST_MOVED });
    }
    moved.set(bar, since);
    return since;
  };
  const columnsOf = (terms: readonly PartTerm[]): readonly Term[] => {
    const isOneDay = isOfOneDay(terms.map(([bar]) => bar));
    return terms.flatMap(([bar, part, factor]): readonly Term[] => {
      const count: Term = [(trueAt.get(bar) ?? 0) + part, factor];
      if (isOneDay || bar.drawnOn === asOf) return [count];
      const [gained, lost] = movedOf(bar);
      return [count, [gained + part, factor], [lost + part, -factor]];
    });
  };
  for (const { terms, low, high, isUsual } of [
    ...relations,
    ...leftovers.flatMap(noneIsNegative),
  ]) {
    if (isUsual && trust !== "usual") continue;
    if (trust === "same-day" && !isOfOneDay(terms.map(([bar]) => bar))) continue;
    rows.push({ terms: columnsOf(terms), low, high });
  }
  return { program: { columns, rows }, columnsOf };
}

export const isOfOneDay = (bars: readonly SeenBar[]): boolean =>
  bars.every(({ drawnOn }) => drawnOn === bars[0]?.drawnOn);

/** The students of one part who are in none of the groups. */
export const leftoverTerms = ({ whole, groups }: Leftover, part: number): readonly PartTerm[] => [
  [whole, part, 1],
  ...groups.map((group): PartTerm => [group, part, -1]),
];

const noneIsNegative = (leftover: Leftover) =>
  leftover.whole.parts.map((_, part) => ({
    terms: leftoverTerms(leftover, part),
    low: 0,
    high: Infinity,
    isUsual: false,
  }));
