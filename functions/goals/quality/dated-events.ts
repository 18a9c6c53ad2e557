import { type GoalTokens, is } from "./goal-tokens.ts";
import { isGradeNumber } from "./grade-times.ts";
import { isLeaving, LEAVES } from "./leaving-school.ts";
import { CLASS } from "./words/word-class.ts";
import { wordSet } from "./words/word-set.ts";

const SCHOOLS = wordSet(`
  preparatoria secundaria prepa bachillerato college high middle highschool
`);
const OF = new Set(["of", "de", "del", "the", "el", "la", "my", "mi", "this", "este", "s", "out"]);
const RECURRING_EVENTS = wordSet("each every any all a cada todos los las");
const BEFORE_TERMINAR = wordSet("al de que cuando para");
const UNTIL_TESTS = wordSet(`
  the my next first final upcoming el mi proximo próximo
`);

/** "By graduation", "before I turn 18", "antes de Navidad"; not "by studying" nor "before class". */
export function isBeforeEvent(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  for (let place = index + 1; place <= index + 4 && place < plain.length; place++) {
    if (
      is(tokens, place, CLASS.EACH) ||
      (RECURRING_EVENTS.has(plain[place] ?? "") &&
        ((plain[place] !== "los" && plain[place] !== "las") || plain[index] === "para"))
    )
      return false;
    if (is(tokens, place, CLASS.EVENT))
      return plain[index] !== "para" || isDatedEvent(plain, place);
    if (is(tokens, place, CLASS.TEST))
      return (
        UNTIL_TESTS.has(plain[place - 1] ?? "") &&
        !/s$/.test(plain[place] ?? "") &&
        plain[index] !== "para" &&
        plain[index] !== "by"
      );
    if (
      isGradeNumber(tokens, place) &&
      (plain[index] === "by" || plain[index] === "before") &&
      plain[place + 1] === undefined &&
      !/^\d+$/.test(plain[place] ?? "")
    )
      return true;
    if (LEAVES.has(plain[place] ?? "") && plain[index] !== "para" && plain[index] !== "by")
      return isLeaving(tokens, index + 1);
    if (place === index + 1 && plain[index] === "by" && /ing$/.test(plain[place] ?? ""))
      return false;
  }
  return false;
}

/** Spanish "para" is also "for": "para la graduación" says when, "para la universidad" does not. */
const isDatedEvent = (plain: readonly string[], index: number): boolean =>
  !SCHOOLS.has(plain[index] ?? "");

/** "The end of the season", "last day of school", "el final de la clase"; not "the end of each day". */
export function isEndOfEvent(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  const word = plain[index] ?? "";
  let place = index + 1;
  if (word === "first" || word === "last" || word === "ultimo" || word === "ultima") {
    const isDay = /^(?:day|week|month|game|meet|practice|class|dia|semana|mes|juego|partido)$/.test(
      plain[place] ?? "",
    );
    return isDay && (plain[place + 1] === "of" || plain[place + 1] === "de");
  }
  if (/^(?:termin|acab|finaliz)/.test(word) && !BEFORE_TERMINAR.has(plain[index - 1] ?? ""))
    return false;
  if (!OF.has(plain[place] ?? "")) return false;
  if (plain[place] === "the" && word !== "end" && word !== "ending") return false;
  while (OF.has(plain[place] ?? "")) place++;
  if (is(tokens, place, CLASS.EACH)) return false;
  if (is(tokens, place, CLASS.PERIOD | CLASS.EVENT | CLASS.SCHOOL_LEVEL))
    return plain[place] !== "days";
  if (
    /^(?:high|middle|school|class|course|year|clase|clases|escuela|curso|season|nine|marking|grading|unit|program|programa|ciclo|periodo)$/.test(
      plain[place] ?? "",
    )
  )
    return true;
  return isGradeNumber(tokens, place);
}
