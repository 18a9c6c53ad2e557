import { shownRange, type Cube, type CubeCell, type Range } from "./cube.ts";
import { leastChurn } from "./least-churn.ts";
import type { FrozenRelease } from "./school-year-of-releases.ts";
import type { SuppressionPolicy } from "./suppression-policy.ts";

/**
 * The cells that a release hides from the start for what other releases of its school year
 * showed: those that any of them hid, so that a pattern is kept for the year; and those whose
 * difference to their figure would be of fewer students than a small group, and could be told
 * more closely than such a group's (oracle O7).
 */
export function keptHidden(
  earlier: readonly FrozenRelease[],
  now: Cube,
  { minimumGroup, widthForSmallGroup }: SuppressionPolicy,
): ReadonlySet<number> {
  const kept = new Set<number>();
  for (const release of earlier) {
    const before = shownBy(release);
    const churn = leastChurn(release.cube, now);
    now.cells.forEach((cell, index) => {
      const was = before.get(cell.id);
      if (was === undefined || cell.display.kind === "unpublished") return;
      const { entered, left, changed } = churn(cell.id);
      const students = entered + left + changed;
      const isOfFew = students > 0 && students < minimumGroup;
      const needed = isOfFew ? Math.min(widthForSmallGroup, students) : 0;
      if (was === "hidden" || widthOf(was) + widthOf(shownRange(cell, false)) < needed) {
        kept.add(index);
      }
    });
  }
  return kept;
}

const widthOf = ({ low, high }: Range): number => high - low;

/** By cell id what the release let a reader see of each of its figures. */
function shownBy({ cube, hidden }: FrozenRelease): ReadonlyMap<string, Range | "hidden"> {
  const isHidden = new Set(hidden);
  const published = cube.cells.filter(({ display }) => display.kind !== "unpublished");
  const shown = (cell: CubeCell): Range | "hidden" =>
    isHidden.has(cell.id) || cell.display.kind === "hidden" ? "hidden" : shownRange(cell, false);
  return new Map(published.map((cell) => [cell.id, shown(cell)]));
}

/** A cell shown before is dear to hide now: a reader still has its old figure. */
const DEARER = 10;

/** The cube as it is to be protected: hiding leans on cells that no earlier release showed. */
export function withDearerCells<Kept extends Cube>(
  cube: Kept,
  earlier: readonly FrozenRelease[],
): Kept {
  const seen = new Set(
    earlier.flatMap((release) =>
      [...shownBy(release)].flatMap(([id, shown]) => (shown === "hidden" ? [] : [id])),
    ),
  );
  const cells = cube.cells.map((cell) =>
    seen.has(cell.id) ? { ...cell, cost: cell.cost * DEARER } : cell,
  );
  return { ...cube, cells };
}
