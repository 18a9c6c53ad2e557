import type { ComparedGoal, GoalToCompare, StudentToCompare } from "./compared-goals.ts";

/** By student the texts, dates masked, of the goals that were compared in a school year; nobody without such a goal. Restricted. */
export type OwnTexts = ReadonlyMap<string, readonly string[]>;

/** A student with a name of their own: the same in every school year. */
interface NamedStudent<G extends GoalToCompare> extends StudentToCompare<G> {
  readonly student: string;
}

export function ownTexts<G extends GoalToCompare>(
  students: readonly NamedStudent<G>[],
  compared: ReadonlyMap<G, ComparedGoal>,
): OwnTexts {
  const own = new Map<string, readonly string[]>();
  for (const { student, goals } of students) {
    const texts = goals.flatMap((goal) => compared.get(goal)?.undated ?? []);
    if (texts.length > 0) own.set(student, texts);
  }
  return own;
}

/**
 * Whether a goal is one that its student had the school year before, apart from dates: with another
 * grade level, course or target it is a new one.
 * Null where it is not compared, or the student had no goal then that was.
 * @param before the student's texts of the school year before
 */
export function isLastYearsGoal(
  { undated }: Pick<ComparedGoal, "undated">,
  before: readonly string[] | undefined,
): boolean | null {
  return undated === null || before === undefined ? null : before.includes(undated);
}
