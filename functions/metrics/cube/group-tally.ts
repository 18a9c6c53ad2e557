import { groupKey, type Division, type GroupKey } from "../../domain/figures/group-key.ts";

/** The groups of one school by number, in the order in which its students first name them. */
export interface GroupNumbers {
  readonly keys: GroupKey[];
  readonly numbers: Map<GroupKey, number>;
  /** By division and group, so that a key is written once for all its students. */
  readonly inDivision: Map<Division, Map<string, number>>;
}

export const groupNumbers = (): GroupNumbers => ({
  keys: [],
  numbers: new Map(),
  inDivision: new Map(),
});

/** The number of a group of a division. */
export function numberIn(groups: GroupNumbers, division: Division, group: string): number {
  let ofDivision = groups.inDivision.get(division);
  if (ofDivision === undefined) {
    ofDivision = new Map<string, number>();
    groups.inDivision.set(division, ofDivision);
  }
  let number = ofDivision.get(group);
  if (number === undefined) {
    number = numberOf(groups, groupKey(division, group));
    ofDivision.set(group, number);
  }
  return number;
}

/** The number of a group, the next one where it is new. */
export function numberOf({ keys, numbers }: GroupNumbers, group: GroupKey): number {
  let number = numbers.get(group);
  if (number === undefined) {
    number = keys.push(group) - 1;
    numbers.set(group, number);
  }
  return number;
}

/** By population or question, then by group. */
export interface GroupCounts<Counts> {
  readonly [name: string]: { readonly [group: GroupKey]: Counts };
}

/** Students of one question by group and part. Groups are in the order in which they were first counted. */
export interface GroupTally {
  readonly parts: number;
  readonly order: number[];
  /** By number of a group, its students by part; undefined while nobody of the group was counted. */
  readonly counts: (number[] | undefined)[];
}

export const groupTally = (parts: number): GroupTally => ({ parts, order: [], counts: [] });

/** Counts one student in one part of each of the groups. */
export function countIn(
  { parts, order, counts }: GroupTally,
  groups: readonly number[],
  part: number,
): void {
  for (const group of groups) {
    let ofGroup = counts[group];
    if (ofGroup === undefined) {
      ofGroup = new Array<number>(parts).fill(0);
      counts[group] = ofGroup;
      order.push(group);
    }
    ofGroup[part] = (ofGroup[part] ?? 0) + 1;
  }
}

/** The counts by the text of the groups. */
export const countsByKey = (
  { order, counts }: GroupTally,
  { keys }: GroupNumbers,
): { readonly [group: GroupKey]: readonly number[] } => {
  const byKey: { [group: GroupKey]: readonly number[] } = {};
  for (const group of order) byKey[keyOf(keys, group)] = counts[group] ?? [];
  return byKey;
};

/** How many students of each group were counted in the first part, by the text of the groups. */
export const firstPartByKey = (
  { order, counts }: GroupTally,
  { keys }: GroupNumbers,
): { readonly [group: GroupKey]: number } => {
  const byKey: { [group: GroupKey]: number } = {};
  for (const group of order) byKey[keyOf(keys, group)] = counts[group]?.[0] ?? 0;
  return byKey;
};

function keyOf(keys: readonly GroupKey[], group: number): GroupKey {
  const key = keys[group];
  if (key === undefined) throw new Error(`no group has the number ${group}`);
  return key;
}
