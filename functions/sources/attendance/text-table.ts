/**
 * Texts that come again and again in a file, each with what it stands for: a student's long identifier,
 * or what a record holds besides its student, of which few are different, a day and a state each. A text
 * ends in a byte that it has once.
 */
export interface TextTable {
  /** The byte that ends a text. */
  readonly end: number;
  /** It takes no more texts than these. */
  readonly most: number;
  /** `TEXT_WORDS` words per text, little end first, filled up with zeros. */
  words: Int32Array;
  /** By text: how many bytes it has with its end, which one came after it last, what it stands for. */
  lengths: Uint8Array;
  following: Int32Array;
  values: Int32Array;
  count: number;
  /** By slot a text and 1 more; 0 where it is free. */
  slots: Int32Array;
  /** The one that was found last. */
  last: number;
}

export const LONGEST_TEXT = 64;
const TEXT_WORDS = LONGEST_TEXT / 4;
const FEWEST_TEXTS = 64;

export const NO_TEXT = -1;

export const textTable = (end: number, most: number): TextTable => ({
  ...{ end, most, count: 0, last: 0 },
  ...emptyTable(FEWEST_TEXTS),
});

const emptyTable = (texts: number) => ({
  words: new Int32Array(texts * TEXT_WORDS),
  lengths: new Uint8Array(texts),
  following: new Int32Array(texts),
  values: new Int32Array(texts),
  slots: new Int32Array(2 * texts),
});

export const isFull = ({ count, most }: TextTable): boolean => count === most;

/**
 * The text whose bytes begin at `from`, which has `LONGEST_TEXT` bytes after it; `NO_TEXT` where none
 * does. The one found last is tried first, and what followed it: a file has day after day of all
 * students, or student after student on all days.
 */
export function textAt(table: TextTable, view: DataView, from: number): number {
  const { last } = table;
  if (isTextAt(table, last, view, from)) return last;
  const next = table.following[last] ?? 0;
  const text = isTextAt(table, next, view, from) ? next : lookedUp(table, view, from);
  if (text === NO_TEXT) return text;
  table.following[last] = text;
  table.last = text;
  return text;
}

function isTextAt(
  { words, lengths }: TextTable,
  text: number,
  view: DataView,
  from: number,
): boolean {
  const length = lengths[text] ?? 0;
  let word = text * TEXT_WORDS;
  let position = from;
  const wholeUntil = from + (length & ~3);
  for (; position < wholeUntil; position += 4) {
    if (words[word++] !== view.getInt32(position, true)) return false;
  }
  const left = (1 << ((length & 3) << 3)) - 1;
  return length > 0 && (left === 0 || words[word] === (view.getInt32(position, true) & left));
}

function lookedUp(table: TextTable, view: DataView, from: number): number {
  const length = lengthOf(table, view, from);
  if (length === 0) return NO_TEXT;
  const { slots } = table;
  const mask = slots.length - 1;
  for (let slot = hashOf(view, from, length) & mask; ; slot = (slot + 1) & mask) {
    const text = (slots[slot] ?? 0) - 1;
    if (text < 0) return NO_TEXT;
    if (table.lengths[text] === length && isTextAt(table, text, view, from)) return text;
  }
}

/** Whether the text that begins at `from` is short enough to be added. */
export const isShort = (table: TextTable, view: DataView, from: number): boolean =>
  lengthOf(table, view, from) > 0;

/** How many bytes there are with the end; 0 where they are too many. */
function lengthOf({ end }: TextTable, view: DataView, from: number): number {
  // A look at the word after the last byte must not go beyond the room for it.
  for (let length = 0; length < LONGEST_TEXT - 1; length++) {
    if (view.getUint8(from + length) === end) return length + 1;
  }
  return 0;
}

function hashOf(view: DataView, from: number, length: number): number {
  let hash = length;
  let position = from;
  for (const wholeUntil = from + (length & ~3); position < wholeUntil; position += 4) {
    hash = Math.imul(hash ^ view.getInt32(position, true), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  const left = (1 << ((length & 3) << 3)) - 1;
  hash = Math.imul(hash ^ (view.getInt32(position, true) & left), 0x85ebca77);
  return hash ^ (hash >>> 15);
}

/**
 * Adds the text that begins at `from`, unless the table is full or the text is long.
 * @returns its number; `NO_TEXT` where it is not added
 */
export function addText(table: TextTable, view: DataView, from: number, value: number): number {
  const length = lengthOf(table, view, from);
  if (isFull(table) || length === 0) return NO_TEXT;
  if (table.count === table.lengths.length) growTexts(table);
  const text = table.count++;
  table.lengths[text] = length;
  table.values[text] = value;
  for (let byte = 0; byte < length; byte++) {
    const word = text * TEXT_WORDS + (byte >> 2);
    table.words[word] =
      (table.words[word] ?? 0) | (view.getUint8(from + byte) << ((byte & 3) << 3));
  }
  enter(table, text, hashOf(view, from, length));
  return text;
}

function enter({ slots }: TextTable, text: number, hash: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = text + 1;
}

function growTexts(table: TextTable): void {
  const larger = emptyTable(2 * table.lengths.length);
  larger.words.set(table.words);
  larger.lengths.set(table.lengths);
  larger.following.set(table.following);
  larger.values.set(table.values);
  Object.assign(table, larger);
  const bytes = new DataView(new ArrayBuffer(LONGEST_TEXT));
  for (let text = 0; text < table.count; text++) {
    for (let word = 0; word < TEXT_WORDS; word++) {
      bytes.setInt32(4 * word, table.words[text * TEXT_WORDS + word] ?? 0, true);
    }
    enter(table, text, hashOf(bytes, 0, table.lengths[text] ?? 0));
  }
}
