import { AFTER_A_SUBJECT, COMMON_NAMES, MODAL_NAMES, NAME_PARTICLES } from "./common-names.ts";
import { isMonth, standsBeforeDate } from "./months.ts";
import { isFutureVerb, plainWord, wordsIn } from "./plain-word.ts";

/** The parts of one student's first, last and nick name, as they are compared with the words of a goal. */
export type OwnNames = ReadonlySet<string>;

/** @param names first, last, nick name as the roster has them; blanks and particles ("de la") are no parts */
export const ownNames = (names: readonly string[]): OwnNames =>
  new Set(
    names
      .flatMap((name) => wordsIn(name).map(({ text }) => plainWord(text)))
      .filter((part) => part.length > 1 && !NAME_PARTICLES.has(part)),
  );

/** A word where it stands in a goal. */
export interface WordInContext {
  /** As written, without a possessive ending. */
  readonly text: string;
  readonly isPossessive: boolean;
  readonly startsSentence: boolean;
  /** The words beside it as written; empty at the ends. */
  readonly previous: string;
  readonly next: string;
  /** Whether the word before is the subject: the student's name, "I", "she". */
  readonly followsSubject: boolean;
  /** Whether the word before is capitalized without starting a sentence: then a capital alone says nothing. */
  readonly isInTitle: boolean;
}

/**
 * Whether a word is the student's own name. A name that is also a word counts only where it is
 * capitalized and used as a name: never "will" or "may" before a verb, and never a month in a date.
 */
export function isOwnName(word: WordInContext, own: OwnNames): boolean {
  const plain = plainWord(word.text);
  if (!own.has(plain)) return false;
  if (!COMMON_NAMES.has(plain)) return true;
  if (!isCapitalized(word.text)) return false;
  if (isMonth(plain) && (/^\d/.test(word.next) || standsBeforeDate(plainWord(word.previous)))) {
    return false;
  }
  if (word.isPossessive) return true;
  if (isOtherPart(word.previous, plain, own) || isOtherPart(word.next, plain, own)) return true;
  const next = plainWord(word.next);
  const hasVerb = AFTER_A_SUBJECT.has(next) || /[^s]s$/.test(next) || isFutureVerb(next);
  if (MODAL_NAMES.has(plain) && word.followsSubject) return false;
  if (word.startsSentence) return hasVerb;
  return !MODAL_NAMES.has(plain) || hasVerb || !word.isInTitle;
}

export const isCapitalized = (text: string): boolean => /^\p{Lu}/u.test(text);

/** Whether the word beside it is another part of the same name: "Will Turner". */
function isOtherPart(beside: string, plain: string, own: OwnNames): boolean {
  const other = plainWord(beside);
  return other !== plain && own.has(other) && isCapitalized(beside);
}
