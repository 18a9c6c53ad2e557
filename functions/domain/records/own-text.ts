/** A text of so many characters cut out of another keeps the whole of that in memory; a shorter one is copied. */
const LENGTH_OF_SLICE = 13;

/** Whether a text may keep another in memory of which it is a part. */
export const isSlice = (text: string): boolean => text.length >= LENGTH_OF_SLICE;

/** The text with characters of its own, so that it keeps no more in memory than itself. */
export const ownText = (text: string): string =>
  isSlice(text) ? (ownTexts([text])[0] ?? "") : text;

/** Texts with characters of their own: parts of one text that holds nothing else. */
export function ownTexts(texts: readonly string[]): readonly string[] {
  // With an end, since joining a single text gives that one back.
  const joined = [...texts, "."].join("");
  let from = 0;
  return texts.map((text) => joined.slice(from, (from += text.length)));
}
