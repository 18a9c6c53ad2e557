import type { Shows } from "./sensitivity.ts";

/** From the one that adds up to those that are added. */
export const LEVELS = ["state", "district", "school"] as const;
export type Level = (typeof LEVELS)[number];

/**
 * One way to divide students: each is in one of the groups or in none. Those in none are the
 * partition's complement, a cell whether it is shown or not.
 */
export interface Partition {
  readonly id: string;
  readonly groups: readonly string[];
}

/** One part of a statistic: the students whom it counts there. */
export interface PartOf {
  readonly statistic: string;
  readonly part: string;
}

/** A part in one group, or, where no group is given, in each group that is published. */
export interface PartIn extends PartOf {
  /** As `grade/08`. */
  readonly group?: string;
}

/**
 * One measure as it is published: at which levels, for which groups, and as what. Its parts divide
 * the students it speaks of: a rate has two, counted and not counted.
 */
export interface PublishedStatistic {
  readonly id: string;
  /** The table that a reader finds it in. */
  readonly table: string;
  readonly shows: Shows;
  readonly parts: readonly string[];
  /** The parts with a figure of their own; of a rate, the first. */
  readonly published: readonly string[];
  /** By level, the partitions or crossings of partitions that are published; `[]` is all students. */
  readonly divisions: { readonly [level in Level]?: readonly (readonly string[])[] };
  /** Null where everybody can know how many students a group has; otherwise the part whose students this statistic divides. */
  readonly of: PartOf | null;
}

/** The same students counted in two statistics, at each place and group that has both. */
export interface Link {
  readonly total: PartOf;
  readonly parts: readonly PartOf[];
}

/** A group of one partition whose students all are in a group of another, such as a transition in its grade. */
export interface Nesting {
  /** As `transition/grade-8-to-9`. */
  readonly inner: string;
  readonly outer: string;
}

/** Students of the parts are among those of the whole: what is over is a cell of nobody's table. Several wholes are added up. */
export interface Inclusion {
  readonly whole: readonly PartIn[];
  readonly parts: readonly PartIn[];
}

/** Everything that a release publishes about students. What is not here cannot be published. */
export interface PublicationRegistry {
  readonly partitions: readonly Partition[];
  readonly statistics: readonly PublishedStatistic[];
  readonly links: readonly Link[];
  readonly nestings: readonly Nesting[];
  readonly inclusions: readonly Inclusion[];
}

/** @throws when the registry names what it does not have, or shows what its equations do not cover */
export function checkRegistry({
  partitions,
  statistics,
  links,
  nestings,
  inclusions,
}: PublicationRegistry): void {
  const partIds = new Set(
    statistics.flatMap(({ id, parts }) => parts.map((part) => `${id} ${part}`)),
  );
  const groups = new Set(
    partitions.flatMap(({ id, groups }) => groups.map((group) => `${id}/${group}`)),
  );
  const demand = (isMet: boolean, fault: string): void => {
    if (!isMet) throw new Error(`publication registry: ${fault}`);
  };
  const has = ({ statistic, part }: PartOf): boolean => partIds.has(`${statistic} ${part}`);
  const ids = statistics.map(({ id }) => id);
  demand(new Set(ids).size === ids.length, "two statistics have one id");
  for (const { id, parts, published, divisions, of, shows } of statistics) {
    demand(parts.length > 1, `${id} needs two parts at least`);
    demand(
      published.every((part) => parts.includes(part)),
      `${id} publishes a part it has not`,
    );
    demand(of === null || has(of), `${id} divides a part that no statistic has`);
    demand(
      of === null || shows !== "counted",
      `${id} cannot be counted: its groups are not public`,
    );
    for (const crossing of Object.values(divisions).flat()) {
      const unknown = crossing.find(
        (name) => !partitions.some((partition) => partition.id === name),
      );
      demand(
        unknown === undefined,
        `${id} is divided by ${String(unknown)}, which is no partition`,
      );
    }
  }
  for (const { total, parts } of links) {
    demand([total, ...parts].every(has), "a link names a part that no statistic has");
  }
  for (const { whole, parts } of inclusions) {
    demand([...whole, ...parts].every(has), "an inclusion names a part that no statistic has");
  }
  for (const { inner, outer } of nestings) {
    demand(groups.has(inner) && groups.has(outer), `no group ${inner} or ${outer} to nest`);
  }
}
