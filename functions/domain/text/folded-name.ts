/** Letters that normalization does not take apart, as people whose keyboard lacks them type them. */
const LETTERS: { readonly [letter: string]: string } = {
  æ: "ae",
  œ: "oe",
  ø: "o",
  ð: "d",
  đ: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
  ł: "l",
  "’": "'",
  ʼ: "'",
  ʻ: "'",
};

/**
 * A name without regard to case, accents and repeated blanks, so that "munoz" and "Muñoz" are one
 * name (Unicode normalization form KD, with the marks left out).
 */
export const foldedName = (name: string): string =>
  [...name.normalize("NFKD").toUpperCase().toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")]
    .map((letter) => LETTERS[letter] ?? letter)
    .join("")
    .replace(/\s+/g, " ")
    .trim();

/**
 * The known names that a name stands for: itself if it is one of them, otherwise those that differ
 * only in case and accents.
 */
export function namesMeant(name: string, names: readonly string[]): readonly string[] {
  if (names.includes(name)) return [name];
  const folded = foldedName(name);
  return [...new Set(names)].filter((candidate) => foldedName(candidate) === folded);
}
