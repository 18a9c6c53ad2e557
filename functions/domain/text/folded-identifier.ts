/** Characters that nobody sees and that word processors and web pages leave behind. */
export const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** An identifier without blanks around it, unseen characters and full-width forms (Unicode normalization form KC). */
export const trimmedIdentifier = (value: string): string =>
  value.normalize("NFKC").replace(UNSEEN, "").trim();

/** The same without regard to case, as most state systems compare identifiers. */
export const foldedIdentifier = (value: string): string =>
  trimmedIdentifier(value).toUpperCase().toLowerCase();
