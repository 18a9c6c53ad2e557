/** What systems write for yes, the empty cell aside. */
const YES = "y yes true t 1 x -1 s si sí v verdadero oui o ja j ✓ on checked".split(" ");
const NO = "n no false f 0 falso non nein off unchecked".split(" ");
const YES_WORDS: ReadonlySet<string> = new Set(YES);
const NO_WORDS: ReadonlySet<string> = new Set(NO);

/** The yes or no of a cell; null where it is neither. */
export function yesNoOf(cell: string): boolean | null {
  const word = cell.trim().toLowerCase();
  if (YES_WORDS.has(word)) return true;
  return NO_WORDS.has(word) ? false : null;
}

/** Whether the values of a column are yes and no, or one of the two beside empty cells. */
export const isYesNo = (values: readonly string[]): boolean => {
  const read = values.map(yesNoOf);
  return (
    values.length > 0 &&
    values.length <= 4 &&
    !read.includes(null) &&
    // "F" alone, or beside "M", is no flag.
    !(values.length === 1 && /^[fo]$/.test(values[0] ?? ""))
  );
};
