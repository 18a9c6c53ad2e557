import { distinctStudents } from "./distinct-students.ts";
import type { GoalSet } from "./goal-set.ts";
import { nearCopies, type FirstUses } from "./near-copies.ts";

/** A goal is shared when this many students have it. */
export const FEWEST_SHARING = 3;

/** Which goals say the same: exact copies, copies with other numbers, and near copies. */
export interface GoalClusters {
  /** Per eligible goal the number of its cluster: of the skeleton that leads it. */
  readonly clusterOf: Uint32Array;
  /** Per skeleton the number of its cluster. */
  readonly leaderOf: Uint32Array;
  /** Per cluster how many students have a goal in it; 0 where a skeleton leads none. */
  readonly students: Uint32Array;
}

export function clustersOf(goals: GoalSet): GoalClusters {
  const { skeletonOf, skeletons } = goals;
  const leaderOf = nearCopies(skeletons, firstUses(goals));
  const clusterOf = Uint32Array.from(skeletonOf, (skeleton) => leaderOf[skeleton] ?? skeleton);
  return { clusterOf, leaderOf, students: distinctStudents(goals, clusterOf, skeletons.length) };
}

/** Per skeleton the first day on which a student had it, and how many had it on that day. */
function firstUses({ firstGoals, skeletonOf, skeletons, setOn }: GoalSet): FirstUses {
  const days = new Array<string | undefined>(skeletons.length);
  for (const [goal, skeleton] of skeletonOf.entries()) {
    const [day, first] = [setOn[goal] ?? "", days[skeleton]];
    if (first === undefined || day < first) days[skeleton] = day;
  }
  const students = new Uint32Array(skeletons.length);
  const lastStudent = new Uint32Array(skeletons.length);
  for (let student = 1; student < firstGoals.length; student++) {
    for (let goal = firstGoals[student - 1] ?? 0; goal < (firstGoals[student] ?? 0); goal++) {
      const skeleton = skeletonOf[goal] ?? 0;
      if (setOn[goal] !== days[skeleton] || lastStudent[skeleton] === student) continue;
      lastStudent[skeleton] = student;
      students[skeleton] = (students[skeleton] ?? 0) + 1;
    }
  }
  return { days: days.map((day) => day ?? ""), students };
}

/** How many eligible goals three or more students share, by how alike they must be. */
export interface SharedGoals {
  readonly exact: number;
  /** Exact, or with other numbers and dates. */
  readonly skeleton: number;
  /** The same, or a near copy. */
  readonly near: number;
}

export function sharedGoals(goals: GoalSet, { clusterOf, students }: GoalClusters): SharedGoals {
  const { strictOf, strictTexts, skeletonOf, skeletons } = goals;
  return {
    exact: sharedIn(strictOf, distinctStudents(goals, strictOf, strictTexts)),
    skeleton: sharedIn(skeletonOf, distinctStudents(goals, skeletonOf, skeletons.length)),
    near: sharedIn(clusterOf, students),
  };
}

function sharedIn(textOf: ArrayLike<number>, students: Uint32Array): number {
  let shared = 0;
  for (let goal = 0; goal < textOf.length; goal++) {
    if ((students[textOf[goal] ?? 0] ?? 0) >= FEWEST_SHARING) shared++;
  }
  return shared;
}
