import type { Cube } from "./cube.ts";
import { cellAt, shownRange } from "./cube.ts";
import { cellsAround, type Incidence } from "./incidence.ts";
import { areAllWhole, linearProgram, NEARLY } from "./linear-program.ts";
import type { LinearAnswer, LinearSolver } from "./linear-solver.ts";
import type { Movement } from "./movement.ts";
import { nearMovement } from "./near-movement.ts";
import {
  movementProgram,
  type Aim,
  type Freedom,
  type MovementProgram,
} from "./movement-program.ts";

/** Near cells first: it is cheaper, and what is hidden stays near. */
const DEPTHS = [2, 4, 6, 8, Infinity];
/** Where a short search will do: to show a cell again, or before anything else was tried. */
const SHORT_DEPTHS = [2, 4, 6];

/** By which share a movement in whole numbers may cost more than the cheapest. */
const GAP = 0.1;

export interface Search {
  readonly cube: Cube;
  readonly incidence: Incidence;
  readonly solve: LinearSolver;
}

/** The cheapest movement that reaches an aim, from near cells where that will do; null where there is none. */
export function findMovement(search: Search, aim: Aim, freedom: Freedom): Movement | null {
  const { cube, incidence } = search;
  const mayMove = (index: number): boolean => {
    const cell = cellAt(cube, index);
    if (freedom.mayHide) return cell.lower < cell.upper;
    const { low, high } = shownRange(cell, freedom.hidden.has(index));
    return low < high;
  };
  // Most movements are a few cells that take up each other's difference; the program is for the others.
  const near = freedom.keepsConditions ? nearMovement(cube, incidence, aim, freedom) : null;
  if (near !== null) return near;
  let reached = 0;
  for (const depth of freedom.mayTakeLong ? DEPTHS : SHORT_DEPTHS) {
    const around = cellsAround(aim.cell, depth, cube, incidence, mayMove);
    // Nothing new within reach, so no new answer.
    if (around.length === reached) return null;
    reached = around.length;
    const movement = solved(
      search,
      movementProgram(cube, incidence, around, aim, freedom),
      aim,
      freedom,
    );
    if (movement !== null) return movement;
  }
  return null;
}

/**
 * The cheapest steps in whole students, or nearly so. Many programs answer in whole numbers without
 * being told to; most others are rounded, and what then does not add up is mended. The rest is asked
 * for in whole numbers, which takes thirty times as long.
 */
function solved(
  { cube, incidence, solve }: Search,
  { steps, rows }: MovementProgram,
  aim: Aim,
  freedom: Freedom,
): Movement | null {
  const costs = Float64Array.from(steps, ({ cost }) => cost);
  const answer = (areWhole: boolean): LinearAnswer =>
    solve(linearProgram(steps, rows, { areWhole, gap: GAP }), (minimise) => minimise(costs));
  const first = answer(false);
  if (first.kind !== "optimal") return null;
  const moved = movedBy(steps, first.columns);
  const rounded = wholeOf(moved);
  if (areAllWhole(first.columns)) return rounded;
  const hides = [...moved].flatMap(([cell, by]) => (isSeen(cell, by) ? [cell] : []));
  const mended = nearMovement(cube, incidence, aim, freedom, { movement: rounded, hides });
  if (mended !== null || !freedom.mayTakeLong) return mended;
  const whole = answer(true);
  return whole.kind === "optimal" ? wholeOf(movedBy(steps, whole.columns)) : null;

  /** Whether the program itself moves a cell out of what is shown of it: only what it pays for is hidden. */
  function isSeen(index: number, by: number): boolean {
    const cell = cellAt(cube, index);
    const { low, high } = shownRange(cell, freedom.hidden.has(index));
    return cell.count + by < low - NEARLY || cell.count + by > high + NEARLY;
  }
}

/** By cell how far steps move it, in parts of a student where the program answered so. */
function movedBy(steps: MovementProgram["steps"], columns: Float64Array): Map<number, number> {
  const moved = new Map<number, number>();
  steps.forEach(({ cell, sign }, at) => {
    moved.set(cell, (moved.get(cell) ?? 0) + sign * (columns[at] ?? 0));
  });
  return moved;
}

const wholeOf = (moved: ReadonlyMap<number, number>): Movement =>
  new Map(
    [...moved].map(([cell, by]) => [cell, Math.round(by)] as const).filter(([, by]) => by !== 0),
  );
