import type { GoalSet } from "./goal-set.ts";

/**
 * How many students have each text, each student counted once however often the text is repeated in
 * the student's own goals.
 * @param textOf per eligible goal, the number of its text or cluster, below `texts`
 */
export function distinctStudents(
  { firstGoals }: Pick<GoalSet, "firstGoals">,
  textOf: ArrayLike<number>,
  texts: number,
): Uint32Array {
  const counts = new Uint32Array(texts);
  const lastStudent = new Uint32Array(texts);
  for (let student = 1; student < firstGoals.length; student++) {
    const end = firstGoals[student] ?? 0;
    for (let goal = firstGoals[student - 1] ?? 0; goal < end; goal++) {
      const text = textOf[goal] ?? 0;
      if (lastStudent[text] === student) continue;
      lastStudent[text] = student;
      counts[text] = (counts[text] ?? 0) + 1;
    }
  }
  return counts;
}
