import {
  DataType,
  tableFromIPC,
  type Data,
  type Table,
  type Utf8,
  type Vector,
} from "apache-arrow";
import { dayFromNumber } from "../../domain/calendar/day.ts";
import type { Column, ColumnType, TableDefinition } from "../../domain/records/table-definition.ts";

export type AnyValue = string | number | boolean | null;

/** The columns of a table, each read when it is asked for and kept. */
export interface ArrowColumns {
  readonly length: number;
  /** @throws when the table has no such column and the definition does not leave it open */
  readonly column: (name: string) => readonly AnyValue[];
}

/** The columns of bytes as `fromArrow` reads their rows: what asks for few columns of many reads no others. */
export function columnsFromArrow(definition: TableDefinition, bytes: Uint8Array): ArrowColumns {
  const table = tableFromIPC(bytes);
  const defined = new Map(definition.columns.map((column) => [column.name, column]));
  const read = new Map<string, readonly AnyValue[]>();
  return {
    length: table.numRows,
    column(name) {
      const kept = read.get(name);
      if (kept !== undefined) return kept;
      const column = defined.get(name);
      if (column === undefined) throw new Error(`table ${definition.name} has no column ${name}`);
      const values = columnOf(definition, table, column) as AnyValue[];
      read.set(name, values);
      return values;
    },
  };
}

/** The columns of a table as the numbers that are stored of them. */
export interface StoredNumbers {
  readonly length: number;
  /** Of a text the place of each row's word, of a day its number; where a row has no value, any. */
  readonly numbers: (name: string) => ArrayLike<number>;
  /** The words of a text, by place. */
  readonly words: (name: string) => readonly string[];
}

/** @param bytes of one batch, as rows are written here @throws when the table has no such column or one of another type, and for bytes of several batches */
export function storedNumbers(definition: TableDefinition, bytes: Uint8Array): StoredNumbers {
  const read = tableFromIPC(bytes);
  const dataOf = (name: string): Vector["data"][number] => {
    const defined = definition.columns.find((column) => column.name === name);
    const vector = read.getChild(name);
    const [data, ...others] = vector?.data ?? [];
    if (defined === undefined || vector === null || data === undefined || others.length > 0) {
      throw new Error(`table ${definition.name} has no column ${name} of one batch in these bytes`);
    }
    checkType(definition, defined, vector);
    return data;
  };
  return {
    length: read.numRows,
    numbers: (column) => dataOf(column).values as ArrayLike<number>,
    words: (column) => (dataOf(column).dictionary?.data ?? []).flatMap(wordsOf),
  };
}

/** @throws where the bytes have another type than the column */
function checkType({ name }: TableDefinition, column: Column, vector: Vector): void {
  const type = columnTypeOf(vector.type as DataType);
  if (type === column.type) return;
  throw new Error(
    `column ${column.name} of table ${name} is ${type} in these bytes: expected ${column.type}`,
  );
}

/** The values of one column, in the order of rows. @throws when the table has none and the definition does not leave it open, and when it is of another type */
export function columnOf(definition: TableDefinition, table: Table, column: Column): unknown[] {
  const vector = table.getChild(column.name);
  if (vector !== null) {
    checkType(definition, column, vector);
    return columnValues(column, vector);
  }
  // The bytes were written before this column existed.
  if (column.optional === true) return new Array<null>(table.numRows).fill(null);
  throw new Error(`table ${definition.name} has no column ${column.name} in these bytes`);
}

function columnValues(column: Column, vector: Vector): unknown[] {
  const values: unknown[] = [];
  for (const data of vector.data) {
    const raw = data.values as ArrayLike<number>;
    const words = column.type === "text" ? (data.dictionary?.data.flatMap(wordsOf) ?? []) : [];
    const isWhole = data.nullCount === 0;
    for (let index = 0; index < data.length; index++) {
      if (!isWhole && !data.getValid(index)) values.push(null);
      else if (column.type === "text") values.push(words[raw[index] ?? 0]);
      else if (column.type === "day") values.push(dayFromNumber(raw[index] ?? 0));
      else if (column.type === "boolean") values.push(vector.get(index));
      else values.push(raw[index]);
    }
  }
  return values;
}

/** The type of a column, as its values are written. @throws for one that is written nowhere here */
export function columnTypeOf(type: DataType): ColumnType {
  if (DataType.isDictionary(type)) return "text";
  if (DataType.isInt(type)) return "integer";
  if (DataType.isFloat(type)) return "number";
  if (DataType.isDate(type)) return "day";
  if (DataType.isBool(type)) return "boolean";
  throw new Error(`a column of the Arrow type ${String(type)}: expected one that is written here`);
}

/** The words of a dictionary, decoded together if each of their characters is one byte. */
export function wordsOf({ length, valueOffsets, values }: Data<Utf8>): string[] {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const text = decoder.decode(values.subarray(0, valueOffsets[length]));
  const isAscii = text.length === valueOffsets[length];
  return Array.from({ length }, (_, index) => {
    const from = valueOffsets[index] ?? 0;
    const until = valueOffsets[index + 1] ?? 0;
    return isAscii ? text.slice(from, until) : decoder.decode(values.subarray(from, until));
  });
}
