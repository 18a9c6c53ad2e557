import type { Band } from "./rate-ladder.ts";

/** One count of students in a cube: published, or known to be there by subtraction. */
export interface CubeCell {
  readonly id: string;
  /** The table to coarsen when the cell cannot be protected. */
  readonly table: string;
  /** The true count, never to leave the records bucket. */
  readonly count: number;
  /** What everybody knows before reading: 0 to the students of the group. */
  readonly lower: number;
  readonly upper: number;
  readonly display: Display;
  /** How far apart the least and the greatest count that a reader can work out must lie; 0 where the count is not sensitive. */
  readonly need: number;
  /** What readers lose when the cell is hidden. */
  readonly cost: number;
}

/** How a cell is shown unless it is hidden to protect another. */
export type Display =
  | { readonly kind: "counted" }
  | { readonly kind: "banded"; readonly band: Band }
  /** A band of percents of another cell, which a reader does not know for sure: told by the cube's conditions. */
  | { readonly kind: "share"; readonly band: Band }
  | { readonly kind: "hidden" }
  /** No table has it, such as the students who are in none of the published groups. */
  | { readonly kind: "unpublished" };

/** The parts divide the total: their counts add up to its count. Cells by their place in the cube. */
export interface Equation {
  readonly total: number;
  readonly parts: readonly number[];
}

/** What a cell's label says of several cells at once: each times its factor, they add up to low to high. */
export interface Condition {
  /** The cell with the label; hidden, it says nothing. */
  readonly cell: number;
  readonly terms: readonly (readonly [cell: number, factor: number])[];
  readonly low: number;
  readonly high: number;
}

/** All counts that a reader can bring together, and how they add up. */
export interface Cube {
  readonly cells: readonly CubeCell[];
  readonly equations: readonly Equation[];
  readonly conditions: readonly Condition[];
}

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What a reader knows of a cell from its own figure alone. */
export function shownRange({ display, count, lower, upper }: CubeCell, isHidden: boolean): Range {
  if (isHidden) return { low: lower, high: upper };
  switch (display.kind) {
    case "counted":
      return { low: count, high: count };
    case "banded":
      return { low: Math.max(lower, display.band.low), high: Math.min(upper, display.band.high) };
    case "share":
    case "hidden":
    case "unpublished":
      return { low: lower, high: upper };
  }
}

/** The cell at a place of the cube. */
export function cellAt({ cells }: Cube, index: number): CubeCell {
  const cell = cells[index];
  if (cell === undefined) throw new Error(`the cube has no cell ${index}`);
  return cell;
}

/** The required width, and no more than everybody's knowledge leaves. */
export const widthNeeded = ({ need, lower, upper }: CubeCell): number =>
  Math.min(need, upper - lower);
