/**
 * Cells of a file that are known, each with what it stands for: a number from 0 on. A cell is three
 * words of four bytes, little end first and filled up with zeros, and a tag of its length, so that cells
 * of up to twelve bytes are compared without a look at their bytes.
 */
export interface CellTable {
  /** Four numbers per slot: the words, and the value and the tag in one; 0 in the last where it is free. */
  slots: Int32Array;
  mask: number;
  count: number;
  /** By value, four numbers: the words and the tag. */
  byValue: Int32Array;
  /** The value that was looked up last. */
  last: number;
}

export const LONGEST_CELL = 12;
/** Numbers that a cell takes among others: three words and the tag. */
export const CELL_WORDS = 4;

/** A length as a tag, from 1 on: 0 is no cell. */
export const tagOf = (length: number): number => length + 1;
const TAG_BITS = 4;
const TAG_MASK = (1 << TAG_BITS) - 1;

export const UNKNOWN = -1;

export const cellTable = (): CellTable => ({
  slots: new Int32Array(CELL_WORDS * 64),
  mask: 63,
  count: 0,
  byValue: new Int32Array(CELL_WORDS * 64),
  last: 0,
});

/**
 * Looks cells up, one after the other, until one is not known. Most cells are those of the record
 * before, or follow them as they did before: so the last value and the next are tried first.
 * @returns the number of the first that is not known, or `count`
 */
export function lookUpCells(
  table: CellTable,
  cells: Int32Array,
  values: Int32Array,
  from: number,
  count: number,
): number {
  const { byValue } = table;
  let last = table.last;
  for (let cell = from; cell < count; cell++) {
    const place = cell * CELL_WORDS;
    if (!isCellOf(byValue, last, cells, place)) {
      if (isCellOf(byValue, last + 1, cells, place)) last++;
      else {
        const value = valueOf(table, cells, place);
        if (value === UNKNOWN) {
          table.last = last;
          return cell;
        }
        last = value;
      }
    }
    values[cell] = last;
  }
  table.last = last;
  return count;
}

const isCellOf = (
  byValue: Int32Array,
  value: number,
  cells: Int32Array,
  place: number,
): boolean => {
  const held = value * CELL_WORDS;
  return (
    byValue[held + 1] === cells[place + 1] &&
    byValue[held] === cells[place] &&
    byValue[held + 2] === cells[place + 2] &&
    byValue[held + 3] === cells[place + 3]
  );
};

/** What the cell at `place` stands for; `UNKNOWN` where it is not known. */
export function valueOf({ slots, mask }: CellTable, cells: Int32Array, place: number): number {
  const tag = cells[place + 3] ?? 0;
  for (let slot = slotOf(cells, place) & mask; ; slot = (slot + 1) & mask) {
    const held = slot * CELL_WORDS;
    const valueAndTag = slots[held + 3] ?? 0;
    if (valueAndTag === 0) return UNKNOWN;
    if (
      slots[held] === cells[place] &&
      slots[held + 1] === cells[place + 1] &&
      slots[held + 2] === cells[place + 2] &&
      (valueAndTag & TAG_MASK) === tag
    ) {
      return valueAndTag >>> TAG_BITS;
    }
  }
}

function slotOf(cells: Int32Array, place: number): number {
  let hash =
    Math.imul(cells[place] ?? 0, 0x9e3779b1) +
    Math.imul(cells[place + 1] ?? 0, 0x85ebca77) +
    Math.imul((cells[place + 2] ?? 0) + (cells[place + 3] ?? 0), 0xc2b2ae3d);
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return hash ^ (hash >>> 15);
}

/** Remembers what the cell at `place` stands for, unless it is known. */
export function learnCell(table: CellTable, cells: Int32Array, place: number, value: number): void {
  if (valueOf(table, cells, place) !== UNKNOWN) return;
  // At most half of the slots are taken, and there is always a value after the last.
  if (2 * (table.count + 1) > table.mask) growSlots(table);
  while (CELL_WORDS * (value + 2) > table.byValue.length) {
    table.byValue = resized(table.byValue, 2 * table.byValue.length);
  }
  enter(table, cells, place, (value << TAG_BITS) | (cells[place + 3] ?? 0));
  table.count++;
  for (let word = 0; word < CELL_WORDS; word++) {
    table.byValue[value * CELL_WORDS + word] = cells[place + word] ?? 0;
  }
}

function enter(
  { slots, mask }: CellTable,
  cells: Int32Array,
  place: number,
  valueAndTag: number,
): void {
  let slot = slotOf(cells, place) & mask;
  while (slots[slot * CELL_WORDS + 3] !== 0) slot = (slot + 1) & mask;
  const held = slot * CELL_WORDS;
  for (let word = 0; word < 3; word++) slots[held + word] = cells[place + word] ?? 0;
  slots[held + 3] = valueAndTag;
}

function growSlots(table: CellTable): void {
  const { slots } = table;
  table.mask = 2 * table.mask + 1;
  table.slots = new Int32Array(CELL_WORDS * (table.mask + 1));
  const cell = new Int32Array(CELL_WORDS);
  for (let held = 0; held < slots.length; held += CELL_WORDS) {
    const valueAndTag = slots[held + 3] ?? 0;
    if (valueAndTag === 0) continue;
    cell.set(slots.subarray(held, held + 3));
    cell[3] = valueAndTag & TAG_MASK;
    enter(table, cell, 0, valueAndTag);
  }
}

function resized(numbers: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(length);
  larger.set(numbers);
  return larger;
}
