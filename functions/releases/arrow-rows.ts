import {
  Bool,
  Data,
  DateDay,
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  tableFromIPC,
  Utf8,
  Vector,
  type DataType,
} from "apache-arrow";
import { dayFromNumber, dayNumber, type Day } from "../domain/day.ts";
import type { Column, RowOf, TableDefinition } from "../domain/table-definition.ts";

type AnyRow = { readonly [column: string]: string | number | boolean | null };

/**
 * Rows to an Arrow IPC stream with every type spelt out: text as a dictionary in order of first
 * appearance, whole numbers as Int32, numbers as Float64, days as DateDay. Left to infer, Arrow
 * makes bytes that differ on every call; so equal rows give equal bytes here.
 */
export function toArrow<T extends TableDefinition>(
  definition: T,
  rows: readonly RowOf<T>[],
): Uint8Array {
  const plain = rows as readonly AnyRow[];
  const children = definition.columns.map((column, index) => columnData(column, plain, index));
  const fields = definition.columns.map((column, index) => {
    const type = children[index]?.type;
    if (type === undefined) throw new Error(`no type for column ${column.name}`);
    return new Field(column.name, type, column.optional === true);
  });
  const schema = new Schema(fields, new Map([["table", definition.name]]));
  const struct = makeData({
    type: new Struct(fields),
    length: rows.length,
    nullCount: 0,
    children,
  });
  const batch = new RecordBatch(schema, struct);
  return RecordBatchStreamWriter.writeAll([batch]).toUint8Array(true);
}

/** The rows of an Arrow IPC stream that `toArrow` wrote with the same definition. */
export function fromArrow<T extends TableDefinition>(definition: T, bytes: Uint8Array): RowOf<T>[] {
  const table = tableFromIPC(bytes);
  const columns = definition.columns.map((column) => {
    const vector = table.getChild(column.name);
    if (vector === null) {
      throw new Error(`table ${definition.name} has no column ${column.name} in these bytes`);
    }
    return { name: column.name, values: columnValues(column, vector) };
  });
  const rows: Record<string, unknown>[] = [];
  for (let index = 0; index < table.numRows; index++) {
    const row: Record<string, unknown> = {};
    for (const { name, values } of columns) row[name] = values[index];
    rows.push(row);
  }
  return rows as RowOf<T>[];
}

function columnData(column: Column, rows: readonly AnyRow[], id: number): Data<DataType> {
  const length = rows.length;
  const { nullBitmap, nullCount } = nullsOf(column, rows);
  switch (column.type) {
    case "text":
      return textData(column, rows, id, nullBitmap, nullCount);
    case "integer": {
      const data = Int32Array.from(rows, (row) => Number(row[column.name] ?? 0));
      return makeData({ type: new Int32(), length, nullCount, nullBitmap, data });
    }
    case "number": {
      const data = Float64Array.from(rows, (row) => Number(row[column.name] ?? 0));
      return makeData({ type: new Float64(), length, nullCount, nullBitmap, data });
    }
    case "day": {
      const data = Int32Array.from(rows, (row) => {
        const on = row[column.name] ?? null;
        return on === null ? 0 : dayNumber(on as Day);
      });
      return makeData({ type: new DateDay(), length, nullCount, nullBitmap, data });
    }
    case "boolean": {
      const data = new Uint8Array((length + 7) >> 3);
      rows.forEach((row, index) => {
        if (row[column.name] === true) setBit(data, index);
      });
      return makeData({ type: new Bool(), length, nullCount, nullBitmap, data });
    }
  }
}

/** Dictionary-encoded by hand: Arrow's own builder takes seconds and gigabytes for what this does in one pass. */
function textData(
  column: Column,
  rows: readonly AnyRow[],
  id: number,
  nullBitmap: Uint8Array | undefined,
  nullCount: number,
): Data<DataType> {
  const seen = new Map<string, number>();
  const indices = Int32Array.from(rows, (row) => {
    const text = String(row[column.name] ?? "");
    const known = seen.get(text);
    if (known !== undefined) return known;
    seen.set(text, seen.size);
    return seen.size - 1;
  });
  const encoder = new TextEncoder();
  const words = [...seen.keys()].map((text) => encoder.encode(text));
  const valueOffsets = new Int32Array(words.length + 1);
  words.forEach((word, index) => {
    valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + word.length;
  });
  const data = new Uint8Array(valueOffsets[words.length] ?? 0);
  words.forEach((word, index) => data.set(word, valueOffsets[index]));
  const dictionary = new Vector([
    makeData({ type: new Utf8(), length: words.length, nullCount: 0, valueOffsets, data }),
  ]);
  const type = new Dictionary(new Utf8(), new Int32(), id);
  return makeData({ type, length: rows.length, nullCount, nullBitmap, data: indices, dictionary });
}

function nullsOf(column: Column, rows: readonly AnyRow[]) {
  if (column.optional !== true) return { nullBitmap: undefined, nullCount: 0 };
  const nullBitmap = new Uint8Array((rows.length + 7) >> 3);
  let nullCount = 0;
  rows.forEach((row, index) => {
    if ((row[column.name] ?? null) === null) nullCount++;
    else setBit(nullBitmap, index);
  });
  return { nullBitmap, nullCount };
}

function setBit(bits: Uint8Array, index: number): void {
  const byte = index >> 3;
  bits[byte] = (bits[byte] ?? 0) | (1 << (index & 7));
}

function columnValues(column: Column, vector: Vector): unknown[] {
  const values: unknown[] = [];
  for (const data of vector.data) {
    const raw = data.values as ArrayLike<number>;
    const words = column.type === "text" ? (data.dictionary?.toArray() as ArrayLike<string>) : [];
    for (let index = 0; index < data.length; index++) {
      const there = data.nullCount === 0 || data.getValid(index);
      if (!there) values.push(null);
      else if (column.type === "text") values.push(words[raw[index] ?? 0]);
      else if (column.type === "day") values.push(dayFromNumber(raw[index] ?? 0));
      else if (column.type === "boolean") values.push(vector.get(index));
      else values.push(raw[index]);
    }
  }
  return values;
}
