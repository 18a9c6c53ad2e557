import { english, LANGUAGE, type InLanguages, type Language } from "../language.js";

/** Names by id, in every language. */
export type Names<Id extends string = string> = InLanguages<{ readonly [id in Id]: string }>;

/** Holds every language to the ids of the others. */
export const names = <const Id extends string>(named: Names<Id>): Names<Id> => named;

/** What has a name: its id, and the English name that the release has for it. */
export type NameOf = (id: string, englishName: string, language?: Language) => string;

/** The name of an id in the reader's language; the English one of the release where this catalogue has none. */
export const nameIn =
  (names: Names): NameOf =>
  (id, englishName, language = LANGUAGE) =>
    known(names[language], id) ?? inEnglish(englishName, language);

/**
 * The same of texts that a release has in English, and that only other languages have here.
 * @param texts by id, in each other language
 */
export const textIn =
  (texts: Omit<Names, "en">): NameOf =>
  (id, englishText, language = LANGUAGE) =>
    language === "en"
      ? englishText
      : (known(texts[language], id) ?? inEnglish(englishText, language));

/** A text of the release within a page: marked, but on an English page. */
export const inEnglish = (text: string, language: Language = LANGUAGE): string =>
  language === "en" || text === "" ? text : english(text);

const known = (names: { readonly [id: string]: string }, id: string): string | undefined =>
  Object.hasOwn(names, id) ? names[id] : undefined;
