import type { Cube, CubeCell, Range } from "../../functions/disclosure/cube.ts";
import { cellAt } from "../../functions/disclosure/cube.ts";
import { publishedSystem } from "../../functions/disclosure/published-system.ts";
import { integerIntervals, linearIntervals } from "../../functions/disclosure/integer-intervals.ts";
import type { LinearSolver } from "../../functions/disclosure/linear-solver.ts";

export type PlainCell = Partial<CubeCell> & { readonly id: string; readonly count: number };

/** A cell of a table of counts: nobody knows more of it beforehand than that it is not negative. */
const plainCell = (cell: PlainCell, most: number): CubeCell => ({
  table: "oracle",
  lower: 0,
  upper: most,
  display: { kind: "counted" },
  need: 0,
  cost: Math.log2(2 + cell.count),
  ...cell,
});

/** A cube of named cells; each equation is a total and its parts. */
export function plainCube(
  cells: readonly PlainCell[],
  equations: readonly (readonly [total: string, parts: readonly string[]])[],
): Cube {
  const most = 10 * Math.max(...cells.map(({ count }) => count));
  const at = (id: string): number => {
    const index = cells.findIndex((cell) => cell.id === id);
    if (index < 0) throw new Error(`no cell ${id}`);
    return index;
  };
  return {
    cells: cells.map((cell) => plainCell(cell, most)),
    equations: equations.map(([total, parts]) => ({ total: at(total), parts: parts.map(at) })),
    conditions: [],
  };
}

/** Rows by columns with every margin published: cells as `wa`, row totals as `w.`, column totals as `.a`. */
export function table(
  rows: { readonly [row: string]: readonly number[] },
  columns: string,
  change: (id: string) => Partial<CubeCell> = () => ({}),
): Cube {
  const names = Object.keys(rows);
  const cols = [...columns];
  const of = (row: string, column: string): number => rows[row]![cols.indexOf(column)]!;
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  const cells = [
    ...names.flatMap((row) => cols.map((col) => ({ id: row + col, count: of(row, col) }))),
    ...names.map((row) => ({ id: `${row}.`, count: sum(rows[row]!) })),
    ...cols.map((col) => ({ id: `.${col}`, count: sum(names.map((row) => of(row, col))) })),
    { id: "..", count: sum(names.map((row) => sum(rows[row]!))) },
  ];
  return plainCube(
    cells.map((cell) => ({ ...cell, ...change(cell.id) })),
    [
      ...names.map((row) => [`${row}.`, cols.map((col) => row + col)] as const),
      ...cols.map((col) => [`.${col}`, names.map((row) => row + col)] as const),
      ["..", names.map((row) => `${row}.`)],
      ["..", cols.map((col) => `.${col}`)],
    ],
  );
}

export const places = (cube: Cube, ids: Iterable<string>): ReadonlySet<number> =>
  new Set([...ids].map((id) => cube.cells.findIndex((cell) => cell.id === id)));

export const names = (cube: Cube, cells: Iterable<number>): readonly string[] =>
  [...cells].map((index) => cellAt(cube, index).id).sort();

/** What can be worked out of cells when some are hidden: by id, the least and the greatest. */
export function workedOut(
  cube: Cube,
  hidden: readonly string[],
  cells: readonly string[],
  solve: LinearSolver,
  students: "whole" | "linear" = "whole",
): { readonly [id: string]: readonly [number, number] } {
  const system = publishedSystem(cube, places(cube, hidden));
  const worked = (students === "whole" ? integerIntervals : linearIntervals)(
    system,
    places(cube, cells),
    solve,
  );
  return Object.fromEntries(
    [...worked].map(([index, one]) => {
      if (one.kind !== "interval") throw new Error(`${one.kind} for ${cellAt(cube, index).id}`);
      return [cellAt(cube, index).id, [one.low, one.high] as const];
    }),
  );
}

export const asRange = ([low, high]: readonly [number, number]): Range => ({ low, high });
