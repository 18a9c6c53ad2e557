import { cellAt, shownRange, widthNeeded } from "./cube.ts";
import { findMovement, type Search } from "./find-movement.ts";
import type { Movement } from "./movement.ts";
import type { Freedom } from "./movement-program.ts";
import type { Reach } from "./movement.ts";

/**
 * The movements still needed so that a sensitive cell may lie far enough apart, upwards first and
 * within what is shown of it where that is enough; null where there are none.
 */
export function coverCell(
  search: Search,
  index: number,
  reach: Reach,
  freedom: Freedom,
): readonly Movement[] | null {
  const cell = cellAt(search.cube, index);
  const width = widthNeeded(cell);
  const { low, high } = shownRange(cell, freedom.hidden.has(index));
  const limits = freedom.mayHide ? cell : { lower: low, upper: high };
  const found = new Map<number, Movement | null>([[0, new Map()]]);
  const movementBy = (by: number): Movement | null => {
    if (by <= reach.up && by >= -reach.down) return new Map();
    const there = found.get(by);
    if (there !== undefined) return there;
    const movement = findMovement(search, { cell: index, by }, freedom);
    found.set(by, movement);
    return movement;
  };
  for (const up of splits(width, high - cell.count, cell.count - low)) {
    if (up > limits.upper - cell.count || width - up > cell.count - limits.lower) continue;
    const above = movementBy(up);
    if (above === null) continue;
    const below = movementBy(up - width);
    if (below === null) continue;
    return [above, below].filter(({ size }) => size > 0);
  }
  return null;
}

/** How much of a width to look for upwards: within what is shown first, then every other way. */
function splits(width: number, above: number, below: number): readonly number[] {
  const first = Math.min(width, above);
  const all = Array.from({ length: width + 1 }, (_, up) => width - up);
  const fits = (up: number): boolean => up <= above && width - up <= below;
  return [...new Set([first, ...all.filter(fits), ...all])];
}
