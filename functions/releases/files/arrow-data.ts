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

export function setBit(bits: Uint8Array, index: number): void {
  const byte = index >> 3;
  bits[byte] = (bits[byte] ?? 0) | (1 << (index & 7));
}
