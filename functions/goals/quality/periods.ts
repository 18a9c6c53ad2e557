import { type GoalTokens, is } from "./goal-tokens.ts";
import { CLASS } from "./words/word-class.ts";
import { wordSet } from "./words/word-set.ts";

const RUNNING = wordSet("this next the during by all current");
const AROUND_AMOUNT = wordSet("at least about than less no more de couple al menos");
const HOW_OFTEN = wordSet(`
  times time veces vez once twice hours horas days dias minutes minutos
`);
const WHOLE = wordSet(`
  all whole entire throughout during rest remainder end ends ending beginning start middle mid
  final last over for within toda todo durante resto final finales fin finalizar terminar
  termine acabar acabe inicio principio mitad lo through until hasta
`);
const PER = wordSet("a per each every an por al cada");
const IN_LENGTH = wordSet(`
  in within for over during next dentro en por durante proximos proximas the los las about
  least coming following siguientes under than first primeros primeras
`);
const LONG_UNITS = wordSet(`
  day days week weeks wk wks month months year years yr yrs semester semesters quarter
  quarters trimester trimesters dia dias semana semanas mes meses ano anos semestre semestres
  trimestre trimestres school
`);
const SOME = wordSet(`
  a an one several few couple un una unos unas uno pocos
`);
const PAST = wordSet(`
  last past previous pasado pasada anterior ago than
`);

/** "This semester", "by the end of the year", "for 3 weeks", "segundo semestre"; not "twice a week" nor "last year". */
export function isPeriodWithEnd(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  const [beforeThat = "", previous = "", next = ""] = [
    plain[index - 2],
    plain[index - 1],
    plain[index + 1],
  ];
  // "Los fines de semana", "during the week": they come again.
  if (beforeThat === "fines") return false;
  if (beforeThat === "during" && previous === "the" && plain[index] === "week") return false;
  if (PAST.has(previous) && next !== "of") return false;
  if (next === "pasado" || next === "anterior" || next === "ago") return false;
  if (/^(?:que|q)$/.test(next) && ["viene", "entra", "sigue"].includes(plain[index + 2] ?? ""))
    return true;
  if (is(tokens, index + 1, CLASS.THIS) && next !== "this" && next !== "este" && next !== "esta")
    return true;
  for (let place = index - 1; place >= Math.max(0, index - 3); place--) {
    const word = plain[place] ?? "";
    if (is(tokens, place, CLASS.EACH)) return false;
    if (is(tokens, place, CLASS.THIS)) return !(place < index - 1 && PER.has(previous));
    if (WHOLE.has(word))
      return !(PER.has(previous) && place < index - 1) || isLengthOf(tokens, index);
    if (is(tokens, place, CLASS.ORDINAL) && place >= index - 2 && !isShort(plain[index]))
      return true;
    if (/^\d(?:st|nd|rd|th|er|do)$/.test(word) && !isShort(plain[index])) return true;
  }
  if (
    /^(?:[1-4]|one|two|three|four)$/.test(next) &&
    !isShort(plain[index]) &&
    !is(tokens, index + 2, CLASS.UNIT)
  )
    return true;
  if (previous === "by" || beforeThat === "by" || previous === "before") return !PER.has(previous);
  if (next === "end" || previous === "school") return isSchoolYear(tokens, index);
  return isLengthOf(tokens, index);
}

const isShort = (word = ""): boolean =>
  /^(?:day|days|dias?|weeks?|wks?|semanas?|years?|yrs?|anos?|months?|mes|meses|weekends?)$/.test(
    word,
  ) &&
  word !== "weekend" &&
  word !== "year" &&
  word !== "ano";

function isSchoolYear({ plain }: GoalTokens, index: number): boolean {
  const word = plain[index - 2] ?? "";
  return RUNNING.has(word) || plain[index + 1] === "end";
}

/** "In 5 years", "for a month", "dentro de dos semanas"; not "5 days a week". */
function isLengthOf(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  if (!LONG_UNITS.has(plain[index] ?? "")) return false;
  const amount = plain[index - 1] ?? "";
  const isAmount = /^\d/.test(amount) || is(tokens, index - 1, CLASS.NUMBER) || SOME.has(amount);
  if (
    !isAmount &&
    !(amount === "of" || amount === "de" || amount === "more" || amount === "school")
  )
    return false;
  if (PER.has(plain[index + 1] ?? "") || is(tokens, index + 1, CLASS.EACH)) return false;
  let place = index - 2;
  if (amount === "of" || amount === "de") place = index - 3;
  while (SOME.has(plain[place] ?? "") || AROUND_AMOUNT.has(plain[place] ?? "")) place--;
  const before = plain[place] ?? "";
  if (!IN_LENGTH.has(before)) return false;
  return !isFrequencyBefore(tokens, place);
}

/** "3 times in a week" says how often. */
const isFrequencyBefore = ({ plain }: GoalTokens, index: number): boolean =>
  HOW_OFTEN.has(plain[index - 1] ?? "");
