import { cellId } from "./cube-cells.ts";
import type { PublishedCube } from "./cube-of.ts";
import { asProtected, type ProtectedTable } from "./protected-table.ts";
import { cellAt } from "./cube.ts";

/** One figure as it may be shown. Every hidden one is alike, whatever it is hidden for. */
export type ShownFigure =
  | { readonly kind: "counted"; readonly students: number }
  /** The label alone: no number that it stands for leaves the room. */
  | { readonly kind: "banded"; readonly label: string }
  | { readonly kind: "hidden" }
  /** Nobody is in the group. */
  | { readonly kind: "not-enough-data" };

/** A figure asked for by the columns of a table. */
export interface FigureAsked<Key> {
  readonly key: Key;
  readonly statistic: string;
  readonly part: string;
  readonly place: string;
  readonly group: string;
}

/**
 * The figures of a protected cube, laid out for a table.
 * @throws when a figure is asked for that the registry does not publish
 */
export function shownFigures<Key>(
  cube: PublishedCube,
  hidden: ReadonlySet<number>,
  asked: readonly FigureAsked<Key>[],
  isEmpty: (asked: FigureAsked<Key>) => boolean,
): ProtectedTable<Key & { readonly figure: ShownFigure }> {
  return asProtected(
    asked.map((one) => ({ ...one.key, figure: figureOf(cube, hidden, one, isEmpty(one)) })),
  );
}

function figureOf<Key>(
  cube: PublishedCube,
  hidden: ReadonlySet<number>,
  { statistic, part, place, group }: FigureAsked<Key>,
  isEmpty: boolean,
): ShownFigure {
  if (isEmpty) return { kind: "not-enough-data" };
  const index = cube.index.get(cellId(statistic, part, place, group));
  if (index === undefined) {
    throw new Error(`the publication registry has no ${statistic} ${part} of ${group} at ${place}`);
  }
  const { display, count } = cellAt(cube, index);
  if (hidden.has(index)) return { kind: "hidden" };
  switch (display.kind) {
    case "counted":
      return { kind: "counted", students: count };
    case "banded":
    case "share":
      return { kind: "banded", label: display.band.label };
    case "hidden":
      return { kind: "hidden" };
    case "unpublished":
      throw new Error(`the publication registry does not publish ${statistic} ${part} of ${group}`);
  }
}
