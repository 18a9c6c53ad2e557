import { PERCENT_SIGN } from "../formats/numbers.js";
import { LANGUAGE, type Language } from "../language.js";

/** Means of attendance differ by less than a percent: "94.1%". */
export const meanInWords = (share: number, language: Language = LANGUAGE): string =>
  `${(100 * share).toFixed(1)}${PERCENT_SIGN[language]}`;
