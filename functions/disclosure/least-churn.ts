import type { Churn } from "./school-year-of-releases.ts";

interface Counted {
  readonly cells: readonly {
    readonly id: string;
    readonly count: number;
    readonly upper: number;
  }[];
}

/**
 * The fewest students who can stand behind the difference of a cell from one release to the next:
 * as many as its group grew or shrank by, and what is left over changed sides. More may have come
 * and gone, but a reader who took it for certain that no more did would be told the most by the two
 * figures; so to be safe against that reader is to be safe against any.
 */
export function leastChurn(before: Counted, now: Counted): (cellId: string) => Churn {
  const known = ({ cells }: Counted) =>
    new Map(cells.map(({ id, count, upper }) => [id, { count, upper }]));
  const [was, is] = [known(before), known(now)];
  return (cellId) => {
    const [a, b] = [was.get(cellId), is.get(cellId)];
    if (a === undefined || b === undefined) return { entered: 0, left: 0, changed: 0 };
    const entered = Math.max(0, b.upper - a.upper);
    const left = Math.max(0, a.upper - b.upper);
    const moved = b.count - a.count;
    return { entered, left, changed: Math.max(0, moved - entered, -moved - left) };
  };
}
