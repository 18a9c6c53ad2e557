import {
  cellAt,
  shownRange,
  type Condition,
  type Cube,
  type CubeCell,
  type Range,
} from "./cube.ts";
import type { Incidence } from "./incidence.ts";
import type { Column, Row } from "./linear-program.ts";

/** A cell that is hidden or unpublished moves almost for nothing; not quite, so that as few move as need to. */
const FREE = 0.01;

/** What a movement may do. */
export interface Freedom {
  readonly hidden: ReadonlySet<number>;
  /** Whether cells that are shown may move out of what is shown, at their cost, to be hidden then. */
  readonly mayHide: boolean;
  /** Whether what labels say of several cells at once holds. */
  readonly keepsConditions: boolean;
  /** Whether far cells may move, and a program be asked for whole students: both take long. */
  readonly mayTakeLong: boolean;
}

/** Some students more or fewer in one cell. */
interface Step extends Column {
  readonly cell: number;
  readonly sign: 1 | -1;
  readonly cost: number;
}

/** One cell, and by how many students it is to differ. */
export interface Aim {
  readonly cell: number;
  readonly by: number;
}

export interface MovementProgram {
  readonly steps: readonly Step[];
  readonly rows: readonly Row[];
}

/** The program of the cheapest movement that reaches an aim while everything still adds up. */
export function movementProgram(
  cube: Cube,
  incidence: Incidence,
  around: readonly number[],
  aim: Aim,
  freedom: Freedom,
): MovementProgram {
  const steps = around.flatMap((cell) => stepsOf(cube, cell, aim, freedom));
  const columns = columnsByCell(steps);
  const addMoved = (terms: [number, number][], cell: number, factor: number): void => {
    for (const at of columns.get(cell) ?? []) terms.push([at, factor * (steps[at]?.sign ?? 1)]);
  };

  const touched = new Set(around.flatMap((cell) => incidence.equations[cell] ?? []));
  const sums = [...touched].flatMap((at): readonly Row[] => {
    const equation = cube.equations[at];
    if (equation === undefined) return [];
    const terms: [number, number][] = [];
    addMoved(terms, equation.total, -1);
    for (const part of equation.parts) addMoved(terms, part, 1);
    return [{ terms, low: 0, high: 0 }];
  });
  if (!freedom.keepsConditions) return { steps, rows: sums };

  const near = new Set(around.flatMap((cell) => incidence.conditions[cell] ?? []));
  const labels = [...near].flatMap((at): readonly Row[] => {
    const condition = cube.conditions[at];
    if (condition === undefined || freedom.hidden.has(condition.cell)) return [];
    const terms: [number, number][] = [];
    let now = 0;
    for (const [cell, factor] of condition.terms) {
      addMoved(terms, cell, factor);
      now += factor * cellAt(cube, cell).count;
    }
    return [{ terms, ...roundable(condition, now) }];
  });
  return { steps, rows: [...sums, ...labels] };
}

/** How a cell may move: within what is shown of it for nearly nothing, beyond it at its cost. */
function stepsOf(cube: Cube, index: number, aim: Aim, freedom: Freedom): readonly Step[] {
  const cell = cellAt(cube, index);
  if (index === aim.cell) {
    const students = Math.abs(aim.by);
    return [{ cell: index, sign: aim.by < 0 ? -1 : 1, cost: 0, lower: students, upper: students }];
  }
  const { low, high } = rangeFor(cell, freedom.hidden.has(index), freedom);
  const steps: Step[] = [];
  const add = (sign: 1 | -1, cost: number, upper: number): void => {
    if (upper > 0) steps.push({ cell: index, sign, cost, lower: 0, upper });
  };
  add(1, FREE, high - cell.count);
  add(-1, FREE, cell.count - low);
  if (freedom.mayHide) {
    add(1, cell.cost, cell.upper - high);
    add(-1, cell.cost, low - cell.lower);
  }
  return steps;
}

/** Where labels may be given up, a share is held to what its band says beside the true group, and pays beyond it. */
function rangeFor(cell: CubeCell, isHidden: boolean, { keepsConditions }: Freedom): Range {
  const range = shownRange(cell, isHidden);
  if (keepsConditions || isHidden || cell.display.kind !== "share") return range;
  const { low, high } = cell.display.band;
  return { low: Math.max(range.low, low), high: Math.min(range.high, high) };
}

function columnsByCell(steps: readonly Step[]): ReadonlyMap<number, readonly number[]> {
  const columns = new Map<number, number[]>();
  steps.forEach(({ cell }, at) => {
    const there = columns.get(cell);
    if (there === undefined) columns.set(cell, [at]);
    else there.push(at);
  });
  return columns;
}

/**
 * A label's room, less what rounding to whole students can take of it: so most answers still hold
 * when they are rounded. Where the true table itself is that near an end, up to there.
 */
function roundable({ terms, low, high }: Condition, now: number): { low: number; high: number } {
  const margin = terms.reduce((sum, [, factor]) => sum + Math.abs(factor), 0) / 2;
  return {
    low: Math.max(low - now, Math.min(0, low - now + margin)),
    high: Math.min(high - now, Math.max(0, high - now - margin)),
  };
}
