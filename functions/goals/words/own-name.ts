import {
  AFTER_A_SUBJECT,
  AMBIGUOUS_NAMES,
  MODAL_NAMES,
  NAME_PARTICLES,
} from "./ambiguous-names.ts";
import { isMonth, standsBeforeDate } from "./months.ts";
import { isFutureVerb, wordsIn, type WrittenWord } from "./plain-word.ts";

/** The parts of one student's first, last and nick name, as they are compared with the words of a goal. */
export type OwnNames = ReadonlySet<string>;

/** @param names first, last, nick name as the roster has them; blanks and particles ("de la") are no parts */
export const ownNames = (names: readonly string[]): OwnNames =>
  new Set(
    names
      .flatMap((name) => wordsIn(name).map(({ plain }) => plain))
      .filter((part) => part.length > 1 && !NAME_PARTICLES.has(part)),
  );

/** A word where it stands in a goal. */
export interface WordInContext {
  /** The word as written, without a possessive ending. */
  readonly word: WrittenWord;
  readonly isPossessive: boolean;
  /** The words beside it. */
  readonly previous: WrittenWord | undefined;
  readonly next: WrittenWord | undefined;
  /** Whether the word before is the subject: the student's name, "I", "she". */
  readonly followsSubject: boolean;
}

/**
 * Whether a word is the student's own name. A name that is also a word counts only where it is
 * capitalized and used as a name: never "will" or "may" before a verb, and never a month in a date.
 */
export function isOwnName(context: WordInContext, own: OwnNames): boolean {
  const { word, previous, next } = context;
  const { plain } = word;
  if (!own.has(plain)) return false;
  if (!AMBIGUOUS_NAMES.has(plain)) return true;
  if (!isCapitalized(word)) return false;
  const nextPlain = next?.plain ?? "";
  if (isMonth(plain) && (/^\d/.test(nextPlain) || standsBeforeDate(previous?.plain ?? ""))) {
    return false;
  }
  if (context.isPossessive) return true;
  if (isOtherPart(previous, plain, own) || isOtherPart(next, plain, own)) return true;
  if (MODAL_NAMES.has(plain) && context.followsSubject) return false;
  const hasVerb =
    AFTER_A_SUBJECT.has(nextPlain) || /[^s]s$/.test(nextPlain) || isFutureVerb(nextPlain);
  if (word.startsSentence) return hasVerb;
  if (hasVerb || !MODAL_NAMES.has(plain)) return true;
  // In a title each word is capitalized, so that a capital alone says nothing.
  return previous === undefined || previous.startsSentence || !isCapitalized(previous);
}

const isCapitalized = ({ text }: WrittenWord): boolean => /^\p{Lu}/u.test(text);

/** Whether the word beside it is another part of the same name: "Will Turner". */
const isOtherPart = (beside: WrittenWord | undefined, plain: string, own: OwnNames): boolean =>
  beside !== undefined && beside.plain !== plain && own.has(beside.plain) && isCapitalized(beside);
