import { goalTokens, type GoalTokens } from "../../../functions/goals/quality/goal-tokens.ts";

/** What a rule says of a word of a goal: of the first that is written so, without accents. */
export function ofWord<Answer>(
  rule: (tokens: GoalTokens, index: number) => Answer,
  text: string,
  word: string,
): Answer {
  const tokens = goalTokens(text);
  const index = tokens.plain.indexOf(word);
  if (index < 0) throw new Error(`no "${word}" in "${text}"`);
  return rule(tokens, index);
}
