import type { OwnNames } from "../words/own-name.ts";
import { readGoal, type ReadGoal } from "../words/read-goal.ts";
import type { Template } from "../words/template.ts";

/**
 * The eligible goals of a group of students. Goals and texts are numbers, so that a million goals are
 * a few arrays. The texts are restricted, like the goals.
 */
export interface GoalSet {
  /** Per student, in the order of adding: the number of the first eligible goal; at the end, of all goals. */
  readonly firstGoals: readonly number[];
  /** Per eligible goal, the number of its text with the student masked. */
  readonly strictOf: readonly number[];
  /** Per eligible goal, the number of its skeleton. */
  readonly skeletonOf: readonly number[];
  readonly strictTexts: number;
  /** In the order of their numbers. */
  readonly stricts: readonly string[];
  /** In the order of their numbers. */
  readonly skeletons: readonly string[];
  /** Per eligible goal the day it was set, as text that sorts by time; empty if unknown, which counts as earliest. */
  readonly setOn: readonly string[];
  readonly tooShort: number;
  readonly mandated: number;
}

/** A goal set while it is filled. */
export interface GoalSetBuilder {
  /**
   * All goals of one student; a second call is another student.
   * @param setOn per goal the day it was set; none if no day is known
   * @returns per goal whether it is compared
   */
  addStudent(
    names: OwnNames,
    goals: readonly string[],
    setOn?: readonly (string | null)[],
  ): readonly ReadGoal["kind"][];
  goalSet(): GoalSet;
}

export function goalSetBuilder(template: Template): GoalSetBuilder {
  const firstGoals: number[] = [0];
  const strictOf: number[] = [];
  const skeletonOf: number[] = [];
  const days: string[] = [];
  const stricts = new Map<string, number>();
  const skeletons = new Map<string, number>();
  const left = { "too-short": 0, mandated: 0 };
  return {
    addStudent(names, goals, setOn = []) {
      const kinds = goals.map((text, index) => {
        const goal = readGoal(text, names, template);
        if (goal.kind === "eligible") {
          strictOf.push(numberOf(stricts, goal.strict));
          skeletonOf.push(numberOf(skeletons, goal.skeleton));
          days.push(setOn[index] ?? "");
        } else {
          left[goal.kind]++;
        }
        return goal.kind;
      });
      firstGoals.push(strictOf.length);
      return kinds;
    },
    goalSet: () => ({
      ...{ firstGoals, strictOf, skeletonOf },
      strictTexts: stricts.size,
      stricts: [...stricts.keys()],
      skeletons: [...skeletons.keys()],
      setOn: days,
      tooShort: left["too-short"],
      mandated: left.mandated,
    }),
  };
}

function numberOf(texts: Map<string, number>, text: string): number {
  const number = texts.get(text) ?? texts.size;
  if (number === texts.size) texts.set(text, number);
  return number;
}
