import { coverCell } from "./cover-cell.ts";
import { cellAt, widthNeeded } from "./cube.ts";
import type { Search } from "./find-movement.ts";
import { cellsSeenMoving, reachOf, type Movement } from "./movement.ts";
import { enter, movementsOf, strike, type WitnessBook } from "./witness-book.ts";

/**
 * Shows again what need not be hidden, the dearest first: a cell is shown when every sensitive cell
 * that leaned on it has witnesses without it, and nothing else is hidden for them. The book is kept
 * up with it, so that its witnesses move nothing that is shown.
 */
export function cleanUp(
  search: Search,
  hidden: Set<number>,
  kept: ReadonlySet<number>,
  book: WitnessBook,
): void {
  const { cube } = search;
  const cost = (index: number): number => cellAt(cube, index).cost;
  const candidates = [...hidden]
    .filter((index) => !kept.has(index))
    .sort((a, b) => cost(b) - cost(a) || a - b);
  for (const candidate of candidates) {
    hidden.delete(candidate);
    if (!holdsWithout(search, candidate, hidden, book)) hidden.add(candidate);
  }
}

/** Whether all is protected with a cell shown; then the book holds witnesses for it. */
function holdsWithout(
  search: Search,
  candidate: number,
  hidden: ReadonlySet<number>,
  book: WitnessBook,
): boolean {
  const { cube } = search;
  const lost = [...movementsAround(search, candidate, book)].filter(
    (movement) => cellsSeenMoving(cube, movement, hidden).length > 0,
  );
  const leaning = new Set(
    lost.flatMap((movement) =>
      [...movement.keys()].filter((cell) => widthNeeded(cellAt(cube, cell)) > 0),
    ),
  );
  const found: Movement[] = [];
  for (const cell of leaning) {
    const left = [...movementsOf(book, cell)].filter((movement) => !lost.includes(movement));
    const reach = reachOf(cell, [...left, ...found]);
    if (reach.up + reach.down >= widthNeeded(cellAt(cube, cell))) continue;
    const movements = coverCell(search, cell, reach, {
      hidden,
      mayHide: false,
      keepsConditions: true,
      mayTakeLong: false,
    });
    if (movements === null) return false;
    found.push(...movements);
  }
  for (const movement of lost) strike(book, movement);
  for (const movement of found) enter(book, movement);
  return true;
}

/** The witnesses that move the cell, or a cell that its label speaks of. */
function movementsAround(
  { cube, incidence }: Search,
  cell: number,
  book: WitnessBook,
): ReadonlySet<Movement> {
  const spokenOf = (incidence.conditions[cell] ?? []).flatMap((at) => {
    const condition = cube.conditions[at];
    return condition?.cell === cell ? condition.terms.map(([term]) => term) : [];
  });
  return new Set([cell, ...spokenOf].flatMap((index) => [...movementsOf(book, index)]));
}
