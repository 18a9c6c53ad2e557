import {
  EVERYBODY,
  groupKey,
  readGroupKey,
  togetherKey,
  type GroupKey,
} from "../domain/figures/group-key.ts";
import { GRADES } from "../domain/people/grade.ts";
import { STUDENT_DIVISIONS } from "../domain/people/student-groups.ts";
import { MOST_LEFTOVER, SMALLEST_AT_SCHOOL, SMALLEST_GRADE } from "./protection-policy.ts";

/** Students of a place by group. */
export interface Sizes {
  readonly [group: GroupKey]: number;
}

/** The students of a group: 0 where nobody of the place is in it. @throws when there can be no such group */
export function sizeOf(sizes: Sizes, group: GroupKey): number {
  const students = sizes[group];
  if (students === undefined) readGroupKey(group);
  return students ?? 0;
}

/** The students of several groups, none of whom is in two. */
export const sizeOfAll = (sizes: Sizes, groups: readonly GroupKey[]): number =>
  groups.reduce((sum, group) => sum + sizeOf(sizes, group), 0);

interface GradesTogether {
  readonly group: GroupKey;
  readonly of: readonly GroupKey[];
}

/**
 * The grades of a place that have figures. In the district, neighboring grades are put together if
 * one has too few students; at a school each grade stands alone, and only if every grade has
 * enough.
 */
export function gradeGroups(sizes: Sizes, isSchool: boolean): readonly GradesTogether[] {
  const grades = GRADES.map((grade) => groupKey("grade", grade)).filter(
    (group) => sizeOf(sizes, group) > 0,
  );
  const sizeTogether = (of: readonly GroupKey[]): number => sizeOfAll(sizes, of);
  if (isSchool && grades.some((grade) => sizeOf(sizes, grade) < SMALLEST_AT_SCHOOL)) return [];
  const together: GroupKey[][] = [];
  for (const grade of grades) {
    const last = together.at(-1);
    if (last !== undefined && sizeTogether(last) < SMALLEST_GRADE) last.push(grade);
    else together.push([grade]);
  }
  const last = together.at(-1) ?? [];
  if (sizeTogether(last) < SMALLEST_GRADE && together.length > 1) {
    together.splice(-2, 2, [...(together.at(-2) ?? []), ...last]);
  }
  const enough = together.filter((of) => sizeTogether(of) >= SMALLEST_GRADE);
  return withoutLeftovers(enough, sizes, sizeTogether).map((of) => ({
    group: togetherKey(of),
    of,
  }));
}

/**
 * The student groups of a place that have figures: never a complement, which subtraction reveals,
 * and at a school only larger ones.
 */
export function studentGroups(
  sizes: Sizes,
  smallestGroup: number,
  isSchool: boolean,
): readonly GroupKey[] {
  const fewest = isSchool ? Math.max(SMALLEST_AT_SCHOOL, smallestGroup) : smallestGroup;
  return STUDENT_DIVISIONS.flatMap(({ id, groups }) => {
    const enough = groups
      .filter((group) => group.id !== "no")
      .map((group) => groupKey(id, group.id))
      .filter((group) => sizeOf(sizes, group) >= fewest);
    return withoutLeftovers(enough, sizes, (group) => sizeOf(sizes, group));
  });
}

/**
 * If few students are in no group of a division with a figure, its smallest group has no figure
 * either.
 */
function withoutLeftovers<Group>(
  groups: readonly Group[],
  sizes: Sizes,
  studentsIn: (group: Group) => number,
): readonly Group[] {
  const inGroups = groups.reduce((sum, group) => sum + studentsIn(group), 0);
  const leftover = sizeOf(sizes, EVERYBODY) - inGroups;
  if (leftover <= 0 || leftover > MOST_LEFTOVER) return groups;
  const smallest = [...groups].sort((a, b) => studentsIn(a) - studentsIn(b))[0];
  return groups.filter((group) => group !== smallest);
}
