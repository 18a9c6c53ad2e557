import { cellAt, shownRange, type Condition, type Cube, type Equation } from "./cube.ts";
import type { Incidence } from "./incidence.ts";
import { cellsSeenMoving, type Movement } from "./movement.ts";
import type { Aim, Freedom } from "./movement-program.ts";

/** Steps tried before a linear program is asked, which takes as long as some hundreds of them; and where one in whole numbers would be. */
const MOST_TRIALS = { fromNothing: 100, fromNearlyWhole: 600 };
/** Of the cells that could take up a difference, those tried. */
const WIDEST = 4;

/**
 * A movement that hides nothing further than its start does, found step by step: a sum that does not
 * add up is mended by one of its cells, the one that breaks the fewest other sums, until all of them
 * add up. No proof that there is none where it finds none; what it finds is checked as any witness is.
 * @param start a movement in whole students that reaches the aim and may not add up; none at first
 */
export function nearMovement(
  cube: Cube,
  incidence: Incidence,
  aim: Aim,
  freedom: Freedom,
  start: Movement | null = null,
): Movement | null {
  const hidden =
    start === null || !freedom.mayHide ? freedom.hidden : withMoved(cube, start, freedom.hidden);
  const moved = new Map<number, number>();
  /** Cells that took up a difference; once is enough, or it would go round in a circle. */
  const mending = new Set<number>();
  /** By equation that does not add up, by how much its parts are more than its total. */
  const open = new Map<number, number>();
  let trials = start === null ? MOST_TRIALS.fromNothing : MOST_TRIALS.fromNearlyWhole;

  const move = (cell: number, by: number): void => {
    moved.set(cell, (moved.get(cell) ?? 0) + by);
    for (const at of incidence.equations[cell] ?? []) {
      const over = (open.get(at) ?? 0) + signIn(equationAt(cube, at), cell) * by;
      if (over === 0) open.delete(at);
      else open.set(at, over);
    }
  };

  const mended = (): boolean => {
    if (open.size === 0) return conditionsBroken([...moved.keys()]) === 0;
    if (--trials < 0) return false;
    let fewest: readonly Mend[] | null = null;
    for (const [at, over] of open) {
      const mends = mendsOf(at, over);
      if (mends.length === 0) return false;
      if (fewest === null || mends.length < fewest.length) fewest = mends;
      if (fewest.length === 1) break;
    }
    for (const { cell, by } of (fewest ?? []).slice(0, WIDEST)) {
      const isFirst = !mending.has(cell);
      mending.add(cell);
      move(cell, by);
      if (mended()) return true;
      move(cell, -by);
      if (isFirst) mending.delete(cell);
      if (trials < 0) return false;
    }
    return false;
  };

  /** The cells of an equation that could make it add up, the best first. */
  const mendsOf = (at: number, over: number): readonly Mend[] => {
    const equation = equationAt(cube, at);
    const mends: Mend[] = [];
    for (const cell of [equation.total, ...equation.parts]) {
      const own = incidence.equations[cell] ?? [];
      // What one sum alone has may be put right again.
      if (cell === aim.cell || (own.length > 1 && mending.has(cell))) continue;
      const wanted = -over * signIn(equation, cell);
      const { low, high } = shownRange(cellAt(cube, cell), hidden.has(cell));
      const now = cellAt(cube, cell).count + (moved.get(cell) ?? 0);
      const by = Math.max(low - now, Math.min(high - now, wanted));
      if (by === 0 || Math.sign(by) !== Math.sign(wanted)) continue;
      const isPart = by !== wanted;
      mends.push({ cell, by, breaks: breaksOf(cell, by, at) + (isPart ? 2 : 0), room: high - low });
    }
    return mends.sort((a, b) => a.breaks - b.breaks || b.room - a.room || a.cell - b.cell);
  };

  /** How many further sums and labels would not hold, less those that would again. */
  const breaksOf = (cell: number, by: number, mendedEquation: number): number => {
    let breaks = 0;
    for (const at of incidence.equations[cell] ?? []) {
      if (at === mendedEquation) continue;
      const before = open.get(at) ?? 0;
      if (before === 0) breaks++;
      else if (before + signIn(equationAt(cube, at), cell) * by === 0) breaks--;
    }
    if ((incidence.conditions[cell] ?? []).length === 0) return breaks;
    moved.set(cell, (moved.get(cell) ?? 0) + by);
    breaks += 2 * conditionsBroken([cell]);
    moved.set(cell, (moved.get(cell) ?? 0) - by);
    return breaks;
  };

  const conditionsBroken = (cells: readonly number[]): number => {
    if (!freedom.keepsConditions) return 0;
    const broken = new Set<number>();
    for (const cell of cells) {
      for (const at of incidence.conditions[cell] ?? []) {
        const condition = cube.conditions[at];
        if (condition === undefined || hidden.has(condition.cell)) continue;
        if (!isKept(cube, condition, moved)) broken.add(at);
      }
    }
    return broken.size;
  };

  for (const [cell, by] of start ?? [[aim.cell, aim.by]]) move(cell, by);
  return mended() ? new Map([...moved].filter(([, by]) => by !== 0)) : null;
}

/** What is hidden, and what a movement would hide. */
const withMoved = (
  cube: Cube,
  movement: Movement,
  hidden: ReadonlySet<number>,
): ReadonlySet<number> => new Set([...hidden, ...cellsSeenMoving(cube, movement, hidden)]);

/** One cell that takes up what a sum is over. */
interface Mend {
  readonly cell: number;
  readonly by: number;
  readonly breaks: number;
  readonly room: number;
}

const equationAt = ({ equations }: Cube, at: number): Equation => {
  const equation = equations[at];
  if (equation === undefined) throw new Error(`the cube has no equation ${at}`);
  return equation;
};

const signIn = ({ total }: Equation, cell: number): 1 | -1 => (total === cell ? -1 : 1);

function isKept(cube: Cube, { terms, low, high }: Condition, moved: Movement): boolean {
  let sum = 0;
  for (const [cell, factor] of terms) {
    sum += factor * (cellAt(cube, cell).count + (moved.get(cell) ?? 0));
  }
  return sum >= low && sum <= high;
}
