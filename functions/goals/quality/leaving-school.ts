import { type GoalTokens } from "./goal-tokens.ts";
import { isGradeNumber } from "./grade-times.ts";
import { wordSet } from "./words/word-set.ts";

const NOT_LEAVING = wordSet("up grande mayor tired stuck class bed home");
const WHAT_IS_LEFT = wordSet(`
  high school highschool college the middle la el de universidad prepa to 9th 10th 11th 12th
  kindergarten my
`);
const NOT_LEFT = wordSet("game work test class");
export const LEAVES = wordSet(`
  starts finishes turns graduates graduate leave turn finish complete start enter move begin reach get end apply become gradue
  graduo termine acabe cumpla salga empiece entre vaya pase inicie graduar graduarme terminar
  acabar cumplir salir empezar entrar irme ir comenzar graduemos graduating leaving finishing
  turning completing starting entering graduarnos
`);

/** "I graduate", "me gradúe", "I turn 18": after "before", "when" or "by the time". */
export function isLeaving(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  for (let place = index; place < index + 5; place++) {
    const word = plain[place] ?? "";
    if (NOT_LEAVING.has(plain[place + 1] ?? "")) return false;
    if (word === "graduate" || word.startsWith("gradu") || word.startsWith("cumpl"))
      return !/^(?:in|it|them|my)$/.test(plain[place + 1] ?? "");
    if (/^(?:1[4-9]|2\d|30)$/.test(word)) return true;
    if (word === "turn" || word === "turning") continue;
    if (
      (word === "grade" || word === "grado") &&
      (isGradeNumber(tokens, place - 1) || isGradeNumber(tokens, place + 1))
    )
      return true;
    if (LEAVES.has(word) && !["al", "the", "to"].includes(plain[place + 1] ?? ""))
      return WHAT_IS_LEFT.has(plain[place + 1] ?? "") && !NOT_LEFT.has(plain[place + 2] ?? "");
  }
  return false;
}
