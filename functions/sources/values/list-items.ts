/** Separators, from those that no value has to those that some have, such as "Parent/Guardian". */
const SEPARATORS: readonly RegExp[] = [/[,|\n]/, /(?:^|\s)and\s|[&+]/i, /\//];

/**
 * The items of a list in one cell. A semicolon always stands between two; commas, bars, line ends,
 * "and" and slashes do where what they are in is not itself a value that is known.
 */
export function listItems(text: string, isKnown: (item: string) => boolean): readonly string[] {
  const separated = (items: readonly string[], separator: RegExp): readonly string[] =>
    items.flatMap((item) => (isKnown(item) ? [item] : partsOf(item, separator)));
  return SEPARATORS.reduce(separated, partsOf(text, /;/));
}

const partsOf = (text: string, separator: RegExp): readonly string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== "");
