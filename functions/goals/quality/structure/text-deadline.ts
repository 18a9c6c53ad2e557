import { isDay, type Day } from "../../../domain/calendar/day.ts";
import { wordsIn } from "../../words/plain-word.ts";

const MONTHS = `january enero jan ene|february febrero feb|march marzo mar|april abril apr abr|may mayo|
june junio jun|july julio jul|august agosto aug ago|september septiembre setiembre sep sept|
october octubre oct|november noviembre nov|december diciembre dec dic`;
const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.split("|").flatMap((names, index) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, index + 1] as const),
  ),
);
const ISO = /^(20\d\d)([-./])(\d{1,2})\2(\d{1,2})$/;
const WITH_YEAR_LAST = /^(\d{1,2})([-./])(\d{1,2})\2(20\d\d|\d\d)$/;
const DAY_OF_MONTH = /^(\d{1,2})(?:st|nd|rd|th|o|ro)?$/;
const YEAR = /^20\d\d$/;

/** The latest full date, with its year, that a text names in English or Spanish; null if it names none. */
export function textDeadline(text: string): Day | null {
  const words = wordsIn(text.slice(0, 2_000)).map(({ plain }) => plain);
  let latest: Day | null = null;
  for (const index of words.keys()) {
    const on = writtenDate(words[index] ?? "") ?? namedDate(words, index);
    if (on !== null && (latest === null || on > latest)) latest = on;
  }
  return latest;
}

/** "2026-06-01", "6/1/2026", "6/1/26"; the month first, unless it can only be the day. */
function writtenDate(word: string): Day | null {
  const iso = ISO.exec(word);
  if (iso !== null) return dayOf(iso[1], iso[3], iso[4]);
  const [, first = "", , second = "", year = ""] = WITH_YEAR_LAST.exec(word) ?? [];
  const full = year.length === 2 ? `20${year}` : year;
  return Number(first) > 12 ? dayOf(full, second, first) : dayOf(full, first, second);
}

/** "June 1, 2026", "1 de junio de 2026", "1st of June 2026". */
function namedDate(words: readonly string[], index: number): Day | null {
  const month = MONTH_NUMBERS.get(words[index] ?? "");
  if (month === undefined) return null;
  const before = beside(words, index, -1);
  const after = beside(words, index, 1);
  const later = DAY_OF_MONTH.exec(words[after] ?? "")?.[1];
  if (later !== undefined && !YEAR.test(words[after] ?? "")) {
    const year = words[beside(words, after, 1)] ?? "";
    if (YEAR.test(year)) return dayOf(year, String(month), later);
  }
  const earlier = DAY_OF_MONTH.exec(words[before] ?? "")?.[1];
  return YEAR.test(words[after] ?? "") ? dayOf(words[after], String(month), earlier) : null;
}

/** The place before or after a word, past "of" and "de". */
function beside(words: readonly string[], index: number, step: 1 | -1): number {
  const word = words[index + step];
  return word === "of" || word === "de" || word === "del" ? index + 2 * step : index + step;
}

function dayOf(year = "", month = "", day = ""): Day | null {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(text) ? text : null;
}
