import { type GoalTokens, is, nextOf } from "./goal-tokens.ts";
import { goesToCollege } from "./going-to-college.ts";
import { CLASS } from "./words/word-class.ts";
import { wordSet } from "./words/word-set.ts";

const EMPTY = wordSet(`
  more better harder hard well alot lot often good enough it this that so because very really
  too mucho bien duro mejor mas siempre a temprano early
`);
const COURSE_WORDS = wordSet(`
  class classes course courses ap honors clase clases curso cursos dual driver drivers ed
  elective electives
`);
const STOPS = wordSet(`
  in on at for with to so en con para notes apuntes notas breaks
`);
const DOES = wordSet(`
  do doing does hacer hago haga ahorrar ahorrare ahorrará save saving
`);
/** Hollow as results, and things to do something with: "check my grades". */
const TO_WORK_WITH = wordSet(`
  grades grade vocabulary career careers carrera carreras options opciones opportunities
  oportunidades experience goals friends friend notas calificaciones vocabulario amigos skills
`);
/** After these the noun before has ended: "complete my career" and "complete the career inventory". */
const AFTER_A_NOUN = wordSet(`
  and or in for to with by at so that before this on because of from up when until every each
  i y o en para con de del por a que cuando antes este esta
`);
const PLACES = wordSet("in on at with en con during after despues before");
const ONE = wordSet("a an un una");
const FINISHES = wordSet(`
  finish finishing complete completing terminar completar acabar
`);
const WHOLE = wordSet("whole entire todo toda entero entera");
const HOMEWORK = wordSet(`
  homework work classwork schoolwork tarea tareas trabajo
`);
const NO_THING = wordSet(`
  lot bit chance handle grip feel sense habit change difference point while routine
`);

/** Whether something follows that the action is done to, with or for, and it is no direction. */
export function hasObject(tokens: GoalTokens, index: number): boolean {
  const after = tokens.end[index] ?? index + 1;
  if (after > index + 1) {
    if (goesToCollege(tokens, index) !== "no") return false;
    return !isOpinion(tokens, after) || TO_WORK_WITH.has(tokens.plain[after] ?? "");
  }
  let place = after;
  while (is(tokens, place, CLASS.DETERMINER)) place++;
  const word = tokens.plain[place];
  if (DOES.has(tokens.plain[index] ?? "") && STOPS.has(word ?? "")) return false;
  if (
    word === undefined ||
    EMPTY.has(word) ||
    isOnlyAdverb(tokens, place) ||
    tokens.startsSentence[place] === true
  )
    return false;
  if (nextOf(tokens, after, 3, CLASS.MORE | CLASS.OPINION) >= 0) return false;
  return TO_WORK_WITH.has(word) || !isOpinion(tokens, after);
}

/** "Complete my goals", "earn more respect", "finish strong". */
export function isOpinion(tokens: GoalTokens, index: number): boolean {
  if (
    is(tokens, index, CLASS.MORE | CLASS.OPINION) ||
    is(tokens, index + 1, CLASS.MORE | CLASS.OPINION)
  )
    return true;
  let place = index;
  while (
    is(tokens, place, CLASS.DETERMINER) ||
    tokens.plain[place] === "all" ||
    tokens.plain[place] === "de"
  )
    place++;
  if (!is(tokens, place, CLASS.HOLLOW)) return false;
  if (is(tokens, place, CLASS.THING | CLASS.PIECE | CLASS.SCHOOLWORK)) return false;
  const next = tokens.plain[place + 1];
  return next === undefined || tokens.startsSentence[place + 1] === true || AFTER_A_NOUN.has(next);
}

/** Whether the object is one of these, and no matter of opinion. */
export function reaches(tokens: GoalTokens, index: number, wanted: number): boolean {
  for (let place = index; place < index + 5; place++) {
    const kind = tokens.classes[place] ?? 0;
    if ((kind & wanted) !== 0) return true;
    if (PLACES.has(tokens.plain[place] ?? "")) return false;
    if ((kind & (CLASS.OPINION | CLASS.MORE)) !== 0) return false;
  }
  return false;
}

/** "Take the SAT", "take AP Biology". */
export function isTaken(tokens: GoalTokens, index: number): boolean {
  for (let place = index; place < index + 4; place++) {
    if (is(tokens, place, CLASS.OPINION | CLASS.MORE)) return false;
    if (STOPS.has(tokens.plain[place] ?? "")) return false;
    if (is(tokens, place, CLASS.TEST | CLASS.COURSE) || COURSE_WORDS.has(tokens.plain[place] ?? ""))
      return true;
  }
  return false;
}

/** "Build a gaming computer": one thing, and no matter of opinion. */
export const isOneThing = (tokens: GoalTokens, index: number): boolean =>
  ONE.has(tokens.plain[index] ?? "") &&
  !NO_THING.has(tokens.plain[index + 1] ?? "") &&
  nextOf(tokens, index + 1, 3, CLASS.OPINION | CLASS.MORE | CLASS.HOLLOW | CLASS.VAGUE) < 0;

/** "Attend regularly". */
const isOnlyAdverb = ({ plain }: GoalTokens, place: number): boolean =>
  plain[place + 1] === undefined && (plain[place] ?? "").endsWith("ly");

/** "Read the whole series". */
export const isWhole = ({ plain }: GoalTokens, object: number): boolean =>
  WHOLE.has(plain[object] ?? "") || WHOLE.has(plain[object + 1] ?? "");

/** "Finish my homework" comes again each day: it can be counted only with an amount, or with "all" or "missing". */
export function isAnyHomework(
  { plain, classes }: GoalTokens,
  index: number,
  object: number,
): boolean {
  if (!FINISHES.has(plain[index] ?? "")) return false;
  const place = ((classes[object] ?? 0) & CLASS.DETERMINER) !== 0 ? object + 1 : object;
  return isHomework(plain[place]) || (plain[place] === "school" && plain[place + 1] === "work");
}

export const isHomework = (word = ""): boolean => HOMEWORK.has(word);
