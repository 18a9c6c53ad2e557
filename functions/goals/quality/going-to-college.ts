import { type GoalTokens, is } from "./goal-tokens.ts";
import { CLASS } from "./words/word-class.ts";
import { wordSet } from "./words/word-set.ts";

const COLLEGE_EVENTS = wordSet(`
  fair fairs tour tours visit visits night class classes campus office center day
`);

const GOERS = wordSet("go going attend attending goto ir ira ire asistir asistirá asistire");

/** Whether a word is of going to college: to any is a direction, to a kind or a name of one a result. */
export function goesToCollege(tokens: GoalTokens, index: number): "no" | "any" | "of-a-kind" {
  if (!GOERS.has(tokens.plain[index] ?? "")) return "no";
  for (let place = index + 1; place < index + 6; place++) {
    if (is(tokens, place, CLASS.OPINION)) return "no";
    if (!is(tokens, place, CLASS.COLLEGE)) continue;
    if (COLLEGE_EVENTS.has(tokens.plain[place + 1] ?? "")) return "no";
    const isKind =
      (tokens.end[place] ?? 0) > place + 1 || /^\p{Lu}/u.test(tokens.written[place] ?? "");
    return isKind ? "of-a-kind" : "any";
  }
  return "no";
}
