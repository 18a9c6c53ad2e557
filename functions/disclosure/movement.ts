import { cellAt, shownRange, widthNeeded, type Cube } from "./cube.ts";

/**
 * A second table beside the true one: by how many students cells differ in it. Where both agree
 * with all that is published, nobody can tell which of the two is true.
 */
export type Movement = ReadonlyMap<number, number>;

/** How far witnesses show a cell may lie above and below its count. */
export interface Reach {
  readonly up: number;
  readonly down: number;
}

/** The widest reach of a cell over movements. */
export function reachOf(cell: number, movements: Iterable<Movement>): Reach {
  let up = 0;
  let down = 0;
  for (const movement of movements) {
    const by = movement.get(cell) ?? 0;
    up = Math.max(up, by);
    down = Math.max(down, -by);
  }
  return { up, down };
}

/** Whether a cell lies between what movements show far enough apart. */
export const isCovered = (cube: Cube, cell: number, { up, down }: Reach): boolean =>
  up + down >= widthNeeded(cellAt(cube, cell));

/** The cells that a reader would see change: they must be hidden for the movement to be a witness. */
export function cellsSeenMoving(
  cube: Cube,
  movement: Movement,
  hidden: ReadonlySet<number>,
): readonly number[] {
  const seen = [...movement].flatMap(([cell, by]) => {
    const { low, high } = shownRange(cellAt(cube, cell), hidden.has(cell));
    const moved = cellAt(cube, cell).count + by;
    return moved < low || moved > high ? [cell] : [];
  });
  const broken = cube.conditions.flatMap(({ cell, terms, low, high }) => {
    if (hidden.has(cell) || !terms.some(([term]) => movement.has(term))) return [];
    const sum = terms.reduce(
      (total, [term, factor]) =>
        total + factor * (cellAt(cube, term).count + (movement.get(term) ?? 0)),
      0,
    );
    return sum < low || sum > high ? [cell] : [];
  });
  return [...new Set([...seen, ...broken])];
}
