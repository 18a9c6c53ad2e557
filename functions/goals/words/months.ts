const MONTHS = new Set(
  `january february april june july august september october november december enero febrero marzo
  abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre`.split(/\s+/),
);

/** Month names that are also words, and abbreviations: a month only beside a number or after "by". */
const DOUBTFUL_MONTHS = new Set(
  "may march jan feb mar apr jun jul aug sep sept oct nov dec ene abr ago dic".split(" "),
);

const BEFORE_DATES = new Set(
  "by in until before during since through of early late mid next this en para antes hasta desde".split(
    " ",
  ),
);

/** Whether a plain word names a month, in English or Spanish; "may" among them. */
export const isMonth = (word: string): boolean => MONTHS.has(word) || DOUBTFUL_MONTHS.has(word);

/** Whether a month often follows the word: "by May", "en mayo". */
export const standsBeforeDate = (word: string): boolean => BEFORE_DATES.has(word);

/** Whether a word is a month where it stands. */
export const isMonthBetween = (previous: string, word: string, next: string): boolean =>
  MONTHS.has(word) ||
  (DOUBTFUL_MONTHS.has(word) && (/^\d/.test(next) || standsBeforeDate(previous)));
