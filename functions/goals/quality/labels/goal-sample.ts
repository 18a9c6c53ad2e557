import { ownNames } from "../../words/own-name.ts";
import { goalTextQuality, isMet } from "../goal-text-quality.ts";
import type { GoalToLabel } from "./goal-labels.ts";
import { languageOf } from "./language-of.ts";
import { maskedText } from "./masked-text.ts";

/** A goal of the district with what masks it. */
export interface GoalOfDistrict {
  readonly id: string;
  readonly domain: string;
  readonly grade: string;
  readonly text: string;
  /** First, last and nick name of the student. */
  readonly names: readonly string[];
}

/**
 * Draws goals to label, masked: from each group of one domain, one language and one answer of the
 * rules in turn, so that rare answers are there often enough to be validated.
 * @param orderOf decides which goals of a group come first; equal for equal ids
 */
export function goalSample(
  goals: readonly GoalOfDistrict[],
  size: number,
  orderOf: (id: string) => string,
): readonly GoalToLabel[] {
  const groups = new Map<string, GoalOfDistrict[]>();
  for (const goal of inOrder(goals, orderOf)) {
    const { specific, measurable, timeBound } = goalTextQuality(goal.text);
    const answers = [specific, measurable, timeBound].map((level) => (isMet(level) ? "y" : "n"));
    const group = `${languageOf(goal.text)} ${answers.join("")} ${goal.domain}`;
    const alike = groups.get(group) ?? [];
    alike.push(goal);
    groups.set(group, alike);
  }
  const drawn: GoalOfDistrict[] = [];
  const inTurn = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, alike]) => alike);
  const longest = Math.max(0, ...inTurn.map(({ length }) => length));
  for (let round = 0; round < longest && drawn.length < size; round++) {
    for (const alike of inTurn) {
      const goal = alike[round];
      if (goal !== undefined && drawn.length < size) drawn.push(goal);
    }
  }
  // Readers must not see from the order what the rules say.
  return inOrder(drawn, orderOf).map(toLabel);
}

function inOrder(
  goals: readonly GoalOfDistrict[],
  orderOf: (id: string) => string,
): readonly GoalOfDistrict[] {
  const ordered = goals.map((goal) => ({ goal, order: orderOf(goal.id) }));
  return ordered.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ goal }) => goal);
}

const toLabel = ({ id, domain, grade, text, names }: GoalOfDistrict): GoalToLabel => ({
  ...{ id, domain, grade },
  language: languageOf(text),
  text: maskedText(text, ownNames(names)),
});
