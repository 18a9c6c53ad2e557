import type { PublishedCube } from "./cube-of.ts";

/**
 * One pattern for all statistics: a group that is hidden at a place in one of them is hidden in all,
 * so that what one shows never tells of another. Hiding more undoes no witness.
 */
export function sharedPattern(
  { cells, index }: PublishedCube,
  hidden: ReadonlySet<number>,
): ReadonlySet<number> {
  const groupOf = (id: string): string => id.split("|").slice(2).join("|");
  const groups = new Set<string>();
  for (const [id, at] of index) if (hidden.has(at)) groups.add(groupOf(id));
  const alike = [...index].flatMap(([id, at]) =>
    groups.has(groupOf(id)) && cells[at]?.display.kind !== "unpublished" ? [at] : [],
  );
  return new Set([...hidden, ...alike]);
}
