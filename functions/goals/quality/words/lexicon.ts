import { ENGLISH_VERB_PHRASES, ENGLISH_VERBS } from "./english-verbs.ts";
import { ENGLISH_PHRASES, ENGLISH_WORDS } from "./english-words.ts";
import { SPANISH_VERB_PHRASES, SPANISH_VERBS } from "./spanish-verbs.ts";
import { SPANISH_PHRASES, SPANISH_WORDS } from "./spanish-words.ts";
import { englishForms, spanishForms } from "./verb-forms.ts";
import { CLASS, type WordClass } from "./word-class.ts";

/** The words of a phrase after its first, and what the phrase is. */
export interface Phrase {
  readonly rest: readonly string[];
  readonly classes: number;
}

type Entries = { readonly [name in WordClass]?: string };
type Forms = (entry: string) => readonly string[];

/** What each plain word may be, in English or Spanish: texts mix the two. */
export const WORD_CLASSES: ReadonlyMap<string, number> = wordClasses();

/** Phrases by their first word, longest first. */
export const PHRASES: ReadonlyMap<string, readonly Phrase[]> = phrasesByFirstWord();

function wordClasses(): ReadonlyMap<string, number> {
  const classes = new Map<string, number>();
  const add = (entries: Entries, forms: Forms): void => {
    for (const [bits, text] of classesOf(entries)) {
      for (const entry of text.split(/\s+/)) {
        for (const form of forms(entry)) {
          // "Used" and "organized" are adjectives more often than something done.
          if (bits === CLASS.ACTION && form.endsWith("ed") && form !== entry) continue;
          classes.set(form, (classes.get(form) ?? 0) | bits);
        }
      }
    }
  };
  add(ENGLISH_VERBS, englishForms);
  add(SPANISH_VERBS, spanishForms);
  add(ENGLISH_WORDS, (word) => [word]);
  add(SPANISH_WORDS, (word) => [word]);
  return classes;
}

function phrasesByFirstWord(): ReadonlyMap<string, readonly Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  const add = (entries: Entries, forms: Forms): void => {
    for (const [classes, text] of classesOf(entries)) {
      for (const phrase of text.split(/\s*,\s*/)) {
        const [first = "", ...rest] = phrase.replaceAll("'", "").split(/\s+/);
        for (const form of forms(first)) {
          const ofWord = phrases.get(form) ?? [];
          ofWord.push({ rest, classes });
          phrases.set(form, ofWord);
        }
      }
    }
  };
  add(ENGLISH_VERB_PHRASES, englishForms);
  add(SPANISH_VERB_PHRASES, spanishForms);
  add(ENGLISH_PHRASES, (word) => [word]);
  add(SPANISH_PHRASES, (word) => [word]);
  for (const ofWord of phrases.values()) ofWord.sort((a, b) => b.rest.length - a.rest.length);
  return phrases;
}

function classesOf(entries: Entries): readonly (readonly [number, string])[] {
  return Object.entries(entries).map(([name, text]) => [CLASS[name as WordClass], text] as const);
}
