import { type GoalTokens, is } from "./goal-tokens.ts";
import { isLetterGrade } from "./letter-grades.ts";
import { isDate, isName } from "./number-names.ts";
import { CLASS } from "./words/word-class.ts";
import { wordSet } from "./words/word-set.ts";

const DIGIT = /^\d/;
const ORDINAL = /^\d+(?:st|nd|rd|th|er|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na|o|a)$/;
/** A number with what may be written onto it where it is an amount: "95%", "30min", "90s", "2x", "10pm". */
const AMOUNT =
  /^\d[\d.,:/-]*(?:%|hrs?|h|min|mins|m|pts?|lbs?|kgs?|km|k|mi|x|am|pm|s|wpm|mph|ft|pages|times|dollars|usd|hours|minutes|percent)?$/;
const IDIOMS = wordSet("24/7 50/50 504 401k 911");
const FULL_EFFORT = wordSet(`
  give giving gave effort try put putting dar doy dando esfuerzo esfuerzos poner
`);
const NO_ONE = wordSet(`
  no each every this that number any which some day the only another is step phase chapter
  unit part period on
`);
const NOT_COUNTED = wordSet(`
  day of another thing on who that and is i where more step life or to for in time
`);
const PER = wordSet("a per each every an al por cada");

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
  // A number alone, or one that a sentence follows, counts the goals.
  if (index === 0 && tokens.startsSentence[1] !== false) return false;
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
  if (tokens.plain[index - 1] === "least" || tokens.plain[index - 1] === "menos") return true;
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

/** "Give 100%" is no amount. */
function isEffort({ plain }: GoalTokens, index: number, word: string): boolean {
  if (Number.parseFloat(word) < 100) return false;
  return plain.slice(Math.max(0, index - 4), index + 4).some((beside) => FULL_EFFORT.has(beside));
}
