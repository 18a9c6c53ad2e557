import type { Cell, Column } from "../../domain/records/columns.ts";
import type { RecordState } from "../../sources/read/record-state.ts";
import type { HeldColumns } from "./held-rows.ts";

/**
 * How the columns of one table lie in bytes: the records, then column after column its codes and the
 * text of its values. All numbers are little-endian, each block as wide as its largest number asks.
 */
export interface WrittenColumns {
  readonly length: number;
  readonly records: Width;
  readonly states: { readonly [S in keyof RecordState]: WrittenColumn };
  readonly fields: readonly (WrittenColumn & { readonly name: string })[];
}

/** Bytes a number. */
type Width = 1 | 2 | 4;

interface WrittenColumn {
  readonly codes: Width;
  /** How many values there are, the width of their lengths, and how many bytes all their text has. */
  readonly texts: readonly [values: number, lengths: Width, bytes: number];
  /** Values that are no text, or that no bytes of UTF-8 hold: undefined is left out. */
  readonly others: readonly (readonly [code: number, value?: Cell])[];
  readonly isList?: true;
}

export interface CellsWriter {
  numbers(numbers: Int32Array): Width;
  /** @returns the number of bytes */
  text(text: string): number;
  length(): number;
  copyTo(bytes: Uint8Array, from: number): void;
}

export function cellsWriter(): CellsWriter {
  const blocks: Uint8Array[] = [];
  let length = 0;
  const add = (block: Uint8Array): void => {
    blocks.push(block);
    length += block.length;
  };
  return {
    numbers(numbers) {
      const width = widthOf(numbers);
      add(bytesOf(numbers, width));
      return width;
    },
    text(text) {
      const bytes = new TextEncoder().encode(text);
      add(bytes);
      return bytes.length;
    },
    length: () => length,
    copyTo(bytes, from) {
      let place = from;
      for (const block of blocks) {
        bytes.set(block, place);
        place += block.length;
      }
    },
  };
}

function widthOf(numbers: Int32Array): Width {
  let largest = 0;
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] ?? 0;
    if (number > largest) largest = number;
  }
  return largest < 2 ** 8 ? 1 : largest < 2 ** 16 ? 2 : 4;
}

/** The bytes of numbers of a width, as every processor that we run on has them in memory: the low byte first. */
function bytesOf(numbers: Int32Array, width: Width): Uint8Array {
  const { buffer } = new ARRAYS[width](numbers);
  return new Uint8Array(buffer);
}

const ARRAYS = { 1: Uint8Array, 2: Uint16Array, 4: Int32Array } as const;

export interface CellsReader {
  numbers(length: number, width: Width): Int32Array;
  text(bytes: number): string;
}

export function cellsReader(bytes: Uint8Array): CellsReader {
  // A mark at the beginning of the text is a character like others.
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let place = 0;
  return {
    numbers(length, width) {
      const until = place + length * width;
      // A copy begins where an array of wider numbers may begin. (The slice of a buffer of Node is none.)
      const { buffer } = new Uint8Array(bytes.subarray(place, until));
      place = until;
      return Int32Array.from(new ARRAYS[width](buffer, 0, length));
    },
    text(length) {
      return decoder.decode(bytes.subarray(place, (place += length)));
    },
  };
}

export function writtenColumns(columns: HeldColumns, cells: CellsWriter): WrittenColumns {
  const { length, records, states, fields } = columns;
  return {
    length,
    records: cells.numbers(records),
    states: {
      source: writtenColumn(states.source, cells),
      modifiedAt: writtenColumn(states.modifiedAt, cells),
      isRemoved: writtenColumn(states.isRemoved, cells),
    },
    fields: [...fields].map(([name, column]) => ({ name, ...writtenColumn(column, cells) })),
  };
}

export function readColumns(
  { length, records, states, fields }: WrittenColumns,
  cells: CellsReader,
): HeldColumns {
  const readOne = (column: WrittenColumn): Column => readColumn(column, length, cells);
  return {
    length,
    records: cells.numbers(length, records),
    states: {
      source: readOne(states.source),
      modifiedAt: readOne(states.modifiedAt),
      isRemoved: readOne(states.isRemoved),
    },
    fields: new Map(fields.map((column) => [column.name, readOne(column)])),
  };
}

/** Whether bytes of UTF-8 hold a text as it is: half of a character outside of the basic plane is none. */
const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text);
/** Whether no half of such a character is in a text, and so not in any of its parts. */
const hasNoHalves = (text: string): boolean => !/[\ud800-\udfff]/.test(text);

function writtenColumn({ codes, values, isList }: Column, cells: CellsWriter): WrittenColumn {
  let texts = values.map((value) => (typeof value === "string" ? value : ""));
  let joined = texts.join("");
  if (!hasNoHalves(joined)) {
    texts = texts.map((text) => (isWhole(text) ? text : ""));
    joined = texts.join("");
  }
  const lengths = new Int32Array(texts.length);
  const others: (readonly [code: number, value?: Cell])[] = [];
  for (const [code, text] of texts.entries()) {
    const value = values[code];
    lengths[code] = text.length;
    if (text === "" && value !== "") others.push(otherValue(code, value));
  }
  return {
    codes: cells.numbers(codes),
    texts: [values.length, cells.numbers(lengths), cells.text(joined)],
    others,
    ...(isList && { isList }),
  };
}

const otherValue = (code: number, value: Cell): readonly [code: number, value?: Cell] =>
  value === undefined ? [code] : [code, value];

function readColumn(
  { codes, texts: [count, lengths, bytes], others, isList }: WrittenColumn,
  length: number,
  cells: CellsReader,
): Column {
  const codesOfRows = cells.numbers(length, codes);
  const lengthOf = cells.numbers(count, lengths);
  const text = cells.text(bytes);
  const values: Cell[] = [];
  let from = 0;
  for (const characters of lengthOf) values.push(text.slice(from, (from += characters)));
  for (const [code, value] of others) values[code] = value;
  return { codes: codesOfRows, values, isList: isList === true };
}
