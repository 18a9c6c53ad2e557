import type { CubeCell, Range } from "../disclosure/cube.ts";
import { percentsOf } from "./band-words.ts";

/** One figure as a reader finds it: what of, and its words or number. */
export interface SeenFigure {
  /** The cell of the cube that it is about. */
  readonly cell: string;
  /** The label of a band, or a number of students where one should not be. */
  readonly figure: string | number;
}

/**
 * What a reader knows of each cell from the figures that were seen: a label and the group's size
 * leave the counts whose whole percent is in the band. Of a group whose size is not public the cube's
 * conditions say it. Two figures of one cell leave what both leave.
 */
export function rangesSeen(
  figures: Iterable<SeenFigure>,
  cells: ReadonlyMap<string, CubeCell>,
): ReadonlyMap<string, Range> {
  const seen = new Map<string, Range>();
  for (const { cell: id, figure } of figures) {
    const cell = cells.get(id);
    if (cell === undefined)
      throw new Error(`the release shows a figure of ${id}, which is no cell`);
    const now = rangeOf(figure, cell);
    const before = seen.get(id) ?? now;
    seen.set(id, { low: Math.max(before.low, now.low), high: Math.min(before.high, now.high) });
  }
  return seen;
}

function rangeOf(figure: string | number, { display, lower, upper }: CubeCell): Range {
  if (typeof figure === "number") return { low: figure, high: figure };
  if (display.kind === "share") return { low: lower, high: upper };
  const { least, greatest } = percentsOf(figure);
  const counts = Array.from({ length: upper + 1 }, (_, count) => count).filter((count) => {
    const percent = Math.floor((200 * count + upper) / (2 * upper));
    return percent >= least && percent <= greatest;
  });
  return { low: counts[0] ?? Infinity, high: counts.at(-1) ?? -Infinity };
}
