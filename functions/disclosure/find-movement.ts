import type { Cube } from "./cube.ts";
import { cellAt, shownRange } from "./cube.ts";
import { cellsAround, type Incidence } from "./incidence.ts";
import { areAllWhole, linearProgram } from "./linear-program.ts";
import type { LinearAnswer, LinearSolver } from "./linear-solver.ts";
import type { Movement } from "./movement.ts";
import {
  movementProgram,
  type Aim,
  type Freedom,
  type MovementProgram,
} from "./movement-program.ts";

/** Near cells first: it is cheaper, and what is hidden stays near. */
const DEPTHS = [2, 4, 6, 8, Infinity];
/** To show a cell again is worth a short search only. */
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
  let reached = 0;
  for (const depth of freedom.mayHide ? DEPTHS : SHORT_DEPTHS) {
    const around = cellsAround(aim.cell, depth, cube, incidence, mayMove);
    // Nothing new within reach, so no new answer.
    if (around.length === reached) return null;
    reached = around.length;
    const movement = solved(
      movementProgram(cube, incidence, around, aim, freedom),
      search.solve,
      freedom.mayHide,
    );
    if (movement !== null) return movement;
  }
  return null;
}

/** The cheapest steps in whole students: most programs answer in whole numbers without being told to. */
function solved(
  { steps, rows }: MovementProgram,
  solve: LinearSolver,
  isWorthMore: boolean,
): Movement | null {
  const costs = Float64Array.from(steps, ({ cost }) => cost);
  const answer = (areWhole: boolean): LinearAnswer =>
    solve(linearProgram(steps, rows, { areWhole, gap: GAP }), (minimise) => minimise(costs));
  const first = answer(false);
  if (first.kind !== "optimal") return null;
  if (!isWorthMore && !areAllWhole(first.columns)) return null;
  const whole = areAllWhole(first.columns) ? first : answer(true);
  if (whole.kind !== "optimal") return null;

  const movement = new Map<number, number>();
  steps.forEach(({ cell, sign }, at) => {
    const by = (movement.get(cell) ?? 0) + sign * Math.round(whole.columns[at] ?? 0);
    movement.set(cell, by);
  });
  return new Map([...movement].filter(([, by]) => by !== 0));
}
