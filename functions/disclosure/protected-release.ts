import type { PublishedCube } from "./cube-of.ts";
import { cellAt, widthNeeded } from "./cube.ts";
import { exactlyDisclosed } from "./exact-disclosure.ts";
import { keptHidden, withDearerCells } from "./kept-pattern.ts";
import type { LinearSolver } from "./linear-solver.ts";
import { protectCube } from "./protect-cube.ts";
import { publishedSystem } from "./published-system.ts";
import type { FrozenRelease } from "./school-year-of-releases.ts";
import type { SuppressionPolicy } from "./suppression-policy.ts";
import { verifyWitnesses } from "./verify-witnesses.ts";

/** A cube with what is hidden in it, and what was checked. */
export interface ProtectedCube {
  readonly cube: PublishedCube;
  readonly hidden: ReadonlySet<number>;
  readonly witnesses: number;
}

/**
 * Protects a release beside the others of its school year, checks the proof, and sees what
 * sums alone give away. What does not hold is not published.
 * @throws when a cell cannot be protected, naming the table to coarsen; when the proof has a fault;
 *   when something hidden follows from sums
 */
export function protectedRelease(
  published: PublishedCube,
  others: readonly FrozenRelease[],
  policy: SuppressionPolicy,
  solve: LinearSolver,
  draw: (cellId: string) => number,
): ProtectedCube {
  const cube = withDearerCells(published, others);
  const start = keptHidden(others, cube, policy);
  const found = protectCube({ cube, policy, solve, draw, start });
  if (found.kind === "cannot-be-protected") {
    throw new Error(
      `a figure of the table ${found.table} cannot be protected, so nothing is published: publish that table for fewer groups or levels (cell ${found.cell})`,
    );
  }
  const { hidden, witnesses } = found;
  const [fault] = verifyWitnesses(cube, hidden, witnesses);
  if (fault !== undefined) {
    throw new Error(`the proof of protection does not hold: ${fault.kind} at cell ${fault.cell}`);
  }
  // Knows nothing of witnesses, and costs next to nothing; `auditRelease` does more and takes longer.
  const [told] = exactlyDisclosed(publishedSystem(cube, hidden)).filter(
    (index) => widthNeeded(cellAt(cube, index)) > 0,
  );
  if (told !== undefined) {
    throw new Error(`a hidden figure follows from published ones: cell ${cellAt(cube, told).id}`);
  }
  return { cube, hidden, witnesses: witnesses.length };
}

/** The ids of the published cells that are hidden, in the order of the cube. */
export const hiddenIds = ({ cube, hidden }: ProtectedCube): readonly string[] =>
  cube.cells.flatMap(({ id, display: { kind } }, index) =>
    kind !== "unpublished" && (kind === "hidden" || hidden.has(index)) ? [id] : [],
  );

/** The release as it is kept for those that follow. */
export const frozenRelease = (release: string, { cube, hidden }: ProtectedCube): FrozenRelease => ({
  release,
  cube: { cells: cube.cells, equations: cube.equations, conditions: cube.conditions },
  hidden: [...hidden].map((index) => cellAt(cube, index).id),
});
