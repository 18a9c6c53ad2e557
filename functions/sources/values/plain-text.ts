/** Of what a cell may begin with, by code unit: whether a word for nothing does so too. */
export type BeginsNothing = Uint8Array;

const ASCII = 128;
const SPACE = 0x20;
const DELETE = 0x7f;

/** The first characters of words, in either case, and of what stands before an identifier to keep it text. */
export function beginsNothing(words: Iterable<string>): BeginsNothing {
  const begins = new Uint8Array(ASCII);
  for (const word of [...words, "'"]) {
    for (const first of [word.toLowerCase(), word.toUpperCase()].map((text) =>
      text.charCodeAt(0),
    )) {
      if (first < ASCII) begins[first] = 1;
    }
  }
  return begins;
}

/**
 * Whether a cell is text as it stands: visible characters of ASCII and no space at its ends, and it
 * begins like no word for nothing. Nearly all are, and all others are looked at closer.
 */
export function isPlainText(cell: string, begins: BeginsNothing): boolean {
  const first = cell.charCodeAt(0);
  if (!(first > SPACE && first < DELETE) || begins[first] === 1) return false;
  for (let place = 1; place < cell.length; place++) {
    const unit = cell.charCodeAt(place);
    if (unit < SPACE || unit >= DELETE) return false;
  }
  return cell.charCodeAt(cell.length - 1) !== SPACE;
}

/** Whether such text is an identifier as it stands: of no more characters, and no number that a spreadsheet has written. */
export const isPlainIdentifier = (text: string, longest: number): boolean =>
  text.length <= longest && !text.includes("+");
