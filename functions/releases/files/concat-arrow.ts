import {
  Bool,
  DateDay,
  Dictionary,
  Float64,
  Int32,
  makeData,
  tableFromIPC,
  Utf8,
  Vector,
  type Data,
  type DataType,
  type Table,
} from "apache-arrow";
import type { Column, TableDefinition } from "../../domain/records/table-definition.ts";
import { wordsOf } from "./arrow-columns.ts";
import { wordsData } from "./arrow-data.ts";
import { streamOf } from "./arrow-stream.ts";
import { setBit } from "./set-bit.ts";

/**
 * The rows of several streams of one definition in one stream. Numbers are copied as they are and words
 * looked up once a dictionary, so that no value is read by itself: the bytes are those that `toArrow`
 * makes of all rows together.
 * @throws when a stream lacks a column that the definition does not leave open
 */
export function concatArrow(
  definition: TableDefinition,
  streams: readonly Uint8Array[],
): Uint8Array {
  const tables = streams.map((bytes) => tableFromIPC(bytes));
  const rows = tables.reduce((sum, { numRows }) => sum + numRows, 0);
  const children = definition.columns.map((column, index) =>
    columnOfAll(column, { pieces: piecesOf(definition, column, tables), rows, index }),
  );
  return streamOf(definition, rows, children);
}

/** The values of a column in one stream: as they are stored, or so many rows that have none. */
interface Piece {
  readonly from: number;
  readonly length: number;
  readonly data: Data | null;
}

/** A column of all streams: its pieces in order, how many rows they have together, and its place in the table. */
interface ColumnPieces {
  readonly pieces: readonly Piece[];
  readonly rows: number;
  readonly index: number;
}

function piecesOf(
  { name }: TableDefinition,
  column: Column,
  tables: readonly Table[],
): readonly Piece[] {
  let from = 0;
  const piece = (length: number, data: Data | null): Piece => {
    const begun = from;
    from += length;
    return { from: begun, length, data };
  };
  return tables.flatMap((table) => {
    const place = table.schema.fields.findIndex((field) => field.name === column.name);
    // Not through vectors: thousands of them are made as slowly as all values are copied.
    if (place >= 0) {
      return table.data.flatMap(({ length, children: { [place]: data } }) =>
        data === undefined ? [] : [piece(length, data)],
      );
    }
    // Bytes of before there was the column.
    if (column.optional === true) return [piece(table.numRows, null)];
    throw new Error(`table ${name} has no column ${column.name} in these bytes`);
  });
}

function columnOfAll(column: Column, { pieces, rows, index }: ColumnPieces): Data<DataType> {
  const { nullBitmap, nullCount } = nullsOf(column, pieces, rows);
  const of = { length: rows, nullBitmap, nullCount };
  switch (column.type) {
    case "text": {
      const { data, words } = wordNumbers(pieces, rows);
      const type = new Dictionary(new Utf8(), new Int32(), index);
      return makeData({ type, ...of, data, dictionary: new Vector([wordsData(words)]) });
    }
    case "integer":
      return makeData({ type: new Int32(), ...of, data: copied(pieces, new Int32Array(rows)) });
    case "number":
      return makeData({ type: new Float64(), ...of, data: copied(pieces, new Float64Array(rows)) });
    case "day":
      return makeData({ type: new DateDay(), ...of, data: copied(pieces, new Int32Array(rows)) });
    case "boolean":
      return makeData({ type: new Bool(), ...of, data: copiedBits(pieces, rows) });
  }
}

/** The number of each row's word, and the words in the order in which rows first have them. */
function wordNumbers(pieces: readonly Piece[], rows: number) {
  const numbers = new Map<string, number>();
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };
  const data = new Int32Array(rows);
  for (const { from, length, data: stored } of pieces) {
    if (stored === null) {
      if (length > 0) data.fill(numberOf(""), from, from + length);
      continue;
    }
    // The words of one stream are already in the order of its rows.
    const own = Int32Array.from(
      stored.dictionary?.data.flatMap((words) => wordsOf(words as Data<Utf8>)) ?? [],
      numberOf,
    );
    const indexes = stored.values as Int32Array;
    for (let row = 0; row < length; row++) data[from + row] = own[indexes[row] ?? 0] ?? 0;
  }
  return { data, words: [...numbers.keys()] };
}

function copied<T extends Int32Array | Float64Array>(pieces: readonly Piece[], values: T): T {
  for (const { from, length, data } of pieces) {
    if (data !== null) values.set((data.values as T).subarray(0, length), from);
  }
  return values;
}

function copiedBits(pieces: readonly Piece[], rows: number): Uint8Array {
  const bits = new Uint8Array((rows + 7) >> 3);
  for (const { from, length, data } of pieces) {
    const own = data?.values as Uint8Array | undefined;
    for (let row = 0; own !== undefined && row < length; row++) {
      if (((own[row >> 3] ?? 0) & (1 << (row & 7))) !== 0) setBit(bits, from + row);
    }
  }
  return bits;
}

function nullsOf(column: Column, pieces: readonly Piece[], rows: number) {
  if (column.optional !== true) return { nullBitmap: undefined, nullCount: 0 };
  const nullBitmap = new Uint8Array((rows + 7) >> 3);
  let nullCount = 0;
  for (const { from, length, data } of pieces) {
    const isWhole = data?.nullCount === 0;
    for (let row = 0; row < length; row++) {
      if (isWhole || data?.getValid(row) === true) setBit(nullBitmap, from + row);
      else nullCount++;
    }
  }
  return { nullBitmap, nullCount };
}
