import { coverCell } from "./cover-cell.ts";
import type { Cube } from "./cube.ts";
import { incidenceOf } from "./incidence.ts";
import type { LinearSolver } from "./linear-solver.ts";
import { reachOf, type Movement } from "./movement.ts";
import type { PublishedSystem } from "./published-system.ts";

/**
 * Looks for tables of whole students that differ from the true one as little as shows that a cell
 * is wide: quick, but it proves only that a cell is wide, never that it is narrow. It knows what a
 * reader sees and nothing of what was meant to be hidden, and believes no table before its sums are
 * added up.
 */
export function nearbyTables(
  counts: readonly number[],
  system: PublishedSystem,
  solve: LinearSolver,
): (cell: number, width: number) => boolean {
  const { equations, conditions } = system;
  const incidence = incidenceOf(system, counts.length);
  const cells = system.ranges.map(({ low, high }, index): Cube["cells"][number] => ({
    id: String(index),
    table: "",
    count: counts[index] ?? 0,
    lower: low,
    upper: high,
    display: { kind: "unpublished" },
    need: 0,
    cost: 1,
  }));
  return (cell, width) => {
    const asked = cells.map((one, index) => (index === cell ? { ...one, need: width } : one));
    const movements = coverCell(
      { cube: { cells: asked, equations, conditions }, incidence, solve },
      cell,
      { up: 0, down: 0 },
      { hidden: new Set(), mayHide: true, keepsConditions: true, mayTakeLong: true },
    );
    if (movements === null || !movements.every((movement) => isTable(system, counts, movement))) {
      return false;
    }
    const { up, down } = reachOf(cell, movements);
    return up + down >= width;
  };
}

/** Whether the true table with a movement agrees with all that is seen. */
function isTable(
  { ranges, equations, conditions }: PublishedSystem,
  counts: readonly number[],
  movement: Movement,
): boolean {
  const at = (cell: number): number => (counts[cell] ?? NaN) + (movement.get(cell) ?? 0);
  return (
    ranges.every(({ low, high }, cell) => at(cell) >= low && at(cell) <= high) &&
    equations.every(
      ({ total, parts }) => parts.reduce((sum, part) => sum + at(part), 0) === at(total),
    ) &&
    conditions.every(({ terms, low, high }) => {
      const sum = terms.reduce((so, [cell, factor]) => so + factor * at(cell), 0);
      return sum >= low && sum <= high;
    })
  );
}
