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
      let largest = 0;
      for (const number of numbers) if (number > largest) largest = number;
      const width = largest < 2 ** 8 ? 1 : largest < 2 ** 16 ? 2 : 4;
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

function bytesOf(numbers: Int32Array, width: Width): Uint8Array {
  const bytes = new Uint8Array(numbers.length * width);
  let place = 0;
  for (const number of numbers) {
    for (let byte = 0; byte < width; byte++) bytes[place++] = number >>> (8 * byte);
  }
  return bytes;
}

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
      const numbers = new Int32Array(length);
      for (let index = 0; index < length; index++) {
        let number = 0;
        for (let byte = 0; byte < width; byte++) number |= (bytes[place++] ?? 0) << (8 * byte);
        numbers[index] = number;
      }
      return numbers;
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

function writtenColumn({ codes, values, isList }: Column, cells: CellsWriter): WrittenColumn {
  const isText = values.map((value) => typeof value === "string" && isWhole(value));
  const texts = values.map((value, code) => (isText[code] === true ? String(value) : ""));
  return {
    codes: cells.numbers(codes),
    texts: [
      values.length,
      cells.numbers(Int32Array.from(texts, ({ length }) => length)),
      cells.text(texts.join("")),
    ],
    others: values.flatMap((value, code) =>
      isText[code] === true ? [] : [otherValue(code, value)],
    ),
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
