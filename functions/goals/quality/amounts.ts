import { isMonthBetween } from "../words/months.ts";
import { is, type GoalTokens } from "./goal-tokens.ts";
import { isLetterGrade } from "./letter-grades.ts";
import { CLASS } from "./words/word-class.ts";

const DIGIT = /^\d/;
const ORDINAL = /^\d+(?:st|nd|rd|th|er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na|o|a)$/;
const YEAR = /^(?:19|20)\d\d$/;
const SCHOOL_YEAR = /^20\d\d[-/](?:20)?\d\d$/;
const FULL_DATE = /^(?:\d{1,2}([./-])\d{1,2}\1(?:20)?\d\d|20\d\d([./-])\d{1,2}\2\d{1,2})$/;
const MONTH_AND_DAY = /^(?:0?[1-9]|1[0-2])[/-](?:0?[1-9]|[12]\d|3[01])$/;
/** A number with what may be written onto it where it is an amount: "95%", "30min", "90s", "2x", "10pm". */
const AMOUNT =
  /^\d[\d.,:/-]*(?:%|hrs?|h|min|mins|m|pts?|lbs?|kgs?|km|k|mi|x|am|pm|s|wpm|mph|ft|pages|times|dollars|usd|hours|minutes|percent)?$/;
const IDIOMS = new Set(["24/7", "50/50", "504", "401k", "911"]);
const FULL_EFFORT = new Set(
  "give giving gave effort try put putting dar doy dando esfuerzo esfuerzos poner".split(" "),
);
const BEFORE_DATES = new Set(
  "by on before until till due of since el del antes hasta para through thru the".split(" "),
);
const NO_ONE = new Set(
  "no each every this that number any which some day the only another is step phase chapter unit part period on".split(
    " ",
  ),
);
const NOT_COUNTED = new Set(
  "day of another thing on who that and is i where more step life or to for in time".split(" "),
);
const SCHOOL = new Set(
  "college university school degree plan program institution colleges universities universidad colegio carrera old".split(
    " ",
  ),
);
const IN = new Set(
  "in within next over for past last the en dentro por durante proximos proximas ultimos after about el los las".split(
    " ",
  ),
);
const PER = new Set("a per each every an al por cada".split(" "));
const OF = new Set(["of", "de", "worth"]);
const AGES = new Set("age turn turning turned am im cumpla cumplir cumpli tengo edad".split(" "));

/**
 * Whether the text has a quantified target: an amount, a score, a rank, a grade or a frequency.
 * Numbers that only name something (a grade level, a course, a step, a year, a date) are none.
 */
export function hasAmount(tokens: GoalTokens): boolean {
  for (let index = 0; index < tokens.plain.length; index++) {
    const word = tokens.plain[index] ?? "";
    if (DIGIT.test(word) ? isDigitAmount(tokens, index, word) : isWordAmount(tokens, index, word)) {
      return true;
    }
  }
  return false;
}

function isDigitAmount(tokens: GoalTokens, index: number, word: string): boolean {
  if (ORDINAL.test(word)) return isRank(tokens, index);
  if (IDIOMS.has(word) || !AMOUNT.test(word) || isDate(tokens, index)) return false;
  if (word.endsWith("%")) return !isEffort(tokens, index, word);
  const next = tokens.plain[index + 1] ?? "";
  if (next === "percent" || next === "por") return !isEffort(tokens, index, word);
  if (tokens.plain.length > 1 && index === 0 && tokens.startsSentence[1] === true) return false;
  return !isName(tokens, index, Number.parseFloat(word));
}

function isWordAmount(tokens: GoalTokens, index: number, word: string): boolean {
  if (word.length <= 3 && isLetterGrade(tokens, index)) return true;
  const [previous = "", next = ""] = [tokens.plain[index - 1], tokens.plain[index + 1]];
  if (word === "one" || word === "uno")
    return (
      !NO_ONE.has(previous) && !NOT_COUNTED.has(next) && next !== "" && !isName(tokens, index, 1)
    );
  if (word === "once" || word === "twice" || word === "thrice")
    return PER.has(next) || is(tokens, index + 1, CLASS.EACH);
  if (word === "a" || word === "an" || word === "una" || word === "un")
    return isOnePer(tokens, index);
  if (word === "half" && previous === "in") return true;
  if (word === "half" || word === "media" || word === "medio") {
    const unit = next === "an" || next === "a" || next === "of" ? index + 2 : index + 1;
    return is(tokens, unit, CLASS.UNIT);
  }
  if (is(tokens, index, CLASS.ORDINAL)) return isRank(tokens, index);
  return is(tokens, index, CLASS.NUMBER) && !isDate(tokens, index) && !isName(tokens, index, 0);
}

/** "An hour a day", "una vez por semana", "a book per month". */
function isOnePer(tokens: GoalTokens, index: number): boolean {
  if (!is(tokens, index + 1, CLASS.UNIT)) return false;
  const per = tokens.plain[index + 2] ?? "";
  const afterPer = per === "a" && tokens.plain[index + 3] === "la" ? index + 4 : index + 3;
  if (is(tokens, index + 2, CLASS.EACH)) return true;
  return PER.has(per) || per === "a"
    ? is(tokens, afterPer, CLASS.PERIOD) || isDayWord(tokens.plain[afterPer])
    : false;
}

const isDayWord = (word = ""): boolean =>
  word === "day" || word === "night" || word === "dia" || word === "noche";

/** An ordinal counts only as a rank or a reading level: "first place", "read at an 8th grade level". */
function isRank({ plain }: GoalTokens, index: number): boolean {
  const next = plain[index + 1] ?? "";
  if (next === "place" || next === "lugar" || next === "chair") return true;
  if (next !== "grade" && next !== "grado") return false;
  if (plain[index + 2] === "level" || plain[index + 2] === "reading") return true;
  return plain
    .slice(Math.max(0, index - 6), index)
    .some((word) => word === "nivel" || word === "level");
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

/** "Give 100%" is no amount. */
function isEffort({ plain }: GoalTokens, index: number, word: string): boolean {
  if (Number.parseFloat(word) < 100) return false;
  return plain.slice(Math.max(0, index - 4), index + 4).some((near) => FULL_EFFORT.has(near));
}

/** Whether a number names something: a grade, a course, a room, an age, a length of time, a kind of school. */
function isName(tokens: GoalTokens, index: number, value: number): boolean {
  const { plain } = tokens;
  const [previous = "", next = ""] = [plain[index - 1], plain[index + 1]];
  const isCounted = is(tokens, index + 1, CLASS.UNIT) && !is(tokens, index + 1, CLASS.PERIOD);
  if (next === "grade" && plain[index + 2] === "levels") return false;
  if (isLength(tokens, index)) return true;
  if (isCounted && !(next === "grade" || next === "grado")) return false;
  if (next === "grade" || next === "grado" || next === "grader" || SCHOOL.has(next)) return true;
  if (previous === "to" && plain[index - 2] === "count") return true;
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
