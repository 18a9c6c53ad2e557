import type { Cube, CubeCell, Range } from "./cube.ts";

/** A release of a school year as a reader has it: its cells, and what it shows of some of them. */
export interface ReleaseSeen {
  readonly cells: Cube["cells"];
  /** By cell id. */
  readonly seen: ReadonlyMap<string, Range>;
}

/** A cell that two releases of a year together tell too much of. */
export interface YearFinding {
  readonly kind: "two-releases-tell" | "shown-though-hidden-before";
  readonly cell: string;
}

/**
 * What a reader learns who lays two releases of a year side by side and takes for certain that no
 * more students changed sides than the counts themselves ask for: every pair of counts that both
 * figures allow is tried. It shares nothing with the way in which a pattern is kept.
 */
export function auditYear(earlier: ReleaseSeen, later: ReleaseSeen): readonly YearFinding[] {
  const before = new Map(earlier.cells.map((cell) => [cell.id, cell]));
  return later.cells.flatMap((now): readonly YearFinding[] => {
    const was = before.get(now.id);
    const [first, second] = [earlier.seen.get(now.id), later.seen.get(now.id)];
    if (was === undefined || second === undefined || was.display.kind === "unpublished") return [];
    if (first === undefined) return [{ kind: "shown-though-hidden-before", cell: now.id }];
    return isTold(was, first, now, second) ? [{ kind: "two-releases-tell", cell: now.id }] : [];
  });
}

function isTold(was: CubeCell, first: Range, now: CubeCell, second: Range): boolean {
  if (was.need === 0 && now.need === 0) return false;
  const grown = now.upper - was.upper;
  const difference = now.count - was.count;
  // Those who came may be counted or not, and so may those who left; what is over changed sides.
  const changed = Math.max(0, difference - Math.max(grown, 0), Math.min(grown, 0) - difference);
  const most = Math.max(grown, 0) + changed;
  const least = Math.min(grown, 0) - changed;
  const then = new Set<number>();
  const since = new Set<number>();
  for (let count = first.low; count <= first.high; count++) {
    for (let moved = least; moved <= most; moved++) {
      if (count + moved < second.low || count + moved > second.high) continue;
      then.add(count);
      since.add(count + moved);
    }
  }
  return isNarrow(then, was) || isNarrow(since, now);
}

const isNarrow = (counts: ReadonlySet<number>, { need, lower, upper }: CubeCell): boolean =>
  Math.max(...counts) - Math.min(...counts) < Math.min(need, upper - lower);
