import { cellAt, shownRange, type Cube, type CubeCell, type Equation } from "./cube.ts";

/** A release as it went out: its counts, and which of its cells were hidden. Kept where counts may be. */
export interface FrozenRelease {
  readonly release: string;
  readonly cube: Cube;
  /** By cell id. */
  readonly hidden: readonly string[];
}

/** The students of a cell who came, went or changed sides since the release before. */
export interface Churn {
  readonly entered: number;
  readonly left: number;
  readonly changed: number;
}

/** The releases of a school year and the one to come, as one cube, and what must be hidden in it. */
export interface YearCube {
  readonly cube: Cube;
  /** Where the cells of the release to come start; they keep their order. */
  readonly current: number;
  /** Cells that an earlier release of the year hid: a pattern is kept for the year. */
  readonly start: ReadonlySet<number>;
}

/** A cell shown before is dear to hide now: a reader still has its old figure. */
const DEARER = 10;

/**
 * Puts a release beside the earlier ones of its school year, as a reader does. What those showed
 * stays shown. Each cell is its count before and what came to it since; where that is of few
 * students it is sensitive like any small group, so that two figures that may each be shown do not
 * tell of the one student between them (oracle O7). A cell shown before helps to hide another only
 * as far as it can have changed since.
 *
 * @param churn by cell id, the students behind the difference to the release before
 */
export function yearCube(
  earlier: readonly FrozenRelease[],
  current: Cube,
  churn: (cellId: string, before: string) => Churn,
  widthForSmallGroup: number,
  minimumGroup: number,
): YearCube {
  const cells: CubeCell[] = [];
  const equations: Equation[] = [];
  const conditions: Cube["conditions"][number][] = [];
  let before: { readonly release: string; readonly at: ReadonlyMap<string, number> } | null = null;
  const hiddenBefore = new Set<string>();
  const shownBefore = new Set<string>();

  for (const { release, cube, hidden } of earlier) {
    const isHidden = new Set(hidden);
    const at = append(cube, isHidden, (cell) => frozen(cell, isHidden.has(cell.id), release));
    for (const { id, display } of cube.cells) {
      if (display.kind === "unpublished") continue;
      (isHidden.has(id) || display.kind === "hidden" ? hiddenBefore : shownBefore).add(id);
    }
    link(at, cube, release);
    before = { release, at };
  }
  const start = cells.length;
  const at = append(current, new Set(), (cell) =>
    shownBefore.has(cell.id) ? { ...cell, cost: cell.cost * DEARER } : cell,
  );
  link(at, current, null);
  const isPublished = ({ display: { kind } }: CubeCell): boolean => kind !== "unpublished";
  const kept = current.cells.flatMap((cell, index) =>
    hiddenBefore.has(cell.id) && isPublished(cell) ? [start + index] : [],
  );
  return { cube: { cells, equations, conditions }, current: start, start: new Set(kept) };

  function append(
    cube: Cube,
    isHidden: ReadonlySet<string>,
    change: (cell: CubeCell) => CubeCell,
  ): ReadonlyMap<string, number> {
    const offset = cells.length;
    cells.push(...cube.cells.map(change));
    for (const { total, parts } of cube.equations) {
      equations.push({ total: total + offset, parts: parts.map((part) => part + offset) });
    }
    for (const { cell, terms, low, high } of cube.conditions) {
      if (isHidden.has(cellAt(cube, cell).id)) continue;
      const moved = terms.map(([term, factor]) => [term + offset, factor] as const);
      conditions.push({ cell: cell + offset, terms: moved, low, high });
    }
    return new Map(cube.cells.map(({ id }, index) => [id, index + offset]));
  }

  /** Each cell is what it was and what came to it. */
  function link(now: ReadonlyMap<string, number>, cube: Cube, release: string | null): void {
    if (before === null) return;
    for (const { id, count, table, ...known } of cube.cells) {
      const earlierCell = before.at.get(id);
      const laterCell = now.get(id);
      const was = cells[earlierCell ?? -1]?.count;
      if (earlierCell === undefined || laterCell === undefined || was === undefined) continue;
      if (known.lower === known.upper) continue;
      const { entered, left, changed } = churn(id, before.release);
      const students = entered + left + changed;
      const [lower, upper] = [-(left + changed), entered + changed];
      if (count - was < lower || count - was > upper) {
        throw new Error(`${id} changed by more students than came, went or changed`);
      }
      const delta = cells.push({
        id: `${id} since ${before.release}${release === null ? "" : ` to ${release}`}`,
        table,
        count: count - was,
        lower,
        upper,
        display: { kind: "unpublished" },
        need: students > 0 && students < minimumGroup ? Math.min(widthForSmallGroup, students) : 0,
        cost: 0,
      });
      equations.push({ total: laterCell, parts: [earlierCell, delta - 1] });
    }
  }
}

/** What was published cannot be taken back: a reader knows of it what it showed, for ever. */
function frozen(cell: CubeCell, isHidden: boolean, release: string): CubeCell {
  const { low, high } = shownRange(cell, isHidden);
  return {
    ...cell,
    id: `${cell.id} in ${release}`,
    lower: low,
    upper: high,
    display: { kind: "unpublished" },
  };
}
