import { isMonthBetween } from "../words/months.ts";
import { type GoalTokens, is } from "./goal-tokens.ts";
import { CLASS } from "./words/word-class.ts";
import { wordSet } from "./words/word-set.ts";

const YEAR = /^(?:19|20)\d\d$/;
const SCHOOL_YEAR = /^20\d\d[-/](?:20)?\d\d$/;
const FULL_DATE = /^(?:\d{1,2}([./-])\d{1,2}\1(?:20)?\d\d|20\d\d([./-])\d{1,2}\2\d{1,2})$/;
const MONTH_AND_DAY = /^(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])$/;
const BEFORE_DATES = wordSet(`
  by on before until till due of since el del antes hasta para through thru the
`);
const SCHOOL = wordSet(`
  college university school degree plan program institution colleges universities universidad
  colegio carrera old
`);
const IN = wordSet(`
  in within next over for past last the en dentro por durante proximos proximas ultimos after
  about el los las
`);
const PER = wordSet("a per each every an al por cada");
const OF = wordSet("of de worth");
const AGES = wordSet(`
  age turn turning turned am im cumpla cumplir cumpli tengo edad
`);

/** Whether a number names something: a grade, a course, a room, an age, a length of time, a kind of school. */
export function isName(tokens: GoalTokens, index: number, value: number): boolean {
  const { plain } = tokens;
  const [previous = "", next = ""] = [plain[index - 1], plain[index + 1]];
  const isCounted = is(tokens, index + 1, CLASS.UNIT) && !is(tokens, index + 1, CLASS.PERIOD);
  if (next === "grade" && plain[index + 2] === "levels") return false;
  if (isLength(tokens, index)) return true;
  if (isCounted && !(next === "grade" || next === "grado")) return false;
  if (next === "grade" || next === "grado" || next === "grader" || SCHOOL.has(next)) return true;
  if (
    (previous === "to" && plain[index - 2] === "count") ||
    (previous === "hasta" && plain[index - 2] === "contar")
  )
    return true;
  if (AGES.has(previous) || (previous === "of" && plain[index - 2] === "age")) return true;
  if (next === "on" && (plain[index + 2] === "1" || plain[index + 2] === "one")) return true;
  if (previous === "on" && (plain[index - 2] === "1" || plain[index - 2] === "one")) return true;
  if (is(tokens, index - 1, CLASS.LABEL)) return !(previous === "nivel" || previous === "level");
  if (is(tokens, index - 1, CLASS.COURSE)) return value <= 12 || value >= 100;
  return false;
}

/** "In 5 years", "two semesters": a time, unless it says how often or how much of what. */
function isLength({ plain, classes }: GoalTokens, index: number): boolean {
  if (((classes[index + 1] ?? 0) & CLASS.PERIOD) === 0) return false;
  const [previous = "", next = "", afterNext = ""] = [
    plain[index - 1],
    plain[index + 1],
    plain[index + 2],
  ];
  if (next === "grade") return true;
  if (PER.has(afterNext) || afterNext === "a") return false;
  if (next === "days" || next === "dias") return IN.has(previous);
  return !OF.has(afterNext) || IN.has(previous);
}

/** A number that belongs to a date, a year or a school year. */
export function isDate(tokens: GoalTokens, index: number): boolean {
  const word = tokens.plain[index] ?? "";
  const [previous = "", next = ""] = [tokens.plain[index - 1], tokens.plain[index + 1]];
  if (FULL_DATE.test(word) || SCHOOL_YEAR.test(word)) return true;
  if (YEAR.test(word)) return !is(tokens, index + 1, CLASS.UNIT);
  if (MONTH_AND_DAY.test(word)) return BEFORE_DATES.has(previous);
  if (is(tokens, index - 1, CLASS.MONTH))
    return isMonthBetween(tokens.plain[index - 2] ?? "", previous, word);
  if (is(tokens, index + 1, CLASS.MONTH)) return isMonthBetween(word, next, "1");
  return OF.has(next) && is(tokens, index + 2, CLASS.MONTH);
}
