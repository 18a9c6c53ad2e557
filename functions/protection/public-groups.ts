import { EVERYBODY, type GroupKey } from "../domain/figures/bar-key.ts";
import { GRADES } from "../domain/people/grade.ts";
import { STUDENT_DIVISIONS } from "../domain/people/student-groups.ts";
import { MOST_LEFTOVER, SMALLEST_AT_SCHOOL, SMALLEST_GRADE } from "./protection-policy.ts";

/** Students of a place by group. */
export interface Sizes {
  readonly [group: GroupKey]: number;
}

/** `grade/09`, or `grade/09-10` for neighbors together. */
export function nameOf(of: readonly GroupKey[]): GroupKey {
  const [first = EVERYBODY] = of;
  const last = of.at(-1) ?? first;
  return first === last ? first : `${first}-${last.slice(last.indexOf("/") + 1)}`;
}

interface GradesTogether {
  readonly group: GroupKey;
  readonly of: readonly GroupKey[];
}

/**
 * The grades of a place that have figures. At the district neighboring grades are put together where
 * one has too few; at a school each grade stands alone, and only where every grade has enough.
 */
export function gradeGroups(sizes: Sizes, isSchool: boolean): readonly GradesTogether[] {
  const grades = GRADES.map((grade): GroupKey => `grade/${grade}`).filter(
    (group) => (sizes[group] ?? 0) > 0,
  );
  const sizeOf = (of: readonly GroupKey[]): number =>
    of.reduce((sum, group) => sum + (sizes[group] ?? 0), 0);
  if (isSchool && grades.some((grade) => sizeOf([grade]) < SMALLEST_AT_SCHOOL)) return [];
  const together: GroupKey[][] = [];
  for (const grade of grades) {
    const last = together.at(-1);
    if (last !== undefined && sizeOf(last) < SMALLEST_GRADE) last.push(grade);
    else together.push([grade]);
  }
  const last = together.at(-1) ?? [];
  if (sizeOf(last) < SMALLEST_GRADE && together.length > 1) {
    together.splice(-2, 2, [...(together.at(-2) ?? []), ...last]);
  }
  const enough = together.filter((of) => sizeOf(of) >= SMALLEST_GRADE);
  return withoutLeftovers(enough, sizes, sizeOf).map((of) => ({ group: nameOf(of), of }));
}

/**
 * The student groups of a place that have figures: never a complement, which is told by subtraction,
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
      .map((group): GroupKey => `${id}/${group.id}`)
      .filter((group) => (sizes[group] ?? 0) >= fewest);
    return withoutLeftovers(enough, sizes, (group) => sizes[group] ?? 0);
  });
}

/** Where few students are in no group of a division with a figure, its smallest one has none either. */
function withoutLeftovers<Group>(
  groups: readonly Group[],
  sizes: Sizes,
  sizeOf: (group: Group) => number,
): readonly Group[] {
  const leftover = (sizes[EVERYBODY] ?? 0) - groups.reduce((sum, group) => sum + sizeOf(group), 0);
  if (leftover <= 0 || leftover > MOST_LEFTOVER) return groups;
  const smallest = [...groups].sort((a, b) => sizeOf(a) - sizeOf(b))[0];
  return groups.filter((group) => group !== smallest);
}
