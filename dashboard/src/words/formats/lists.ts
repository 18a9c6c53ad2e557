import { LANGUAGE, type InLanguages, type Language } from "../language.js";
import { LOCALES } from "./numbers.js";

const LISTS: InLanguages<Intl.ListFormat> = {
  en: new Intl.ListFormat(LOCALES.en, { type: "conjunction" }),
  es: new Intl.ListFormat(LOCALES.es, { type: "conjunction" }),
};

/** "A, B, and C"; "A, B y C". */
export const listInWords = (items: readonly string[], language: Language = LANGUAGE): string =>
  LISTS[language].format(items);
