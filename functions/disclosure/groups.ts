import type { Partition } from "./publication-registry.ts";

/** The students who are in none of a partition's groups. */
export const REST = "rest";

/** One group of a crossing of partitions: a choice of one group in each. */
export type Choice = readonly { readonly partition: string; readonly group: string }[];

/** `all/all`, `grade/08`, `grade/08+sex/F`: as the partials of schools call a group. */
export const groupKey = (choice: Choice): string =>
  choice.length === 0
    ? "all/all"
    : choice.map(({ partition, group }) => `${partition}/${group}`).join("+");

export const hasRest = (choice: Choice): boolean => choice.some(({ group }) => group === REST);

/** Every group of a crossing, the rest of each partition included. */
export const choicesOf = (crossing: readonly Partition[]): readonly Choice[] =>
  crossing.reduce<readonly Choice[]>(
    (choices, { id, groups }) =>
      choices.flatMap((choice) =>
        [...groups, REST].map((group) => [...choice, { partition: id, group }]),
      ),
    [[]],
  );

/** Students of a group, those of a rest by subtraction from the groups that are counted. */
export function withRests(
  count: (group: string) => number,
  partitions: ReadonlyMap<string, Partition>,
): (choice: Choice) => number {
  const known = new Map<string, number>();
  const counted = (choice: Choice): number => {
    const key = groupKey(choice);
    const there = known.get(key);
    if (there !== undefined) return there;
    const at = choice.findIndex(({ group }) => group === REST);
    const { partition } = choice[at] ?? { partition: "" };
    const students =
      at < 0
        ? count(key)
        : (partitions.get(partition)?.groups ?? []).reduce(
            (rest, group) => rest - counted(choice.with(at, { partition, group })),
            counted(choice.toSpliced(at, 1)),
          );
    known.set(key, students);
    return students;
  };
  return counted;
}
