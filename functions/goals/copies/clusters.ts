import { distinctStudents } from "./distinct-students.ts";
import type { GoalSet } from "./goal-set.ts";
import { nearCopies } from "./near-copies.ts";

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
  const having = distinctStudents(goals, skeletonOf, skeletons.length);
  const leaderOf = nearCopies(skeletons, having);
  const clusterOf = Uint32Array.from(skeletonOf, (skeleton) => leaderOf[skeleton] ?? skeleton);
  return { clusterOf, leaderOf, students: distinctStudents(goals, clusterOf, skeletons.length) };
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
