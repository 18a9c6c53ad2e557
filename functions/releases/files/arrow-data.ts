import {
  Bool,
  Data,
  DateDay,
  Dictionary,
  Float64,
  Int32,
  makeData,
  Utf8,
  Vector,
  type DataType,
} from "apache-arrow";
import type { Column } from "../../domain/records/table-definition.ts";
import { setBit } from "./set-bit.ts";
import type { StoredColumn } from "./table-columns.ts";

/** The numbers of rows that have them, and none of those that lack them. */
type NumberData = (
  length: number,
  numberOf: (index: number) => number,
  nulls: Nulls,
) => Data<DataType>;

export const integerData: NumberData = (length, numberOf, nulls) =>
  makeData({ type: new Int32(), length, ...nulls, data: filled(new Int32Array(length), numberOf) });

export const numberData: NumberData = (length, numberOf, nulls) =>
  makeData({
    ...{ type: new Float64(), length, ...nulls },
    data: filled(new Float64Array(length), numberOf),
  });

export const dayData: NumberData = (length, numberOf, nulls) =>
  makeData({
    ...{ type: new DateDay(), length, ...nulls },
    data: filled(new Int32Array(length), numberOf),
  });

function filled<T extends Int32Array | Float64Array>(
  data: T,
  numberOf: (index: number) => number,
): T {
  for (let index = 0; index < data.length; index++) data[index] = numberOf(index);
  return data;
}

export function booleanData(
  length: number,
  isTrue: (index: number) => boolean,
  nulls: Nulls,
): Data<DataType> {
  const data = new Uint8Array((length + 7) >> 3);
  for (let index = 0; index < length; index++) if (isTrue(index)) setBit(data, index);
  return makeData({ type: new Bool(), length, ...nulls, data });
}

/** A column as it is stored, which only bits for yes or no are made anew for. @param id its place in the table */
export function storedData({ column, values, ...of }: StoredColumn, id: number): Data<DataType> {
  const { length } = values;
  const nulls: Nulls =
    column.optional === true
      ? { nullBitmap: of.isThere, nullCount: of.missing }
      : { nullBitmap: undefined, nullCount: 0 };
  switch (column.type) {
    case "text":
      return textDataOf(values as Int32Array, of.words, id, nulls);
    case "boolean":
      return booleanData(length, (index) => values[index] === 1, nulls);
    case "integer":
      return makeData({ type: new Int32(), length, ...nulls, data: values as Int32Array });
    case "day":
      return makeData({ type: new DateDay(), length, ...nulls, data: values as Int32Array });
    case "number":
      return makeData({ type: new Float64(), length, ...nulls, data: values as Float64Array });
  }
}

/** Text by the places of words, which stand in the order in which rows first have them. */
export function textDataOf(
  data: Int32Array,
  words: readonly string[],
  id: number,
  nulls: Nulls,
): Data<DataType> {
  const type = new Dictionary(new Utf8(), new Int32(), id);
  const dictionary = new Vector([wordsData(words)]);
  return makeData({ type, length: data.length, ...nulls, data, dictionary });
}

/**
 * Words of one byte per character are encoded together: one call per word takes longer than all
 * else here.
 */
export function wordsData(words: readonly string[]): Data<Utf8> {
  const encoder = new TextEncoder();
  const text = words.join("");
  const together = encoder.encode(text);
  const isAscii = together.length === text.length;
  const encoded = isAscii ? [] : words.map((word) => encoder.encode(word));
  const valueOffsets = new Int32Array(words.length + 1);
  words.forEach((word, index) => {
    valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + (encoded[index] ?? word).length;
  });
  const data = isAscii ? together : new Uint8Array(valueOffsets[words.length] ?? 0);
  encoded.forEach((bytes, index) => data.set(bytes, valueOffsets[index]));
  return makeData({ type: new Utf8(), length: words.length, nullCount: 0, valueOffsets, data });
}

/** Which rows of an optional column have a value. */
export interface Nulls {
  readonly nullBitmap: Uint8Array | undefined;
  readonly nullCount: number;
}

export function nullsAt(
  { optional }: Column,
  length: number,
  isNull: (index: number) => boolean,
): Nulls {
  if (optional !== true) return { nullBitmap: undefined, nullCount: 0 };
  const nullBitmap = new Uint8Array((length + 7) >> 3);
  let nullCount = 0;
  for (let index = 0; index < length; index++) {
    if (isNull(index)) nullCount++;
    else setBit(nullBitmap, index);
  }
  return { nullBitmap, nullCount };
}
