import { componentsOf, type Component } from "./components.ts";
import type { PublishedSystem } from "./published-system.ts";

/** The largest prime under 2 to the 26th: products of two remainders are exact in floating point. */
const PRIME = 67_108_859;

/**
 * Cells whose count follows from sums alone, whatever the limits: elimination over a finite field,
 * where nothing is rounded. A cell that stands alone in a row is determined. It sees no bounds, so
 * an empty answer is necessary for protection and not enough.
 */
export function exactlyDisclosed(system: PublishedSystem): readonly number[] {
  return componentsOf(system).flatMap((component) => determined(system, component));
}

type SparseRow = Map<number, number>;

function determined({ equations }: PublishedSystem, component: Component): readonly number[] {
  const open = new Set(component.cells);
  const rows = component.equations.map((at): SparseRow => {
    const equation = equations[at];
    const row: SparseRow = new Map();
    if (equation === undefined) return row;
    if (open.has(equation.total)) row.set(equation.total, PRIME - 1);
    for (const part of equation.parts) if (open.has(part)) row.set(part, 1);
    return row;
  });
  const reduced = eliminate(rows);
  return reduced.flatMap((row) => (row.size === 1 ? [...row.keys()] : []));
}

/** Gauss and Jordan: short rows first, so that sparse rows stay sparse. */
function eliminate(rows: readonly SparseRow[]): readonly SparseRow[] {
  const rowsWith = new Map<number, Set<SparseRow>>();
  const note = (row: SparseRow, cell: number): void => {
    const there = rowsWith.get(cell);
    if (there === undefined) rowsWith.set(cell, new Set([row]));
    else there.add(row);
  };
  for (const row of rows) for (const cell of row.keys()) note(row, cell);
  const waiting = new Set(rows);
  const done: SparseRow[] = [];
  while (waiting.size > 0) {
    const row = shortest(waiting);
    waiting.delete(row);
    const pivot = sparsestCell(row, rowsWith);
    if (pivot === null) continue;
    scale(row, inverse(row.get(pivot) ?? 0));
    for (const other of [...(rowsWith.get(pivot) ?? [])]) {
      if (other !== row) subtract(other, row, other.get(pivot) ?? 0, rowsWith, note);
    }
    done.push(row);
  }
  return done;
}

function shortest(rows: ReadonlySet<SparseRow>): SparseRow {
  let best: SparseRow | null = null;
  for (const row of rows) if (best === null || row.size < best.size) best = row;
  if (best === null) throw new Error("no row is left to eliminate with");
  return best;
}

function sparsestCell(
  row: SparseRow,
  rowsWith: ReadonlyMap<number, ReadonlySet<SparseRow>>,
): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (const cell of row.keys()) {
    const uses = rowsWith.get(cell)?.size ?? 0;
    if (uses < least) [best, least] = [cell, uses];
  }
  return best;
}

function scale(row: SparseRow, factor: number): void {
  for (const [cell, value] of row) row.set(cell, (value * factor) % PRIME);
}

function subtract(
  from: SparseRow,
  row: SparseRow,
  times: number,
  rowsWith: ReadonlyMap<number, Set<SparseRow>>,
  note: (row: SparseRow, cell: number) => void,
): void {
  for (const [cell, value] of row) {
    const left = ((from.get(cell) ?? 0) + (PRIME - times) * value) % PRIME;
    if (left === 0) {
      from.delete(cell);
      rowsWith.get(cell)?.delete(from);
    } else {
      if (!from.has(cell)) note(from, cell);
      from.set(cell, left);
    }
  }
}

/** The number that times this one leaves 1, by Fermat. */
function inverse(value: number): number {
  let result = 1;
  let base = value;
  for (let power = PRIME - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
}
