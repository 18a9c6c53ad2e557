import type { ComparedGoal, GoalToCompare, StudentToCompare } from "./compared-goals.ts";

/** By student the skeletons of the goals that were compared in a school year; nobody without such a goal. Restricted. */
export type OwnSkeletons = ReadonlyMap<string, readonly string[]>;

/** A student with a name of their own: the same in every school year. */
interface NamedStudent<G extends GoalToCompare> extends StudentToCompare<G> {
  readonly student: string;
}

export function ownSkeletons<G extends GoalToCompare>(
  students: readonly NamedStudent<G>[],
  compared: ReadonlyMap<G, ComparedGoal>,
): OwnSkeletons {
  const own = new Map<string, readonly string[]>();
  for (const { student, goals } of students) {
    const skeletons = goals.flatMap((goal) => compared.get(goal)?.skeleton ?? []);
    if (skeletons.length > 0) own.set(student, skeletons);
  }
  return own;
}

/**
 * Whether a goal is one that its student had the school year before, apart from numbers and dates.
 * Null where it is not compared, or the student had no goal then that was.
 * @param before the student's skeletons of the school year before
 */
export function isLastYearsGoal(
  { skeleton }: Pick<ComparedGoal, "skeleton">,
  before: readonly string[] | undefined,
): boolean | null {
  return skeleton === null || before === undefined ? null : before.includes(skeleton);
}
