import { shownRange, type Condition, type Cube, type Equation, type Range } from "./cube.ts";

/** Everything that a reader can bring together: figures, and how they add up. It holds no true count. */
export interface PublishedSystem {
  /** By cell what its own figure leaves open. */
  readonly ranges: readonly Range[];
  readonly equations: readonly Equation[];
  /** What shown labels say of several cells at once. */
  readonly conditions: readonly Condition[];
}

/** What a release that hides these cells lets a reader see. */
export const publishedSystem = (cube: Cube, hidden: ReadonlySet<number>): PublishedSystem => ({
  ranges: cube.cells.map((cell, index) => shownRange(cell, hidden.has(index))),
  equations: cube.equations,
  conditions: cube.conditions.filter(({ cell }) => !hidden.has(cell)),
});

/**
 * What was in fact seen of a release, by cell id, such as by a program that reads the built site.
 * Cells that were not seen are known by what everybody knows. A count where a band was due, or any
 * figure where nothing was due, makes the system narrower than the release meant it to be.
 */
export const systemSeen = (cube: Cube, seen: ReadonlyMap<string, Range>): PublishedSystem => ({
  ranges: cube.cells.map(({ id, lower, upper }) => {
    const range = seen.get(id) ?? { low: lower, high: upper };
    return { low: Math.max(lower, range.low), high: Math.min(upper, range.high) };
  }),
  equations: cube.equations,
  conditions: cube.conditions.filter(({ cell }) => {
    const id = cube.cells[cell]?.id;
    return id !== undefined && seen.has(id);
  }),
});
