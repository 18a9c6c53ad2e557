import { cellAt, shownRange, type Condition, type Cube, type Equation } from "./cube.ts";
import type { Incidence } from "./incidence.ts";
import type { Movement } from "./movement.ts";
import type { Aim, Freedom } from "./movement-program.ts";

/** Steps tried before a linear program is asked, which takes as long as some hundreds of them; and where one in whole numbers would be. */
const MOST_TRIALS = { fromNothing: 100, fromNearlyWhole: 600 };
/** Of the cells that could take up a difference, those tried. */
const WIDEST = 4;

/** A movement in whole students that reaches the aim and may not add up, and the cells that may be hidden for it. */
export interface Start {
  readonly movement: Movement;
  readonly hides: readonly number[];
}

/**
 * A movement that hides nothing further than its start does, found step by step: a sum that does not
 * add up is mended by one of its cells, the one that breaks the fewest other sums, until all of them
 * add up. No proof that there is none where it finds none; what it finds is checked as any witness is.
 * @param start what a program answered, rounded; without one the aim alone
 */
export function nearMovement(
  cube: Cube,
  incidence: Incidence,
  aim: Aim,
  freedom: Freedom,
  start: Start | null = null,
): Movement | null {
  const hidden = start === null ? freedom.hidden : new Set([...freedom.hidden, ...start.hides]);
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
    const mends = open.size > 0 ? fewestMends() : mendsOfLabel();
    if (mends === null) return true;
    if (--trials < 0) return false;
    for (const { cell, by } of mends.slice(0, WIDEST)) {
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

  /** Of the sum that the fewest cells could mend. */
  const fewestMends = (): readonly Mend[] => {
    let fewest: readonly Mend[] | null = null;
    for (const [at, over] of open) {
      const equation = equationAt(cube, at);
      const mends = inOrder(
        [equation.total, ...equation.parts].flatMap((cell) =>
          mendsBy(cell, -over * signIn(equation, cell), at),
        ),
      );
      if (fewest === null || mends.length < fewest.length) fewest = mends;
      if (fewest.length < 2) break;
    }
    return fewest ?? [];
  };

  /** Of the first label that does not hold any more; null where all do. */
  const mendsOfLabel = (): readonly Mend[] | null => {
    const [broken] = labelsBroken([...moved.keys()]);
    const condition = cube.conditions[broken ?? -1];
    if (condition === undefined) return null;
    const { terms, low, high } = condition;
    const sum = sumOf(cube, terms, moved);
    const missing = sum < low ? low - sum : high - sum;
    return inOrder(
      terms.flatMap(([cell, factor]) =>
        mendsBy(cell, Math.sign(missing / factor) * Math.ceil(Math.abs(missing / factor)), null),
      ),
    );
  };

  /** A cell moved so far, or as far as may be; none where it may not move. */
  const mendsBy = (cell: number, wanted: number, mends: number | null): readonly Mend[] => {
    const isShared = (incidence.equations[cell] ?? []).length > 1;
    // What one sum alone has may be put right again.
    if (cell === aim.cell || (isShared && mending.has(cell))) return [];
    const { low, high } = shownRange(cellAt(cube, cell), hidden.has(cell));
    const now = cellAt(cube, cell).count + (moved.get(cell) ?? 0);
    const by = Math.max(low - now, Math.min(high - now, wanted));
    if (by === 0 || Math.sign(by) !== Math.sign(wanted)) return [];
    const breaks = breaksOf(cell, by, mends) + (by === wanted ? 0 : 2);
    return [{ cell, by, breaks, room: high - low }];
  };

  /** How many further sums and labels would not hold, less those that would again. */
  const breaksOf = (cell: number, by: number, mendedEquation: number | null): number => {
    let breaks = 0;
    for (const at of incidence.equations[cell] ?? []) {
      if (at === mendedEquation) continue;
      const before = open.get(at) ?? 0;
      if (before === 0) breaks++;
      else if (before + signIn(equationAt(cube, at), cell) * by === 0) breaks--;
    }
    if ((incidence.conditions[cell] ?? []).length === 0) return breaks;
    moved.set(cell, (moved.get(cell) ?? 0) + by);
    breaks += 2 * labelsBroken([cell]).length;
    moved.set(cell, (moved.get(cell) ?? 0) - by);
    return breaks;
  };

  const labelsBroken = (cells: readonly number[]): readonly number[] => {
    if (!freedom.keepsConditions) return [];
    const broken = new Set<number>();
    for (const cell of cells) {
      for (const at of incidence.conditions[cell] ?? []) {
        const condition = cube.conditions[at];
        if (condition === undefined || hidden.has(condition.cell)) continue;
        const sum = sumOf(cube, condition.terms, moved);
        if (sum < condition.low || sum > condition.high) broken.add(at);
      }
    }
    return [...broken];
  };

  for (const [cell, by] of start?.movement ?? [[aim.cell, aim.by]]) move(cell, by);
  return mended() ? new Map([...moved].filter(([, by]) => by !== 0)) : null;
}

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

const inOrder = (mends: Mend[]): readonly Mend[] =>
  mends.sort((a, b) => a.breaks - b.breaks || b.room - a.room || a.cell - b.cell);

const sumOf = (cube: Cube, terms: Condition["terms"], moved: Movement): number =>
  terms.reduce(
    (sum, [cell, factor]) => sum + factor * (cellAt(cube, cell).count + (moved.get(cell) ?? 0)),
    0,
  );
