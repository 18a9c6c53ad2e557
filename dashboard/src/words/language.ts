/** The languages that pages speak. Names, citations and paraphrases of law stay in English, and are marked so. */
export type Language = "en" | "es";

/** The address of the page; a test has none. */
const { search = "" } =
  (globalThis as { readonly location?: { readonly search: string } }).location ?? {};

/** The reader's language, which the address keeps. */
export const LANGUAGE: Language = new URLSearchParams(search).get("lang") === "es" ? "es" : "en";

/** The words of one part of the pages, in every language side by side: what one has, all have. */
export type InLanguages<Words> = { readonly [language in Language]: Words };

/** The words in the reader's language. */
export const inLanguage = <Words>(words: InLanguages<Words>): Words => words[LANGUAGE];

// Unicode's first strong isolate and pop directional isolate: seen by nobody, kept by every browser.
const [FROM, UNTIL] = ["\u2068", "\u2069"];

/** A name, or another text that stays in English, within a sentence of any language. */
export const english = (text: string): string => `${FROM}${text}${UNTIL}`;

/** A sentence without the marks of English within it: for labels, titles and files. */
export const plainText = (sentence: string): string => sentence.replaceAll(/[\u2068\u2069]/g, "");

/** A sentence in pieces: its own words, and the English texts within it. */
export const piecesOf = (
  sentence: string,
): readonly { readonly text: string; readonly isEnglish: boolean }[] =>
  sentence
    .split(/(\u2068[^\u2068\u2069]*\u2069)/)
    .filter((piece) => piece !== "")
    .map((piece) => ({ text: plainText(piece), isEnglish: piece.startsWith(FROM) }));
