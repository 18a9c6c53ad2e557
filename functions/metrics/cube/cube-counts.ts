import { asGroupKey, readGroupKey, type GroupKey } from "../../domain/figures/group-key.ts";
import type { DistrictCube } from "./merge-cubes.ts";
import { populationName, type Population, type Question } from "../questions/question.ts";
import { readStatistic } from "./statistics.ts";

/**
 * The students of a population who are in a group. A cube lists only groups with students, so an
 * absent group has 0.
 * @throws if there can be no such group
 */
export function studentsOf(
  { students }: Pick<DistrictCube, "students">,
  population: Population,
  group: GroupKey,
): number {
  const count = students[populationName(population)]?.[group];
  if (count === undefined) readGroupKey(group);
  return count ?? 0;
}

/**
 * The students of a group in each part of a question, in the order of its parts: 0 in each if the
 * question is asked of nobody in the group.
 * @throws if there can be no such statistic or group, or the counts are of other parts
 */
export function countsOf(
  { answers }: Pick<DistrictCube, "answers">,
  { statistic, parts }: Pick<Question, "statistic" | "parts">,
  group: GroupKey,
): readonly number[] {
  const counts = answers[statistic]?.[group];
  if (counts === undefined) {
    readStatistic(statistic);
    readGroupKey(group);
    return parts.map(() => 0);
  }
  if (counts.length !== parts.length) {
    throw new Error(
      `the counts of ${statistic} by ${group} have ${counts.length} parts, and the question has ${parts.length}`,
    );
  }
  return counts;
}

/** The students in some parts of a question, of its counts by part. @throws if it has no such part */
export function countInParts(
  question: Pick<Question, "statistic" | "parts">,
  counts: readonly number[],
  parts: readonly string[],
): number {
  let sum = 0;
  for (const part of parts) sum += counts[placeOfPart(question, part)] ?? 0;
  return sum;
}

/** @throws when the question has no such part */
function placeOfPart(
  { statistic, parts }: Pick<Question, "statistic" | "parts">,
  asked: string,
): number {
  const place = parts.findIndex(({ id }) => id === asked);
  if (place < 0)
    throw noSuchPart(
      statistic,
      asked,
      parts.map(({ id }) => id),
    );
  return place;
}

/** The students of a population by group, for groups that have any. */
export const sizesOf = (
  { students }: Pick<DistrictCube, "students">,
  population: Population,
): { readonly [group: GroupKey]: number } => students[populationName(population)] ?? {};

/** The groups for which a cube has counts of a question, all students among them. */
export const groupsOfCube = (
  { answers }: Pick<DistrictCube, "answers">,
  { statistic }: Pick<Question, "statistic">,
): readonly GroupKey[] => Object.keys(answers[statistic] ?? {}).map(asGroupKey);

/**
 * The positions of parts among those of a question.
 * @throws if the question has no such part
 */
export const placesOfParts = (
  statistic: string,
  parts: readonly string[],
  asked: readonly string[],
): readonly number[] =>
  asked.map((part) => {
    const place = parts.indexOf(part);
    if (place < 0) throw noSuchPart(statistic, part, parts);
    return place;
  });

const noSuchPart = (statistic: string, part: string, parts: readonly string[]): Error =>
  new Error(
    `the question ${statistic} has no part ${JSON.stringify(part)}: expected one of ${parts.join(", ")}`,
  );
