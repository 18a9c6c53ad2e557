import { clustersOf, sharedGoals } from "../../../functions/goals/copies/clusters.ts";
import { goalSetBuilder } from "../../../functions/goals/copies/goal-set.ts";
import { copyShare, planAnswers } from "../../../functions/goals/copies/plan-answers.ts";
import { ownNames } from "../../../functions/goals/words/own-name.ts";
import { readTemplate, type DeclaredTemplate } from "../../../functions/goals/words/template.ts";

export interface GoalsOfStudent {
  readonly name: string;
  readonly goals: readonly string[];
}

const NO_TEMPLATE: DeclaredTemplate = { starters: [], mandated: [] };

/** What is answered of students with these goals. */
export function answersOf(students: readonly GoalsOfStudent[], template = NO_TEMPLATE) {
  const builder = goalSetBuilder(readTemplate(template));
  for (const { name, goals } of students) builder.addStudent(ownNames([name]), goals);
  const set = builder.goalSet();
  const clusters = clustersOf(set);
  const answers = planAnswers(set, clusters);
  const sizes = [...clusters.students].filter((size) => size > 0).sort((a, b) => b - a);
  return { answers, share: copyShare(answers), shared: sharedGoals(set, clusters), sizes };
}
