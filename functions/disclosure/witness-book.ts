import { cellAt, widthNeeded, type Cube } from "./cube.ts";
import { reachOf, type Movement, type Reach } from "./movement.ts";

/** The witnesses found so far, and by sensitive cell how far they reach. */
export interface WitnessBook {
  readonly movements: Set<Movement>;
  readonly byCell: Map<number, Set<Movement>>;
}

export const emptyBook = (): WitnessBook => ({ movements: new Set(), byCell: new Map() });

export function enter(book: WitnessBook, movement: Movement): void {
  book.movements.add(movement);
  for (const cell of movement.keys()) {
    const there = book.byCell.get(cell);
    if (there === undefined) book.byCell.set(cell, new Set([movement]));
    else there.add(movement);
  }
}

export function strike(book: WitnessBook, movement: Movement): void {
  book.movements.delete(movement);
  for (const cell of movement.keys()) book.byCell.get(cell)?.delete(movement);
}

export const movementsOf = (book: WitnessBook, cell: number): ReadonlySet<Movement> =>
  book.byCell.get(cell) ?? new Set();

export const reachInBook = (book: WitnessBook, cell: number): Reach =>
  reachOf(cell, movementsOf(book, cell));

/** How many students' width is still to be shown of a cell; 0 where witnesses suffice. */
export function missingWidth(book: WitnessBook, cube: Cube, cell: number): number {
  const { up, down } = reachInBook(book, cell);
  return Math.max(0, widthNeeded(cellAt(cube, cell)) - up - down);
}
