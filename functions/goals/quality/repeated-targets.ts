import { type GoalTokens, is, nextOf } from "./goal-tokens.ts";
import { CLASS } from "./words/word-class.ts";
import { wordSet } from "./words/word-set.ts";

const ALL = wordSet("all every each any todas todos toda todo cada");
const NONE = wordSet(`
  no zero without not never any stop avoid sin cero ningun ninguna no nunca 0 dont fewer
  evitar
`);
const MISSES = wordSet(`
  miss missing skip skipping fail failing late absent tardy suspended faltar faltare faltará
  reprobar reprobare suspendido tarde expelled
`);
const PLURAL_WEEKDAYS = wordSet(`
  mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays domingos sabados
`);
const TODO_DAYS = wordSet(`
  domingos sabados dias noches semanas tardes mananas days nights
`);

/**
 * Whether the goal is to do something each time ("every night", "all my homework"), or never
 * ("no tardies"): it can be counted without an amount.
 */
export function hasRepeatedTarget(tokens: GoalTokens, isNamed: boolean): boolean {
  for (let index = 0; index < tokens.plain.length; index++) {
    const word = tokens.plain[index] ?? "";
    if (NONE.has(word) && isNever(tokens, index)) return true;
    if (!isNamed) continue;
    if (isOnWeekdays(tokens, index, word)) return true;
    const isAll = is(tokens, index, CLASS.EACH) || ALL.has(word);
    if (isAll && isEachTime(tokens, index, word)) return true;
  }
  return false;
}

/** "On Mondays", "los martes y jueves", "Monday through Friday". */
const isOnWeekdays = (tokens: GoalTokens, index: number, word: string): boolean =>
  PLURAL_WEEKDAYS.has(word) ||
  (is(tokens, index, CLASS.WEEKDAY) && is(tokens, index + 2, CLASS.WEEKDAY));

function isEachTime(tokens: GoalTokens, index: number, word: string): boolean {
  if (/^(?:daily|everyday|weekly|nightly|diario|diariamente|semanalmente)$/.test(word)) return true;
  const next = tokens.plain[index + 1] ?? "";
  if (
    /^(?:day|night|morning|class|dia|noche|manana|clase|afternoon|evening|tarde|time|single)$/.test(
      next,
    )
  )
    return word !== "all";
  if (word === "cada" || word === "each" || word === "every") {
    return nextOf(tokens, index + 1, 2, CLASS.PERIOD | CLASS.WEEKDAY | CLASS.SCHOOLWORK) >= 0;
  }
  if (
    (word === "todos" || word === "todas") &&
    (TODO_DAYS.has(tokens.plain[index + 2] ?? "") || is(tokens, index + 2, CLASS.WEEKDAY))
  )
    return true;
  return nextOf(tokens, index + 1, 4, CLASS.SCHOOLWORK | CLASS.MISHAP) >= 0;
}

function isNever(tokens: GoalTokens, index: number): boolean {
  if (/^(?:tanto|mucho|much|so)$/.test(tokens.plain[index + 2] ?? "")) return false;
  if (tokens.plain.slice(index + 1, index + 4).some((word) => MISSES.has(word))) return true;
  return nextOf(tokens, index + 1, 3, CLASS.MISHAP) >= 0;
}
