import { isMonthBetween, standsBeforeDate } from "../words/months.ts";
import { type GoalTokens, is, nextOf } from "./goal-tokens.ts";
import { isDate } from "./number-names.ts";
import { hasSpan } from "./spans.ts";
import { CLASS } from "./words/word-class.ts";
import { wordSet } from "./words/word-set.ts";

const DAYS_NAMED = wordSet("today tonight tomorrow hoy");
const PLURAL_WEEKDAYS = wordSet(`
  mondays tuesdays wednesdays thursdays fridays saturdays sundays
`);
const PAST = wordSet("since last past desde pasado ultimo previous");
const RECURS = wordSet("each every los cada todos most some both per");
const TIMES_OF_DAY = wordSet(`
  mornings afternoons evenings nights night live games
`);
/** "Summer job": the season is part of a name. */
const SEASONAL = wordSet(`
  job jobs camp camps school program programs internship internships reading class classes
  sport sports musical play concert league training work bridge clothes ball off behind asleep
  apart short down for in
`);
const CONCERTS = wordSet(`
  concert musical play recital show showcase meet tournament testing fair sports season
`);
const AT = wordSet("at by before until during");
const BEFORE_SEASON = wordSet(`
  this next by in the over during before of until late early for coming until following el
  este esta la del proximo proxima para antes durante
`);
const BEFORE_YEAR = wordSet(`
  by in of before during until for through spring summer fall winter en para del de antes year
  around late early ano since
`);
const YEAR = /^20\d\d$/;

/** Whether the text says by when, or over which period. How often is no deadline. */
export function isTimeBoundText(tokens: GoalTokens): boolean {
  for (let index = 0; index < tokens.plain.length; index++) {
    if (isDayAt(tokens, index) || hasSpan(tokens, index)) return true;
  }
  return false;
}

/** A day, a month, a season or a year. */
function isDayAt(tokens: GoalTokens, index: number): boolean {
  const word = tokens.plain[index] ?? "";
  if (word >= "0" && word < ":") return isNumberOfDate(tokens, index, word);
  if (DAYS_NAMED.has(word)) return true;
  if (word === "manana") return isTomorrow(tokens, index);
  const kind = tokens.classes[index] ?? 0;
  if ((kind & CLASS.MONTH) !== 0 && isMonthNamed(tokens, index, word)) return true;
  if ((kind & CLASS.WEEKDAY) !== 0 && isOneWeekday(tokens, index)) return true;
  return (kind & CLASS.SEASON) !== 0 && isOneSeason(tokens, index);
}

function isNumberOfDate(tokens: GoalTokens, index: number, word: string): boolean {
  const previous = tokens.plain[index - 1] ?? "";
  if (PAST.has(previous)) return false;
  if (!YEAR.test(word)) return isDate(tokens, index);
  const isClass = previous === "of" && tokens.plain[index - 2] === "class";
  const isGeneration =
    previous === "generacion" ||
    tokens.plain[index - 2] === "generacion" ||
    tokens.plain[index - 2] === "clase";
  return !isClass && !isGeneration && BEFORE_YEAR.has(previous);
}

/** "Para mañana", but not "por la mañana". */
const isTomorrow = ({ plain }: GoalTokens, index: number): boolean =>
  !["la", "cada", "las", "de", "por", "una", "esta"].includes(plain[index - 1] ?? "");

function isMonthNamed({ plain }: GoalTokens, index: number, word: string): boolean {
  const [previous = "", next = ""] = [plain[index - 1], plain[index + 1]];
  if (PAST.has(previous) || RECURS.has(previous)) return false;
  const isBeforeOf = (next === "de" || next === "of") && /^20\d\d/.test(plain[index + 2] ?? "");
  const isAfterDay =
    /^\d{1,2}(?:st|nd|rd|th)?$/.test(previous) || previous === "de" || previous === "of";
  const isNamed = previous === "the" && standsBeforeDate(plain[index - 2] ?? "");
  return isNamed || isBeforeOf || isAfterDay || isMonthBetween(previous, word, next);
}

function isOneWeekday(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  if (RECURS.has(plain[index - 1] ?? "") || TIMES_OF_DAY.has(plain[index + 1] ?? "")) return false;
  for (let place = Math.max(0, index - 4); place < index + 5; place++) {
    const isOther =
      place !== index &&
      (is(tokens, place, CLASS.WEEKDAY) || PLURAL_WEEKDAYS.has(plain[place] ?? ""));
    if (isOther || is(tokens, place, CLASS.EACH)) return false;
  }
  return true;
}

function isOneSeason(tokens: GoalTokens, index: number): boolean {
  const { plain } = tokens;
  const [previous = "", next = ""] = [plain[index - 1], plain[index + 1]];
  if (is(tokens, index + 1, CLASS.PERIOD)) return !is(tokens, index - 1, CLASS.EACH);
  if (YEAR.test(next) || ((next === "of" || next === "de") && YEAR.test(plain[index + 2] ?? "")))
    return true;
  if (is(tokens, index - 1, CLASS.THIS)) return true;
  if (previous === "by" || previous === "before")
    return nextOf(tokens, index + 1, 1, CLASS.EACH) < 0;
  if (CONCERTS.has(next)) return AT.has(previous) || AT.has(plain[index - 2] ?? "");
  return BEFORE_SEASON.has(previous) && !SEASONAL.has(next);
}
