import type { Building, MeasuredPlace, MeasuredStudents } from "./cube-of.ts";
import type { Condition, Display } from "./cube.ts";
import { choicesOf, groupKey, hasRest, withRests, type Choice } from "./groups.ts";
import type {
  Level,
  Partition,
  PartOf,
  PublicationRegistry,
  PublishedStatistic,
} from "./publication-registry.ts";
import type { RateBand } from "./rate-ladder.ts";
import { sensitivityOf, type Sensitivity } from "./sensitivity.ts";
import type { SuppressionPolicy } from "./suppression-policy.ts";

export type CellIndex = ReadonlyMap<string, number>;

export const cellId = (statistic: string, part: string, place: string, group: string): string =>
  [statistic, part, place, group].join("|");

/** What readers lose by a hidden figure: more at a higher level, and of a larger division. */
const LEVEL_COSTS: { readonly [level in Level]: number } = { state: 100, district: 10, school: 1 };
const DIVISION_COSTS = [5, 3, 1] as const;

/** The crossings of partitions that a statistic publishes at a level. */
export const crossingsAt = (
  { divisions }: PublishedStatistic,
  level: Level,
  { partitions }: PublicationRegistry,
): readonly (readonly Partition[])[] =>
  (divisions[level] ?? []).map((names) => partitions.filter(({ id }) => names.includes(id)));

/** Adds the cells of a statistic at every place and group that has students. */
export function cellsOf(
  statistic: PublishedStatistic,
  registry: PublicationRegistry,
  measured: MeasuredStudents,
  policy: SuppressionPolicy,
  building: Building,
): void {
  const partitions = new Map(registry.partitions.map((partition) => [partition.id, partition]));
  const named = new Set(partsNamed(registry).map(({ statistic: id, part }) => `${id} ${part}`));
  const isNamedElsewhere = (part: string): boolean => named.has(`${statistic.id} ${part}`);
  for (const place of measured.places) {
    const counts = statistic.parts.map((part) =>
      withRests((group) => measured.count(statistic.id, part, place.id, group), partitions),
    );
    for (const crossing of crossingsAt(statistic, place.level, registry)) {
      for (const choice of choicesOf(crossing)) {
        const students = counts.map((countOf) => countOf(choice));
        if (students.some((count) => count < 0)) {
          throw new Error(
            `${statistic.id}: a student of ${place.id} is in two groups of ${groupKey(choice)}`,
          );
        }
        addParts({ statistic, place, choice, students, policy, isNamedElsewhere }, building);
      }
    }
  }
}

const partsNamed = ({ links, inclusions, statistics }: PublicationRegistry): readonly PartOf[] => [
  ...links.flatMap(({ total, parts }) => [total, ...parts]),
  ...inclusions.flatMap(({ whole, parts }) => [...whole, ...parts]),
  ...statistics.flatMap(({ of }) => of ?? []),
];

interface Group {
  readonly statistic: PublishedStatistic;
  readonly place: MeasuredPlace;
  readonly choice: Choice;
  /** The students of each part. */
  readonly students: readonly number[];
  readonly policy: SuppressionPolicy;
  /** Whether a link or another statistic speaks of a part. */
  readonly isNamedElsewhere: (part: string) => boolean;
}

/** The parts of one group, and the equation that they divide it. */
function addParts(group: Group, building: Building): void {
  const { statistic, place, choice, students, policy, isNamedElsewhere } = group;
  const all = students.reduce((sum, count) => sum + count, 0);
  if (statistic.of === null && all === 0) return;
  const key = groupKey(choice);
  const wholeId =
    statistic.of === null
      ? cellId(statistic.id, "", place.id, key)
      : cellId(statistic.of.statistic, statistic.of.part, place.id, key);
  const there = building.index.get(wholeId);
  if (statistic.of !== null && there === undefined) {
    if (all === 0) return;
    throw new Error(
      `${statistic.id} is divided by ${key} at ${place.level}s, and what it is of is not`,
    );
  }
  const isSpare = (part: string): boolean =>
    !statistic.published.includes(part) && !isNamedElsewhere(part);
  // Of two parts of a known group one tells the other: a cell for both would say it twice.
  const isOneEnough =
    statistic.of === null && statistic.parts.length === 2 && statistic.parts.some(isSpare);
  const upper = there === undefined ? all : (building.cells[there]?.upper ?? all);
  const common = {
    table: statistic.table,
    lower: 0,
    cost: costOf(group, all),
  };
  const parts = statistic.parts.flatMap((part, at) => {
    const isPublished = statistic.published.includes(part);
    if (isOneEnough && isSpare(part)) return [];
    const count = students[at] ?? 0;
    const { need, shown } = sensitivityOf(count, all, statistic.shows, policy);
    const display = isPublished && !hasRest(choice) ? displayOf(shown, there) : UNPUBLISHED;
    const id = cellId(statistic.id, part, place.id, key);
    const cell = add({ ...common, id, count, upper, display, need }, building);
    if (display.kind === "share" && shown.kind === "rate-band" && there !== undefined) {
      const fewest = Math.max(shown.band.fewestStudents, policy.minimumGroup);
      building.conditions.push(...conditionsOf(cell, there, shown.band, [fewest, upper]));
    }
    return [cell];
  });
  if (isOneEnough) return;
  const total =
    there ??
    add(
      { ...common, id: wholeId, count: all, lower: all, upper: all, display: UNPUBLISHED, need: 0 },
      building,
    );
  building.equations.push({ total, parts });
}

const UNPUBLISHED: Display = { kind: "unpublished" };

function displayOf(shown: Sensitivity["shown"], whole: number | undefined): Display {
  switch (shown.kind) {
    case "counted":
    case "hidden":
      return shown;
    case "end-band":
      return { kind: "banded", band: shown.band };
    case "rate-band":
      return { kind: whole === undefined ? "banded" : "share", band: shown.band };
  }
}

/**
 * What a band of percents says of a count and of the group it is of, where a reader knows neither:
 * the whole percent, half rounded up, lies in the band, and the group is of the band's size.
 */
const conditionsOf = (
  cell: number,
  of: number,
  band: RateBand,
  [fewest, upper]: readonly [number, number],
): readonly Condition[] => [
  {
    cell,
    terms: [
      [cell, 200],
      [of, -(2 * band.leastPercent - 1)],
    ],
    low: 0,
    high: 200 * upper + upper,
  },
  {
    cell,
    terms: [
      [cell, 200],
      [of, -(2 * band.greatestPercent + 1)],
    ],
    low: -(2 * band.greatestPercent + 1) * upper,
    high: -1,
  },
  {
    cell,
    terms: [[of, 1]],
    low: fewest,
    high: Math.min(band.mostStudents, upper),
  },
];

function costOf({ place, choice }: Group, students: number): number {
  const division = DIVISION_COSTS[choice.length] ?? 1;
  return LEVEL_COSTS[place.level] * division * Math.log2(2 + students);
}

function add(cell: Building["cells"][number], { cells, index }: Building): number {
  const at = cells.push(cell) - 1;
  index.set(cell.id, at);
  return at;
}
