import { type GoalTokens, is } from "./goal-tokens.ts";
import { CLASS } from "./words/word-class.ts";
import { wordSet } from "./words/word-set.ts";

const BEFORE_GRADE = wordSet("the my el mi of de del");
const SAYS_WHEN = wordSet(`
  by before during throughout end until through fin final para antes hasta durante finish
  start beginning completing
`);
const ORDINAL_GRADE = /^(?:[6-9]|1[0-2])(?:th|o|no|vo|mo)?$/;
const STATES = wordSet(`
  am is was are im gusta encanta like love enjoy currently estoy soy right now
`);

/** "By the end of 10th grade", "in 9th grade I will"; not "in 9th grade I like art". */
export function isGradeAsTime(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  const isBefore = isGradeNumber(tokens, index - 1);
  const isAfter = isGradeNumber(tokens, index + 1);
  if (!isBefore && !isAfter) return false;
  let place = isBefore ? index - 2 : index - 1;
  while (BEFORE_GRADE.has(plain[place] ?? "")) place--;
  const before = plain[place] ?? "";
  if (SAYS_WHEN.has(before)) {
    return plain[index + 1] !== "level" && plain[index + 2] !== "level";
  }
  if (before !== "in" && before !== "en") return false;
  if (plain[index + 1] === "level") return false;
  const beside = [
    ...plain.slice(Math.max(0, place - 5), place),
    ...plain.slice(index + 1, index + 6),
  ];
  return !beside.some((word) => STATES.has(word));
}

export const isGradeNumber = (tokens: GoalTokens, index: number): boolean =>
  ORDINAL_GRADE.test(tokens.plain[index] ?? "") || is(tokens, index, CLASS.ORDINAL);
