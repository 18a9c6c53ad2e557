import type { OwnNames } from "../words/own-name.ts";
import type { ReadGoal } from "../words/read-goal.ts";
import { undated } from "../words/skeleton.ts";
import type { Template } from "../words/template.ts";
import { clustersOf, FEWEST_SHARING, type GoalClusters } from "./clusters.ts";
import { goalSetBuilder, type GoalSet } from "./goal-set.ts";

/** A goal as it is compared: its text, and the day it was set as text that sorts by time; null if unknown. */
export interface GoalToCompare {
  readonly text: string;
  readonly setOn: string | null;
}

/** One student's goals of the school year in which they are compared. */
export interface StudentToCompare<G extends GoalToCompare = GoalToCompare> {
  readonly names: OwnNames;
  readonly goals: readonly G[];
}

/** A text that three or more students have. Restricted, like the goals. */
export interface SharedText {
  /** The text that was there first, with names, numbers and dates masked. */
  readonly text: string;
  /** The day on which the third student had it; null if the goals of three have no day. */
  readonly since: string | null;
}

export interface ComparedGoal {
  readonly kind: ReadGoal["kind"];
  /** The text with the student and dates masked, and numbers as they are; null where it is not compared. Restricted. */
  readonly undated: string | null;
  /** Null if fewer than three students have the text. */
  readonly shared: SharedText | null;
}

/**
 * Compares the goals of a district's students with one another. The answer for a goal depends
 * neither on the order of students nor on that of their goals, and what it says of a day does not
 * depend on goals that were set after it.
 */
export function compareGoals<G extends GoalToCompare>(
  students: readonly StudentToCompare<G>[],
  template: Template,
): ReadonlyMap<G, ComparedGoal> {
  const builder = goalSetBuilder(template);
  const kinds = students.map(({ names, goals }) =>
    builder.addStudent(
      names,
      goals.map(({ text }) => text),
      goals.map(({ setOn }) => setOn),
    ),
  );
  const set = builder.goalSet();
  const clusters = clustersOf(set);
  const eligible = students.flatMap(({ goals }, student) =>
    goals.filter((_goal, index) => kinds[student]?.[index] === "eligible"),
  );
  const texts = sharedTexts(set, clusters, eligible);
  const compared = new Map<G, ComparedGoal>();
  let next = 0;
  for (const [student, { goals }] of students.entries()) {
    for (const [index, goal] of goals.entries()) {
      const kind = kinds[student]?.[index] ?? "too-short";
      const eligibleGoal = kind === "eligible" ? next++ : -1;
      compared.set(goal, {
        kind,
        undated: undatedText(set.stricts[set.strictOf[eligibleGoal] ?? -1]),
        shared: texts.get(clusters.clusterOf[eligibleGoal] ?? -1) ?? null,
      });
    }
  }
  return compared;
}

const undatedText = (strict: string | undefined): string | null =>
  strict === undefined ? null : undated(strict.split(" ")).join(" ");

/** By cluster of three or more students its text. */
function sharedTexts(
  { firstGoals, skeletons }: GoalSet,
  { clusterOf, students }: GoalClusters,
  goals: readonly GoalToCompare[],
): ReadonlyMap<number, SharedText> {
  // Per cluster the first day of each of its students; "" where the student's goal has no day.
  const firstDays = new Map<number, string[]>();
  for (let student = 1; student < firstGoals.length; student++) {
    const own = new Map<number, string>();
    for (let goal = firstGoals[student - 1] ?? 0; goal < (firstGoals[student] ?? 0); goal++) {
      const cluster = clusterOf[goal] ?? 0;
      if ((students[cluster] ?? 0) < FEWEST_SHARING) continue;
      const day = goals[goal]?.setOn ?? "";
      const before = own.get(cluster);
      if (before === undefined || day < before) own.set(cluster, day);
    }
    for (const [cluster, day] of own) {
      const days = firstDays.get(cluster);
      if (days === undefined) firstDays.set(cluster, [day]);
      else days.push(day);
    }
  }
  return new Map(
    [...firstDays].map(([cluster, days]) => {
      const third = days.sort()[FEWEST_SHARING - 1] ?? "";
      return [cluster, { text: skeletons[cluster] ?? "", since: third === "" ? null : third }];
    }),
  );
}
