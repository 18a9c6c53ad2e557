/**
 * What attendance records hold besides their student: the bytes after the student's cell up to the next
 * record. Few are different, a day and a state each, so that a record is a student and one of them.
 */
export interface RestTable {
  /** `REST_WORDS` words per rest, little end first, filled up with zeros. */
  words: Int32Array;
  /** By rest: how many bytes it has, and which one came after it last. */
  lengths: Uint8Array;
  following: Int32Array;
  /** By rest, what it stands for: the index of a day in the book, and the byte of a state. */
  dayIndexes: Int32Array;
  codes: Uint8Array;
  count: number;
  /** By slot a rest and 1 more; 0 where it is free. */
  slots: Int32Array;
  /** The one that was found last. */
  last: number;
}

export const LONGEST_REST = 64;
const REST_WORDS = LONGEST_REST / 4;
/** Of a file with more of them, each record has something of its own: it is not read this way. */
const MOST_RESTS = 8192;
const FEWEST_RESTS = 64;

export const NO_REST = -1;

export const restTable = (): RestTable => ({ ...emptyTable(FEWEST_RESTS), count: 0, last: 0 });

const emptyTable = (rests: number) => ({
  words: new Int32Array(rests * REST_WORDS),
  lengths: new Uint8Array(rests),
  following: new Int32Array(rests),
  dayIndexes: new Int32Array(rests),
  codes: new Uint8Array(rests),
  slots: new Int32Array(2 * rests),
});

export const isFull = ({ count }: RestTable): boolean => count === MOST_RESTS;

/**
 * The rest whose bytes begin at `from`, which has `LONGEST_REST` bytes after it; `NO_REST` where none
 * does. The one found last is tried first, and what followed it: a file has day after day of all
 * students, or student after student on all days.
 */
export function restAt(table: RestTable, view: DataView, from: number): number {
  const { last } = table;
  if (isRestAt(table, last, view, from)) return last;
  const next = table.following[last] ?? 0;
  const rest = isRestAt(table, next, view, from) ? next : lookedUp(table, view, from);
  if (rest === NO_REST) return rest;
  table.following[last] = rest;
  table.last = rest;
  return rest;
}

function isRestAt(
  { words, lengths }: RestTable,
  rest: number,
  view: DataView,
  from: number,
): boolean {
  const length = lengths[rest] ?? 0;
  let word = rest * REST_WORDS;
  let position = from;
  const wholeUntil = from + (length & ~3);
  for (; position < wholeUntil; position += 4) {
    if (words[word++] !== view.getInt32(position, true)) return false;
  }
  const left = (1 << ((length & 3) << 3)) - 1;
  return length > 0 && (left === 0 || words[word] === (view.getInt32(position, true) & left));
}

function lookedUp(table: RestTable, view: DataView, from: number): number {
  const length = lengthOf(view, from);
  if (length === 0) return NO_REST;
  const { slots } = table;
  const mask = slots.length - 1;
  for (let slot = hashOf(view, from, length) & mask; ; slot = (slot + 1) & mask) {
    const rest = (slots[slot] ?? 0) - 1;
    if (rest < 0) return NO_REST;
    if (table.lengths[rest] === length && isRestAt(table, rest, view, from)) return rest;
  }
}

/** How many bytes there are up to the end of the line; 0 where they are too many. */
function lengthOf(view: DataView, from: number): number {
  for (let length = 0; length < LONGEST_REST; length++) {
    if (view.getUint8(from + length) === 0x0a) return length + 1;
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
 * Adds the rest that begins at `from`, unless the table is full or the rest is long.
 * @returns its number; `NO_REST` where it is not added
 */
export function addRest(
  table: RestTable,
  view: DataView,
  from: number,
  dayIndex: number,
  code: number,
): number {
  const length = lengthOf(view, from);
  // A look at the word after the last byte must not go beyond the room for it.
  if (isFull(table) || length === 0 || length === LONGEST_REST) return NO_REST;
  if (table.count === table.lengths.length) growRests(table);
  const rest = table.count++;
  table.lengths[rest] = length;
  table.dayIndexes[rest] = dayIndex;
  table.codes[rest] = code;
  for (let byte = 0; byte < length; byte++) {
    const word = rest * REST_WORDS + (byte >> 2);
    table.words[word] =
      (table.words[word] ?? 0) | (view.getUint8(from + byte) << ((byte & 3) << 3));
  }
  enter(table, rest, hashOf(view, from, length));
  return rest;
}

function enter({ slots }: RestTable, rest: number, hash: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = rest + 1;
}

function growRests(table: RestTable): void {
  const larger = emptyTable(2 * table.lengths.length);
  larger.words.set(table.words);
  larger.lengths.set(table.lengths);
  larger.following.set(table.following);
  larger.dayIndexes.set(table.dayIndexes);
  larger.codes.set(table.codes);
  Object.assign(table, larger);
  const bytes = new DataView(new ArrayBuffer(LONGEST_REST));
  for (let rest = 0; rest < table.count; rest++) {
    for (let word = 0; word < REST_WORDS; word++) {
      bytes.setInt32(4 * word, table.words[rest * REST_WORDS + word] ?? 0, true);
    }
    enter(table, rest, hashOf(bytes, 0, table.lengths[rest] ?? 0));
  }
}
