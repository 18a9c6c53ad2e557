import { INFINITIVE } from "./verb-places.ts";
import { type GoalTokens, nextOf } from "./goal-tokens.ts";
import { isOpinion } from "./verb-objects.ts";
import { CLASS } from "./words/word-class.ts";
import { wordSet } from "./words/word-set.ts";

const BEFORE_A_VERB = wordSet("to will ill gonna and then");
const NO_VERBS = wordSet(`
  give own travel live this that these those when after because since today being what how
  just also please than with from into onto over under through before until while during about
  around like near there here then where who which was has had are were been did does not only
  both some any other such same able have school
`);
const AN_OBJECT = wordSet(`
  a an the my his her our their at all every each one two three four five six
`);
const UN_OBJETO = wordSet(`
  el la los las un una mi mis su sus a al con dos tres cuatro cinco por todas todos cada
`);
const ANTES_DE_UN_VERBO = wordSet(`
  a y de quiero debo puedo necesito que para voy es poder no
`);

/** A word that no table has, where only a verb can stand and an object follows: "fill a sketchbook", "traducir una carta". */
export function isUnknownVerb(tokens: GoalTokens, index: number, word: string): boolean {
  if ((tokens.classes[index] ?? 0) !== 0 || word.length < 3 || NO_VERBS.has(word)) return false;
  const [previous = "", next = ""] = [tokens.plain[index - 1], tokens.plain[index + 1]];
  const isStart = index === 0 || tokens.startsSentence[index] === true;
  if (INFINITIVE.test(word) && UN_OBJETO.has(next) && (isStart || ANTES_DE_UN_VERBO.has(previous)))
    return true;
  if (!isStart && !BEFORE_A_VERB.has(previous)) return false;
  return (
    (AN_OBJECT.has(next) || /^\d/.test(next)) &&
    nextOf(tokens, index + 1, 3, CLASS.OPINION | CLASS.MORE) < 0 &&
    !isOpinion(tokens, index + 1)
  );
}
