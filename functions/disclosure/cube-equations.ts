import { cellId, crossingsAt } from "./cube-cells.ts";
import type { Building, MeasuredStudents } from "./cube-of.ts";
import { choicesOf, groupKey, REST, type Choice } from "./groups.ts";
import {
  LEVELS,
  type Level,
  type Nesting,
  type PartOf,
  type PublicationRegistry,
  type PublishedStatistic,
} from "./publication-registry.ts";
import { sensitivityOf } from "./sensitivity.ts";
import type { SuppressionPolicy } from "./suppression-policy.ts";

/** Each group is the sum of its groups in every partition, the rest included. */
export function groupEquations(
  statistic: PublishedStatistic,
  registry: PublicationRegistry,
  { places }: MeasuredStudents,
  policy: SuppressionPolicy,
  building: Building,
): void {
  for (const place of places) {
    const crossings = crossingsAt(statistic, place.level, registry);
    for (const crossing of crossings) {
      for (const partition of crossing) {
        const larger = crossing.filter((other) => other !== partition);
        for (const choice of choicesOf(larger)) {
          addEquations(statistic, building, (part) => ({
            total: cellId(statistic.id, part, place.id, groupKey(choice)),
            parts: [...partition.groups, REST].map((group) =>
              cellId(
                statistic.id,
                part,
                place.id,
                groupKey(inserted(choice, partition.id, group, registry)),
              ),
            ),
          }));
        }
      }
    }
    for (const nesting of registry.nestings) {
      addNesting(statistic, place.id, nesting, policy, building);
    }
  }
}

/** The choice with one more group, partitions in the order of the registry. */
const inserted = (
  choice: Choice,
  partition: string,
  group: string,
  { partitions }: PublicationRegistry,
): Choice =>
  partitions.flatMap(({ id }) =>
    id === partition ? [{ partition, group }] : choice.filter((one) => one.partition === id),
  );

/** Each place is the sum of the places within it, for the groups that both publish. */
export function placeEquations(
  statistic: PublishedStatistic,
  registry: PublicationRegistry,
  { places }: MeasuredStudents,
  building: Building,
): void {
  for (const place of places) {
    const within = places.filter((other) => other.within === place.id);
    const below = LEVELS.find((level) => within.some((other) => other.level === level));
    if (below === undefined) continue;
    const keys = new Set(crossingsAt(statistic, below, registry).flatMap(choicesOf).map(groupKey));
    for (const choice of crossingsAt(statistic, place.level, registry).flatMap(choicesOf)) {
      const key = groupKey(choice);
      if (!keys.has(key)) continue;
      addEquations(statistic, building, (part) => ({
        total: cellId(statistic.id, part, place.id, key),
        parts: within.map(({ id }) => cellId(statistic.id, part, id, key)),
      }));
    }
  }
}

/** The same students in two statistics, wherever both are published. */
export function linkEquations(
  registry: PublicationRegistry,
  { places }: MeasuredStudents,
  building: Building,
): void {
  for (const { total, parts } of registry.links) {
    for (const place of places) {
      for (const key of keysOfAll([total, ...parts], place.level, registry)) {
        addEquation(building, {
          total: cellId(total.statistic, total.part, place.id, key),
          parts: parts.map((part) => cellId(part.statistic, part.part, place.id, key)),
        });
      }
    }
  }
}

/** The groups that all these parts' statistics publish at a level. */
export function keysOfAll(
  parts: readonly PartOf[],
  level: Level,
  registry: PublicationRegistry,
): readonly string[] {
  const keys = parts.map(({ statistic }) => {
    const published = registry.statistics.find(({ id }) => id === statistic);
    if (published === undefined) return [];
    return crossingsAt(published, level, registry).flatMap(choicesOf).map(groupKey);
  });
  return (keys[0] ?? []).filter((key) => keys.every((others) => others.includes(key)));
}

/** A group is at least as many students as a group within it: the others are a cell of nobody's table. */
function addNesting(
  { id, parts, shows }: PublishedStatistic,
  place: string,
  { inner, outer }: Nesting,
  policy: SuppressionPolicy,
  { cells, index, equations }: Building,
): void {
  for (const part of parts) {
    const within = index.get(cellId(id, part, place, inner));
    const total = index.get(cellId(id, part, place, outer));
    const [small, large] = [cells[within ?? -1], cells[total ?? -1]];
    if (within === undefined || total === undefined || !small || !large) continue;
    const count = large.count - small.count;
    const upper = large.upper - small.upper;
    if (count < 0 || upper < 0) throw new Error(`${inner} is not within ${outer} at ${place}`);
    const sum = [within];
    if (upper > 0) {
      const restId = cellId(id, part, place, `${outer}-${inner}`);
      index.set(restId, cells.length);
      const { need } = sensitivityOf(count, upper, shows, policy);
      const display = { kind: "unpublished" } as const;
      sum.push(cells.push({ ...large, id: restId, count, upper, display, need }) - 1);
    }
    equations.push({ total, parts: sum });
  }
}

interface Sum {
  readonly total: string;
  readonly parts: readonly string[];
}

const addEquations = (
  statistic: PublishedStatistic,
  building: Building,
  sumOf: (part: string) => Sum,
): void => {
  for (const part of statistic.parts) addEquation(building, sumOf(part));
};

/** Groups without students have no cell and add nothing. */
function addEquation({ index, equations }: Building, sum: Sum): void {
  const total = index.get(sum.total);
  const parts = sum.parts.flatMap((id) => index.get(id) ?? []);
  if (total !== undefined && parts.length > 0) equations.push({ total, parts });
}
