import { cellId } from "./cube-cells.ts";
import { keysOfAll } from "./cube-equations.ts";
import type { Building, MeasuredStudents } from "./cube-of.ts";
import type { Inclusion, PartIn, PublicationRegistry } from "./publication-registry.ts";

/**
 * What a reader knows of two statistics of which one is within the other: the parts are at most the
 * whole. What is over is a cell that no table has, and that nobody is to be protected by itself in.
 * @throws when the parts are more than the whole: then the registry is wrong
 */
export function inclusionEquations(
  registry: PublicationRegistry,
  { places }: MeasuredStudents,
  building: Building,
): void {
  for (const inclusion of registry.inclusions) {
    for (const place of places) {
      const every = [...inclusion.whole, ...inclusion.parts].filter(
        ({ group }) => group === undefined,
      );
      const keys = every.length === 0 ? [""] : keysOfAll(every, place.level, registry);
      for (const key of keys) addInclusion(inclusion, place.id, key, building);
    }
  }
}

function addInclusion(inclusion: Inclusion, place: string, key: string, building: Building): void {
  const { cells, index, equations } = building;
  const cellsOf = (parts: readonly PartIn[]): readonly number[] =>
    parts.flatMap(
      ({ statistic, part, group }) => index.get(cellId(statistic, part, place, group ?? key)) ?? [],
    );
  const whole = cellsOf(inclusion.whole);
  const parts = cellsOf(inclusion.parts);
  // What has no cell has nobody; where that is all of one side, nothing is said.
  if (whole.length === 0 || parts.length === 0) return;
  const sumOf = (of: readonly number[], value: "count" | "upper"): number =>
    of.reduce((sum, at) => sum + (cells[at]?.[value] ?? 0), 0);
  const name = [...inclusion.whole, ...inclusion.parts]
    .map(({ statistic, part }) => `${statistic} ${part}`)
    .join(", ");
  const [first] = whole;
  const like = cells[first ?? -1];
  const over = sumOf(whole, "count") - sumOf(parts, "count");
  if (first === undefined || like === undefined) return;
  if (over < 0) throw new Error(`${name}: the parts are more than the whole of ${key} at ${place}`);
  const addCell = (id: string, count: number): number =>
    cells.push({
      ...like,
      id: `${id} ${name}|${place}|${key}`,
      count,
      lower: 0,
      upper: sumOf(whole, "upper"),
      display: { kind: "unpublished" },
      need: 0,
      cost: 0,
    }) - 1;
  let total = first;
  if (whole.length > 1) {
    total = addCell("sum of", sumOf(whole, "count"));
    equations.push({ total, parts: whole });
  }
  equations.push({ total, parts: [...parts, addCell("over of", over)] });
}
