import type { GoalIndicator } from "../../goals/quality/goal-text-quality.ts";
import type { GoalLabels } from "../../goals/quality/labels/goal-labels.ts";
import { maskedText } from "../../goals/quality/labels/masked-text.ts";
import { ownNames } from "../../goals/words/own-name.ts";
import { printable } from "../arguments/printable.ts";
import type { AskLine } from "./ask-gap.ts";
import type { GoalOfFile } from "./label-files.ts";

const QUESTIONS: readonly (readonly [GoalIndicator, string])[] = [
  ["specific", "Specific: would two people agree on what will be done or which result is wanted?"],
  [
    "measurable",
    "Measurable: could you say at the end, without an opinion, whether it was reached?",
  ],
  ["timeBound", "Time-bound: does the text say by when, or over which period?"],
];

type Answer = "yes" | "no" | "skip" | "back" | "quit";

const ANSWERS: ReadonlyMap<string, Answer> = new Map([
  ...(["yes", "no", "skip", "back", "quit"] as const).flatMap(
    (answer) =>
      [
        [answer, answer],
        [answer.charAt(0), answer],
      ] as const,
  ),
  ["sí", "yes"],
  ["si", "yes"],
]);

/** How far a session came. */
export interface LabeledSoFar {
  readonly labeled: number;
  readonly skipped: number;
  readonly goals: number;
}

/**
 * Asks the rubric's questions about each goal that has no labels yet. After each goal all labels are
 * saved, so that whoever quits loses at most the answers for one goal.
 */
export async function labelGoals(
  goals: readonly GoalOfFile[],
  earlier: readonly GoalLabels[],
  ask: AskLine,
  save: (labels: readonly GoalLabels[]) => void,
): Promise<LabeledSoFar> {
  const isLabeled = new Set(earlier.map(({ id }) => id));
  const open = goals.filter(({ id }) => !isLabeled.has(id));
  const inSession = new Map<string, GoalLabels>();
  const done = earlier.length;
  let index = 0;
  while (index < open.length) {
    const goal = open[index];
    if (goal === undefined) break;
    const head = `\n[${done + index + 1} of ${done + open.length}] ${shownText(goal)}\n`;
    const answered = await askGoal(goal.id, head, ask);
    if (answered === "quit") break;
    if (answered === "back") index = Math.max(0, index - 1);
    else {
      if (answered === "skip") inSession.delete(goal.id);
      else inSession.set(goal.id, answered);
      save([...earlier, ...inSession.values()]);
      index++;
    }
  }
  const labeled = done + inSession.size;
  return { labeled, skipped: index - inSession.size, goals: done + open.length };
}

const shownText = ({ text, name }: GoalOfFile): string =>
  printable(maskedText(text, ownNames([name])));

/** The answers to the three questions; "back" from the first question is to the goal before. */
async function askGoal(
  id: string,
  head: string,
  ask: AskLine,
): Promise<GoalLabels | "skip" | "back" | "quit"> {
  const answers: boolean[] = [];
  while (answers.length < QUESTIONS.length) {
    const [, question = ""] = QUESTIONS[answers.length] ?? [];
    const answer = await askUntilKnown(`${answers.length === 0 ? head : ""}  ${question} `, ask);
    if (answer === "skip" || answer === "quit") return answer;
    if (answer !== "back") answers.push(answer === "yes");
    else if (answers.pop() === undefined) return "back";
  }
  const [specific = false, measurable = false, timeBound = false] = answers;
  return { id, specific, measurable, timeBound };
}

async function askUntilKnown(question: string, ask: AskLine): Promise<Answer> {
  for (;;) {
    const line = await ask(`${question}(y/n/skip/back/quit) `);
    if (line === null) return "quit";
    const answer = ANSWERS.get(line.trim().toLowerCase());
    if (answer !== undefined) return answer;
  }
}
