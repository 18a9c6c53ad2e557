/** Numbers as a page says them. Nothing here adds or divides: a figure comes from the release. */
import { LANGUAGE, type InLanguages, type Language } from "../language.js";

/** The Spanish of the schools of the United States: 1,234.5. */
export const LOCALES: InLanguages<string> = { en: "en-US", es: "es-US" };

/** In Spanish a space precedes the sign, and a line must not break between number and sign. */
export const PERCENT_SIGN: InLanguages<string> = { en: "%", es: "\u00a0%" };

const WHOLE: InLanguages<Intl.NumberFormat> = {
  en: new Intl.NumberFormat(LOCALES.en, { maximumFractionDigits: 0 }),
  es: new Intl.NumberFormat(LOCALES.es, { maximumFractionDigits: 0 }),
};

/** 1234 as "1,234". */
export const wholeNumber = (value: number, language: Language = LANGUAGE): string =>
  WHOLE[language].format(value);

/** A rate of 0 to 1 as a whole percent. Low but not zero is "<1%", and nearly all is ">99%". */
export function percent(rate: number, language: Language = LANGUAGE): string {
  const rounded = Math.round(rate * 100);
  const sign = PERCENT_SIGN[language];
  if (rounded === 0 && rate > 0) return `<1${sign}`;
  if (rounded === 100 && rate < 1) return `>99${sign}`;
  return `${wholeNumber(rounded, language)}${sign}`;
}

/** An interval of rates as "61–74%". */
export const percentInterval = (low: number, high: number, language: Language = LANGUAGE): string =>
  `${wholeNumber(Math.round(low * 100), language)}–${wholeNumber(Math.round(high * 100), language)}${PERCENT_SIGN[language]}`;

/** A number with its sign, and so many digits after the point: "+1.8", "−0.13", and nothing as "0.0". */
export function signedNumber(value: number, digits: number): string {
  const size = Math.abs(value).toFixed(digits);
  const isZero = Number(size) === 0;
  return `${isZero ? "" : value > 0 ? "+" : "−"}${size}`;
}

/** An estimate in the unit that its row names, with its sign. */
export const estimateIn = (unit: string, value: number): string =>
  signedNumber(value, unit === "percentage-points" ? 1 : 2);
