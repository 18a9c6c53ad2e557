import { cleanUp } from "./clean-up.ts";
import { coverCell } from "./cover-cell.ts";
import { cellAt, widthNeeded, type Cube } from "./cube.ts";
import type { Search } from "./find-movement.ts";
import { incidenceOf } from "./incidence.ts";
import type { LinearSolver } from "./linear-solver.ts";
import { cellsSeenMoving, type Movement, type Reach } from "./movement.ts";
import type { SuppressionPolicy } from "./suppression-policy.ts";
import { emptyBook, enter, missingWidth, reachInBook } from "./witness-book.ts";

/** What is hidden besides what hides by itself, and the proof that it is enough. */
export type Protection =
  | {
      readonly kind: "protected";
      /** Cells hidden to protect others, by their place in the cube. */
      readonly hidden: ReadonlySet<number>;
      readonly witnesses: readonly Movement[];
    }
  | {
      /** Nothing may be published. */
      readonly kind: "cannot-be-protected";
      readonly cell: string;
      /** The table to coarsen: fewer levels, or fewer groups. */
      readonly table: string;
    };

export interface ProtectionInput {
  readonly cube: Cube;
  readonly policy: SuppressionPolicy;
  readonly solve: LinearSolver;
  /** From 0 to 1 by cell id, under the secret seed of the release: equal for equal seed and id. */
  readonly draw: (cellId: string) => number;
  /** Cells to hide whatever else is hidden: what earlier releases of the school year hid. */
  readonly start: ReadonlySet<number>;
}

/**
 * Hides cells until each sensitive one could be any of enough counts. For each it looks for a
 * second table that agrees with everything published and differs in that cell, and hides what that
 * table moves, at the least cost to readers. What is hidden later never undoes what was shown
 * before. (Incremental witnesses after Kelly and Zayatz, US Census RR-92/02; section 1.6 of the
 * statistics note.)
 */
export function protectCube({ cube, policy, solve, draw, start }: ProtectionInput): Protection {
  const search: Search = { cube, incidence: incidenceOf(cube, cube.cells.length), solve };
  const kept = new Set([...start, ...hiddenBesides(cube, policy, draw)]);
  const hidden = new Set(kept);
  const book = emptyBook();
  for (const index of sensitiveCells(cube)) {
    if (missingWidth(book, cube, index) === 0) continue;
    const reach = reachInBook(book, index);
    const movements = cheapestCover(search, index, reach, hidden);
    if (movements === null) {
      const { id, table } = cellAt(cube, index);
      return { kind: "cannot-be-protected", cell: id, table };
    }
    for (const movement of movements) {
      for (const cell of cellsSeenMoving(cube, movement, hidden)) hidden.add(cell);
      enter(book, movement);
    }
  }
  cleanUp(search, hidden, kept, book);
  return { kind: "protected", hidden, witnesses: [...book.movements] };
}

/** With every label kept or, where that hides anything, with some given up, whichever costs readers less. */
function cheapestCover(
  search: Search,
  index: number,
  reach: Reach,
  hidden: ReadonlySet<number>,
): readonly Movement[] | null {
  const { cube } = search;
  const costOf = (movements: readonly Movement[]): number =>
    [...new Set(movements.flatMap((movement) => cellsSeenMoving(cube, movement, hidden)))].reduce(
      (sum, cell) => sum + cellAt(cube, cell).cost,
      0,
    );
  const cover = (keepsConditions: boolean, mayTakeLong: boolean) =>
    coverCell(search, index, reach, { hidden, mayHide: true, keepsConditions, mayTakeLong });
  const kept = cover(true, false);
  if (kept !== null && costOf(kept) === 0) return kept;
  const givenUp = cover(false, false);
  if (kept === null && givenUp === null) return cover(true, true) ?? cover(false, true);
  if (kept === null || givenUp === null) return kept ?? givenUp;
  return costOf(givenUp) < costOf(kept) ? givenUp : kept;
}

/** Those that ask most first, then small counts; ids last, so that equal cubes are protected alike. */
const sensitiveCells = (cube: Cube): readonly number[] =>
  cube.cells
    .map((cell, index) => ({ cell, index }))
    .filter(({ cell }) => widthNeeded(cell) > 0)
    .sort(
      (a, b) =>
        b.cell.need - a.cell.need ||
        a.cell.count - b.cell.count ||
        (a.cell.id < b.cell.id ? -1 : 1),
    )
    .map(({ index }) => index);

/** Some end bands, by lot: so that "hidden, so not an extreme" is never certain. */
const hiddenBesides = (
  { cells }: Cube,
  { shareHiddenBesides }: SuppressionPolicy,
  draw: (cellId: string) => number,
): readonly number[] =>
  cells.flatMap(({ id, display }, index) =>
    (display.kind === "banded" || display.kind === "share") &&
    display.band.isEnd &&
    draw(id) < shareHiddenBesides
      ? [index]
      : [],
  );
