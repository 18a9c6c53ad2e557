import { wordsIn } from "../words/plain-word.ts";
import { KNOWN_WORDS, type KnownWord, type Phrase } from "./words/lexicon.ts";
import { CLASS } from "./words/word-class.ts";

/** A text longer than this says by then what it says; the rest is not read. */
const MOST_CHARACTERS = 2_000;
/** "1. Pass math", "2) Join a club": the number counts the goals. */
const LIST_NUMBER = /(^|\n)\s*\(?\d{1,2}\s?[.):-]+\s|\s\(?\d\)\s/g;
const HAS_LIST_NUMBER = /\d\s?[.):-]/;

/** A goal's words with what each may be. The arrays are of one length. */
export interface GoalTokens {
  /** In lower case without accents, common misspellings corrected. */
  readonly plain: readonly string[];
  readonly written: readonly string[];
  readonly startsSentence: readonly boolean[];
  /** What the word, or the phrase that begins with it, may be: bits of `CLASS`. */
  readonly classes: readonly number[];
  /** Where the phrase that begins with the word ends; without one, the place after the word. */
  readonly end: readonly number[];
}

export function goalTokens(text: string): GoalTokens {
  const start = text.length > MOST_CHARACTERS ? text.slice(0, MOST_CHARACTERS) : text;
  const listed = HAS_LIST_NUMBER.test(start) ? start.replace(LIST_NUMBER, "$1 ; ") : start;
  const plain: string[] = [];
  const written: string[] = [];
  const startsSentence: boolean[] = [];
  const classes: number[] = [];
  const end: number[] = [];
  const lookedUp: (KnownWord | undefined)[] = [];
  for (const word of wordsIn(listed)) {
    const ofWord = KNOWN_WORDS.get(word.plain);
    lookedUp.push(ofWord);
    plain.push(ofWord?.meant ?? word.plain);
    written.push(word.text);
    startsSentence.push(word.startsSentence);
    classes.push(ofWord?.classes ?? 0);
    end.push(end.length + 1);
  }
  for (let index = 0; index < plain.length; index = end[index] ?? plain.length) {
    const phrases = lookedUp[index]?.phrases?.get(plain[index + 1] ?? "");
    const phrase = phrases === undefined ? null : phraseAt(plain, index, phrases);
    if (phrase !== null) markPhrase(classes, end, index, phrase);
  }
  return { plain, written, startsSentence, classes, end };
}

function phraseAt(
  plain: readonly string[],
  index: number,
  phrases: readonly Phrase[],
): Phrase | null {
  for (const phrase of phrases) {
    const { rest } = phrase;
    let same = 0;
    while (same < rest.length && rest[same] === plain[index + 2 + same]) same++;
    if (same === rest.length) return phrase;
  }
  return null;
}

/** Inside a phrase its words are no verbs of their own: "do my best" is nothing to do. */
function markPhrase(classes: number[], end: number[], index: number, phrase: Phrase): void {
  const first = classes[index] ?? 0;
  const last = index + 1 + phrase.rest.length;
  for (let inside = index; inside <= last; inside++) {
    classes[inside] = (classes[inside] ?? 0) & ~VERBS;
  }
  // "Go to" is something to do, and with a fair something done or not done.
  const kept = (phrase.classes & CLASS.ACTION) !== 0 ? first & (CLASS.GETTING | CLASS.MAKING) : 0;
  classes[index] = (classes[index] ?? 0) | phrase.classes | kept;
  end[index] = last + 1;
}

const VERBS = CLASS.ACTION | CLASS.COMPLETION | CLASS.GETTING | CLASS.MAKING | CLASS.VAGUE;

/** Whether the word at the place may be one of these things. */
export const is = ({ classes }: GoalTokens, index: number, wanted: number): boolean =>
  ((classes[index] ?? 0) & wanted) !== 0;

/** The first place from `index` on, among `within` words, whose word may be one of these things; -1 if there is none. */
export function nextOf(tokens: GoalTokens, index: number, within: number, wanted: number): number {
  const last = Math.min(index + within, tokens.plain.length);
  for (let place = index; place < last; place++) if (is(tokens, place, wanted)) return place;
  return -1;
}
