import { cellAt, shownRange, type Cube } from "../functions/disclosure/cube.ts";

/**
 * The rule that many dashboards have: small groups are hidden, and where one part of a published
 * total is hidden alone, the smallest of the others with it. For comparison only: it protects nobody.
 */
export function naiveSuppression(cube: Cube): ReadonlySet<number> {
  const hidden = new Set<number>();
  const isKnown = (index: number): boolean => {
    const { low, high } = shownRange(cellAt(cube, index), hidden.has(index));
    return low === high;
  };
  for (let added = true; added;) {
    added = false;
    for (const { total, parts } of cube.equations) {
      const unknown = [total, ...parts].filter((index) => !isKnown(index));
      if (unknown.length !== 1) continue;
      const next = parts
        .filter((index) => isKnown(index) && canHide(cube, index))
        .sort((a, b) => cellAt(cube, a).count - cellAt(cube, b).count)[0];
      if (next === undefined) continue;
      hidden.add(next);
      added = true;
    }
  }
  return hidden;
}

const canHide = (cube: Cube, index: number): boolean => {
  const { lower, upper, display } = cellAt(cube, index);
  return lower < upper && display.kind !== "unpublished";
};
