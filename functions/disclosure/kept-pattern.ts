import { shownRange, widthNeeded, type Cube, type CubeCell, type Range } from "./cube.ts";
import { leastChurn } from "./least-churn.ts";
import type { FrozenRelease } from "./school-year-of-releases.ts";
import type { SuppressionPolicy } from "./suppression-policy.ts";

/**
 * The cells that a release hides from the start for what other releases of its school year
 * showed: those that any of them hid, so that a pattern is kept for the year; those whose
 * difference to their figure is of a few students who came or left, and would be told more closely
 * than a small group's (oracle O7); and those that two figures together tell more closely than the
 * policy allows, since little can have moved between them.
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
    const neededBefore = new Map(release.cube.cells.map((cell) => [cell.id, widthNeeded(cell)]));
    now.cells.forEach((cell, index) => {
      const was = before.get(cell.id);
      if (was === undefined || cell.display.kind === "unpublished") return;
      if (was === "hidden") {
        kept.add(index);
        return;
      }
      const { entered, left, changed } = churn(cell.id);
      // Who came or left can be known by name. Where others changed sides besides, nobody can tell whose it was.
      const students = changed > 0 ? 0 : entered + left;
      const isOfFew = students > 0 && students < minimumGroup;
      const needed = isOfFew ? Math.min(widthForSmallGroup, students) : 0;
      const is = shownRange(cell, false);
      // Between the two figures as many came, went or changed sides as the reader takes for certain.
      const moved = meet(
        { low: is.low - was.high, high: is.high - was.low },
        { low: -left - changed, high: entered + changed },
      );
      const own = meet(is, {
        low: was.low - left - changed,
        high: was.high + entered + changed,
      });
      const ownBefore = meet(was, {
        low: is.low - entered - changed,
        high: is.high + left + changed,
      });
      const isTold =
        widthOf(moved) < needed ||
        widthOf(own) < widthNeeded(cell) ||
        widthOf(ownBefore) < (neededBefore.get(cell.id) ?? 0);
      if (isTold) kept.add(index);
    });
  }
  return kept;
}

const meet = (a: Range, b: Range): Range => ({
  low: Math.max(a.low, b.low),
  high: Math.min(a.high, b.high),
});
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
