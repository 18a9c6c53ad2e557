/** Dates as readers write them. */
import { LANGUAGE, type InLanguages, type Language } from "../language.js";
import { LOCALES } from "./numbers.js";

const DAY = { day: "numeric", month: "long", timeZone: "UTC" } as const;
const WITH_YEAR = { ...DAY, year: "numeric" } as const;

const DAYS: InLanguages<Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat(LOCALES.en, WITH_YEAR),
  es: new Intl.DateTimeFormat(LOCALES.es, WITH_YEAR),
};
const DAYS_OF_YEAR: InLanguages<Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat(LOCALES.en, DAY),
  es: new Intl.DateTimeFormat(LOCALES.es, DAY),
};

const dateOf = (day: string): Date => new Date(`${day.slice(0, 10)}T00:00:00Z`);

/** "2022-05-20" as "May 20, 2022" and "20 de mayo de 2022". */
export const dayInWords = (day: string, language: Language = LANGUAGE): string =>
  DAYS[language].format(dateOf(day));

/** "March 31", where the school year says which. */
export const dayOfYearInWords = (day: string, language: Language = LANGUAGE): string =>
  DAYS_OF_YEAR[language].format(dateOf(day));

const MONTHS: InLanguages<Intl.DateTimeFormat> = {
  en: new Intl.DateTimeFormat(LOCALES.en, { month: "short", timeZone: "UTC" }),
  es: new Intl.DateTimeFormat(LOCALES.es, { month: "short", timeZone: "UTC" }),
};

/** "Mar" and "mar", and with its year where one begins: "Jan 2022". Under the axis of a chart. */
export const monthInWords = (on: Date, language: Language = LANGUAGE): string => {
  const month = MONTHS[language].format(on);
  return on.getUTCMonth() === 0 ? `${month} ${on.getUTCFullYear()}` : month;
};

/** "June 2 to June 4, 2022"; one date where both are the same. */
export function daysBetweenInWords(
  from: string,
  until: string,
  language: Language = LANGUAGE,
): string {
  if (from === until) return dayInWords(from, language);
  const isOneYear = from.slice(0, 4) === until.slice(0, 4);
  const first = (isOneYear ? dayOfYearInWords : dayInWords)(from, language);
  return BETWEEN[language](first, dayInWords(until, language));
}

const BETWEEN: InLanguages<(first: string, last: string) => string> = {
  en: (first, last) => `${first} to ${last}`,
  es: (first, last) => `del ${first} al ${last}`,
};
