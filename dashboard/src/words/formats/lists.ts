import { LANGUAGE, type InLanguages, type Language } from "../language.js";
import { LOCALES } from "./numbers.js";

const LISTS: InLanguages<Intl.ListFormat> = {
  en: new Intl.ListFormat(LOCALES.en, { type: "conjunction" }),
  es: new Intl.ListFormat(LOCALES.es, { type: "conjunction" }),
};

/** "A, B, and C"; "A, B y C". */
export const listInWords = (items: readonly string[], language: Language = LANGUAGE): string =>
  LISTS[language].format(items);

/** How many are named where a list can be long. */
const MOST_NAMED = 3;

/** The first few names, and in words how many more there are. */
export const firstNames = (
  names: readonly string[],
  moreInWords: (more: number) => string,
): readonly string[] => [
  ...names.slice(0, MOST_NAMED),
  ...(names.length > MOST_NAMED ? [moreInWords(names.length - MOST_NAMED)] : []),
];
