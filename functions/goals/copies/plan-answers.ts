import { FEWEST_SHARING, type GoalClusters } from "./clusters.ts";
import type { GoalSet } from "./goal-set.ts";

/**
 * Whether a student's goals are the student's own: each student has one of these, in this order.
 * "own": at least one eligible goal is shared by fewer than three students.
 */
export const PLAN_ANSWERS = ["own", "shared-by-three-or-more", "no-eligible-goal"] as const;
export type PlanAnswer = (typeof PLAN_ANSWERS)[number];

/** Per student of the goal set, in its order. */
export function planAnswers(
  { firstGoals }: Pick<GoalSet, "firstGoals">,
  { clusterOf, students }: Pick<GoalClusters, "clusterOf" | "students">,
): readonly PlanAnswer[] {
  const answers: PlanAnswer[] = [];
  for (let student = 1; student < firstGoals.length; student++) {
    const start = firstGoals[student - 1] ?? 0;
    const end = firstGoals[student] ?? 0;
    let goal = start;
    while (goal < end && (students[clusterOf[goal] ?? 0] ?? 0) >= FEWEST_SHARING) goal++;
    if (start === end) answers.push("no-eligible-goal");
    else answers.push(goal === end ? "shared-by-three-or-more" : "own");
  }
  return answers;
}

/** Students all of whose eligible goals are shared by three or more, of those with an eligible goal. */
export interface CopyShare {
  readonly numerator: number;
  /** 0 where nobody has an eligible goal: then there is no share. */
  readonly denominator: number;
}

export function copyShare(answers: readonly PlanAnswer[]): CopyShare {
  let numerator = 0;
  let denominator = 0;
  for (const answer of answers) {
    if (answer !== "no-eligible-goal") denominator++;
    if (answer === "shared-by-three-or-more") numerator++;
  }
  return { numerator, denominator };
}
