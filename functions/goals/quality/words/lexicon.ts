import { ENGLISH_VERB_PHRASES, ENGLISH_VERBS } from "./english-verbs.ts";
import { ENGLISH_PHRASES, ENGLISH_WORDS } from "./english-words.ts";
import { SPANISH_VERB_PHRASES, SPANISH_VERBS } from "./spanish-verbs.ts";
import { SPANISH_PHRASES, SPANISH_WORDS } from "./spanish-words.ts";
import { SPELLINGS } from "./spellings.ts";
import { englishForms, spanishForms } from "./verb-forms.ts";
import { CLASS, type WordClass } from "./word-class.ts";

/** What is known of a plain word, in English or Spanish: texts mix the two. */
export interface KnownWord {
  /** The word that is meant, where it is a common misspelling; else itself. */
  readonly meant: string;
  /** What it may be: bits of `CLASS`. */
  readonly classes: number;
  /** The phrases that begin with it by their second word, longest first; null if there are none. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]> | null;
}

/** The words of a phrase after its second, and what the phrase is. */
export interface Phrase {
  readonly rest: readonly string[];
  readonly classes: number;
}

type Entries = { readonly [name in WordClass]?: string };
type Forms = (entry: string) => readonly string[];
type Draft = { meant: string; classes: number; phrases: Map<string, Phrase[]> | null };

const asWritten: Forms = (word) => [word];

/** Every known word, looked up once for each word of a goal. */
export const KNOWN_WORDS: ReadonlyMap<string, KnownWord> = knownWords();

function knownWords(): ReadonlyMap<string, KnownWord> {
  const words = new Map<string, Draft>();
  addWords(words, ENGLISH_VERBS, englishForms);
  addWords(words, SPANISH_VERBS, spanishForms);
  addWords(words, ENGLISH_WORDS, asWritten);
  addWords(words, SPANISH_WORDS, asWritten);
  addPhrases(words, ENGLISH_VERB_PHRASES, englishForms);
  addPhrases(words, SPANISH_VERB_PHRASES, spanishForms);
  addPhrases(words, ENGLISH_PHRASES, asWritten);
  addPhrases(words, SPANISH_PHRASES, asWritten);
  for (const { phrases } of words.values()) {
    for (const alike of phrases?.values() ?? []) {
      alike.sort((a, b) => b.rest.length - a.rest.length);
    }
  }
  for (const [written, meant] of SPELLINGS) words.set(written, draftOf(words, meant));
  return words;
}

function addWords(words: Map<string, Draft>, entries: Entries, forms: Forms): void {
  for (const [bits, text] of classesOf(entries)) {
    for (const entry of text.split(/\s+/)) {
      for (const form of forms(entry)) {
        // "Used" and "organized" are adjectives more often than something done.
        if (bits === CLASS.ACTION && form.endsWith("ed") && form !== entry) continue;
        draftOf(words, form).classes |= bits;
      }
    }
  }
}

function addPhrases(words: Map<string, Draft>, entries: Entries, forms: Forms): void {
  for (const [classes, text] of classesOf(entries)) {
    for (const phrase of text.split(/\s*,\s*/)) {
      const [first = "", second, ...rest] = phrase.replaceAll("'", "").split(/\s+/);
      for (const form of forms(first)) {
        const draft = draftOf(words, form);
        if (second === undefined) {
          draft.classes |= classes;
          continue;
        }
        draft.phrases ??= new Map();
        draft.phrases.set(second, [...(draft.phrases.get(second) ?? []), { rest, classes }]);
      }
    }
  }
}

function draftOf(words: Map<string, Draft>, word: string): Draft {
  const draft = words.get(word) ?? { meant: word, classes: 0, phrases: null };
  words.set(word, draft);
  return draft;
}

function classesOf(entries: Entries): readonly (readonly [number, string])[] {
  return Object.entries(entries).map(([name, text]) => [CLASS[name as WordClass], text] as const);
}
