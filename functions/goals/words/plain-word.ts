/** A number with what is written onto it ("95%", "9th", "6/1/2025"), or a word with its apostrophes. */
const WORD = /\d+(?:[.,:/-]\d+)*\p{L}*(?:\s?%)?|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu;
const SENTENCE_END = /[.!?:;\n]/;
const LOWER_CASE = /^[a-z]+$/;
const NOT_ASCII = /[^ -~]/;
/** The Spanish future in the first and third person: "mejoraré" and "mejorará" say the same of the student. */
const FUTURE = /(\p{L}{2}r)[éá]$/u;

/** A word as it is written in a text. */
export interface WrittenWord {
  readonly text: string;
  /** In lower case without apostrophes and accents: see `plainWord`. */
  readonly plain: string;
  readonly startsSentence: boolean;
}

/** The words of a text in order, punctuation left out (Unicode normalization form KC). */
export function wordsIn(text: string): readonly WrittenWord[] {
  const composed = NOT_ASCII.test(text) ? text.normalize("NFKC").replace(/’/g, "'") : text;
  const words: WrittenWord[] = [];
  let end = 0;
  for (const match of composed.matchAll(WORD)) {
    const startsSentence = end === 0 || SENTENCE_END.test(composed.slice(end, match.index));
    words.push({ text: match[0], plain: plainWord(match[0]), startsSentence });
    end = match.index + match[0].length;
  }
  return words;
}

/** A word in lower case without apostrophes and accents; only the accent of a Spanish future remains. */
export function plainWord(text: string): string {
  if (LOWER_CASE.test(text)) return text;
  const lower = text.toLowerCase().replace(/['\s]/g, "");
  if (!NOT_ASCII.test(lower)) return lower;
  const withoutAccents = (part: string): string => part.normalize("NFD").replace(/\p{M}/gu, "");
  const future = FUTURE.exec(lower);
  return future === null ? withoutAccents(lower) : `${withoutAccents(lower.slice(0, -1))}á`;
}

/** Whether a plain word is a Spanish future, which needs no subject before it. */
export const isFutureVerb = (word: string): boolean => word.endsWith("rá");
