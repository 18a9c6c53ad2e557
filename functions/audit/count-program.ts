import { barKeyText } from "../domain/figures/bar-key.ts";
import { LARGEST_SHIFT } from "../protection/shift.ts";
import { FEWEST_MOVED, MOST_MORE } from "../protection/hold.ts";
import { drawingKey, type YearOfDrawings } from "./drawings-of-year.ts";
import type { LinearProgram, Range, Row, Term } from "./linear-solver.ts";
import type { PartTerm, Relation } from "./relation.ts";
import type { Leftover, Relations } from "./relations.ts";
import type { SeenBar } from "./seen-bars.ts";

/** Fewer students have moved since a bar was last drawn, or it would have been drawn again. */
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
  const program: ProgramSoFar = { columns: [], rows: [] };
  const trueColumns = new Map(
    bars.map((bar) => [bar, addBar(program, bar, possible.get(drawingKey(bar)) ?? [])]),
  );
  const movedSince = movesOf(program);
  const columnsOf = (terms: readonly PartTerm[]): readonly Term[] => {
    const isOneDay = isOfOneDay(terms.map(([bar]) => bar));
    return terms.flatMap(([bar, part, factor]): readonly Term[] => {
      const first = trueColumns.get(bar);
      if (first === undefined) throw new Error(`no columns of the bar ${barKeyText(bar.key)}`);
      const count: Term = [first + part, factor];
      if (isOneDay || bar.drawnOn === asOf) return [count];
      const { gained, lost } = movedSince(bar);
      return [count, [gained + part, factor], [lost + part, -factor]];
    });
  };
  const trusted = [...relations, ...leftovers.flatMap(noneIsNegative)].filter((relation) =>
    isTrusted(relation, trust),
  );
  for (const { terms, low, high } of trusted) {
    program.rows.push({ terms: columnsOf(terms), low, high });
  }
  return { program, columnsOf };
}

interface ProgramSoFar {
  readonly columns: Range[];
  readonly rows: Row[];
}

/** Adds columns whose least value is 0. Returns the first of them. */
function addColumns({ columns }: ProgramSoFar, count: number, high: number): number {
  const first = columns.length;
  for (let index = 0; index < count; index++) columns.push({ low: 0, high });
  return first;
}

/**
 * The true and the shown parts of a bar. Returns the first column of the true ones.
 * @param possible what the drawings of the year leave possible for its true parts; empty where that is not known
 */
function addBar(
  program: ProgramSoFar,
  { students, parts, seen }: SeenBar,
  possible: readonly Range[],
): number {
  const { columns, rows } = program;
  const counts = addColumns(program, parts.length, students);
  const shown = addColumns(program, parts.length, students);
  possible.forEach((range, index) => (columns[counts + index] = range));
  const sumOf = (first: number, from: number, until: number, factor = 1): readonly Term[] =>
    parts.slice(from, until).map((_, index) => [first + from + index, factor]);
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
  return counts;
}

/** The first columns of what each part of a bar gained and lost since it was drawn. */
interface Moves {
  readonly gained: number;
  readonly lost: number;
}

/** The moves of held bars, each of which gets its columns when it is first asked for. */
function movesOf(program: ProgramSoFar): (bar: SeenBar) => Moves {
  const movesByBar = new Map<SeenBar, Moves>();
  return (bar) => {
    const before = movesByBar.get(bar);
    if (before !== undefined) return before;
    const { length } = bar.parts;
    const moves = {
      gained: addColumns(program, length, MOST_MOVED),
      lost: addColumns(program, length, MOST_MOVED),
    };
    for (const first of [moves.gained, moves.lost]) {
      const terms = bar.parts.map((_, part): Term => [first + part, 1]);
      program.rows.push({ terms, low: 0, high: MOST_MOVED });
    }
    movesByBar.set(bar, moves);
    return moves;
  };
}

const isTrusted = ({ terms, isUsual }: Relation, trust: Trust): boolean => {
  switch (trust) {
    case "usual":
      return true;
    case "always":
      return !isUsual;
    case "same-day":
      return !isUsual && isOfOneDay(terms.map(([bar]) => bar));
  }
};

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
