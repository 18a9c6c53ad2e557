import type { CellKind } from "../domain/cell.ts";
import { cellId } from "./cube-cells.ts";
import type { PublishedCube } from "./cube-of.ts";
import { cellAt, shownRange } from "./cube.ts";
import { asProtected, type ProtectedTable } from "./protected-table.ts";

/** A figure as a table shows it: the label of a band alone, since no number that it stands for leaves the room. */
export interface ShownBand {
  readonly band: string | null;
  readonly state: CellKind;
}

/** A figure asked for by the columns of a table. */
export interface FigureAsked<Key> {
  readonly key: Key;
  readonly statistic: string;
  readonly part: string;
  readonly place: string;
  readonly group: string;
  /** False where the statistic does not speak of the group at all. */
  readonly isApplicable: boolean;
  /** False where there are no records to measure it by. */
  readonly isMeasured?: boolean;
  /** False where everybody can know that the group has no students at all. */
  readonly hasStudents?: boolean;
}

/**
 * The figures of a protected cube, laid out for a table. Every hidden one is alike, whatever it is
 * hidden for.
 * @throws when a figure is asked for that the registry does not publish
 */
export function shownFigures<Key>(
  cube: PublishedCube,
  hidden: ReadonlySet<number>,
  asked: readonly FigureAsked<Key>[],
): ProtectedTable<Key & ShownBand> {
  const measured = new Set(cube.cells.map(({ id }) => id.slice(0, id.indexOf("|"))));
  return asProtected(
    asked.map((one) => ({ ...one.key, ...figureOf(cube, hidden, one, measured) })),
  );
}

/** The fewest students that a shown figure can stand for; 0 where it is not shown, or tells no number. */
export function fewestStudents<Key>(
  cube: PublishedCube,
  hidden: ReadonlySet<number>,
  { statistic, part, place, group }: FigureAsked<Key>,
): number {
  const index = cube.index.get(cellId(statistic, part, place, group));
  return index === undefined ? 0 : shownRange(cellAt(cube, index), hidden.has(index)).low;
}

function figureOf<Key>(
  cube: PublishedCube,
  hidden: ReadonlySet<number>,
  asked: FigureAsked<Key>,
  measured: ReadonlySet<string>,
): ShownBand {
  const { statistic, part, place, group, isApplicable } = asked;
  if (!isApplicable) return { band: null, state: "not-applicable" };
  if (asked.isMeasured === false) return { band: null, state: "not-enough-data" };
  const published = cube.statistics.get(statistic);
  if (published?.includes(part) !== true) {
    throw new Error(`the publication registry does not publish ${statistic} ${part}`);
  }
  const index = cube.index.get(cellId(statistic, part, place, group));
  // Where a measure leaves out all students of a group, such as the exempt, that tells of each of them.
  if (index === undefined) {
    const isLeftOut = measured.has(statistic) && asked.hasStudents !== false;
    return { band: null, state: isLeftOut ? "hidden" : "not-enough-data" };
  }
  const { display } = cellAt(cube, index);
  if (hidden.has(index)) return { band: null, state: "hidden" };
  switch (display.kind) {
    case "banded":
    case "share":
      return { band: display.band.label, state: "shown" };
    case "hidden":
      return { band: null, state: "hidden" };
    case "counted":
    case "unpublished":
      throw new Error(`${statistic} ${part} of ${group} at ${place} is not published as a band`);
  }
}
