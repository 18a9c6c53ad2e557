import { isMonth, isMonthBetween } from "./months.ts";

const DATE = "<date>";
const PERCENT = "<pct>";
const NUMBER = "<num>";

const IS_NUMBER = /^\d/;
const IS_DAY = /^\d{1,2}(?:st|nd|rd|th|o)?$/;
const IS_YEAR = /^(?:19|20)\d\d$/;
/** 6/1, 6/1/2025, 2025-06-01, 1.6.2025, and school years: 2024-25, 2024-2025. */
const IS_WRITTEN_DATE =
  /^(?:\d{1,2}\/\d{1,2}|\d{1,4}([./-])\d{1,2}\1\d{1,4}|20\d\d[-/](?:20)?\d\d)$/;
const OF = new Set(["of", "de", "del"]);

/** A mask, and how many words it stands for. */
interface Mask {
  readonly text: string;
  readonly length: number;
}

/** A goal's words with dates, percents and numbers masked: what is left when two students only fill in their own. */
export const skeleton = (words: readonly string[]): readonly string[] => masked(words, () => true);

/** A goal's words with dates alone masked: what is left of a goal that is set anew for another year, with the same grade, course and target. */
export const undated = (words: readonly string[]): readonly string[] =>
  masked(words, ({ text }) => text === DATE);

function masked(words: readonly string[], isMasked: (mask: Mask) => boolean): readonly string[] {
  const left: string[] = [];
  for (let index = 0; index < words.length;) {
    const mask = maskFor(words, index, words[index] ?? "");
    const length = mask?.length ?? 1;
    if (mask !== null && isMasked(mask)) left.push(mask.text);
    else left.push(...words.slice(index, index + length));
    index += length;
  }
  return left;
}

/** How many words come before the first number, percent or date. */
export function wordsBeforeMask(words: readonly string[]): number {
  const first = words.findIndex((word, index) => maskFor(words, index, word) !== null);
  return first < 0 ? words.length : first;
}

function maskFor(words: readonly string[], index: number, word: string): Mask | null {
  const next = words[index + 1] ?? "";
  if (IS_NUMBER.test(word)) return maskForNumber(words, index, word, next);
  if (!isMonth(word) || !isMonthBetween(words[index - 1] ?? "", word, next)) return null;
  const length = IS_DAY.test(next) ? 2 : 1;
  return { text: DATE, length: length + yearLength(words, index + length) };
}

function maskForNumber(words: readonly string[], index: number, word: string, next: string): Mask {
  if (word.endsWith("%")) return { text: PERCENT, length: 1 };
  if (next === "percent") return { text: PERCENT, length: 2 };
  if (next === "por" && words[index + 2] === "ciento") return { text: PERCENT, length: 3 };
  if (IS_WRITTEN_DATE.test(word) || IS_YEAR.test(word)) return { text: DATE, length: 1 };
  if (!IS_DAY.test(word)) return { text: NUMBER, length: 1 };
  // "1 de junio de 2025", "1st of June".
  const monthAfter = OF.has(next) ? 2 : 1;
  if (!isMonth(words[index + monthAfter] ?? "")) return { text: NUMBER, length: 1 };
  const length = monthAfter + 1;
  return { text: DATE, length: length + yearLength(words, index + length) };
}

/** How many words the year of a date takes, with "de" before it. */
function yearLength(words: readonly string[], index: number): number {
  const before = OF.has(words[index] ?? "") ? 1 : 0;
  return IS_YEAR.test(words[index + before] ?? "") ? before + 1 : 0;
}
