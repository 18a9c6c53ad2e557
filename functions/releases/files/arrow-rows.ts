import { RecordBatchFileWriter, tableFromIPC, type Data, type DataType } from "apache-arrow";
import { dayNumber, type Day } from "../../domain/calendar/day.ts";
import type { Column, RowOf, TableDefinition } from "../../domain/records/table-definition.ts";
import { batchOf } from "./arrow-batch.ts";
import { columnOf, type AnyValue, type ArrowColumns } from "./arrow-columns.ts";
import {
  booleanData,
  dayData,
  integerData,
  nullsAt,
  numberData,
  textDataOf,
} from "./arrow-data.ts";
import { streamOf } from "./arrow-stream.ts";

type AnyRow = { readonly [column: string]: AnyValue };

/**
 * Rows to an Arrow IPC stream with every type spelt out: text as a dictionary in order of first
 * appearance, whole numbers as Int32, numbers as Float64, days as DateDay. Left to infer, Arrow
 * makes bytes that differ on every call; so equal rows give equal bytes here.
 */
export const toArrow = <T extends TableDefinition>(
  definition: T,
  rows: readonly RowOf<T>[],
): Uint8Array => streamOf(definition, rows.length, columnsOfRows(definition, rows));

/** The same of rows that are columns already: the values of each column, in the order of rows. */
export const columnsToArrow = (
  definition: TableDefinition,
  { length, column }: ArrowColumns,
): Uint8Array =>
  streamOf(
    definition,
    length,
    columnsOf(definition, ({ name }) => column(name)),
  );

/**
 * The same rows as an Arrow IPC file, which begins with `ARROW1`: what programs expect of a file with
 * the ending `.arrow` or `.feather`. A stream is for what only this program reads.
 * Source: https://arrow.apache.org/docs/format/Columnar.html#ipc-file-format
 */
export const toArrowFile = <T extends TableDefinition>(
  definition: T,
  rows: readonly RowOf<T>[],
): Uint8Array =>
  RecordBatchFileWriter.writeAll([
    batchOf(definition, rows.length, columnsOfRows(definition, rows)),
  ]).toUint8Array(true);

/** Whether bytes are an Arrow IPC file, and not a stream. */
export const isArrowFile = (bytes: Uint8Array): boolean =>
  [...MAGIC].every((letter, index) => bytes[index] === letter.charCodeAt(0));

const MAGIC = "ARROW1";

function columnsOfRows(
  definition: TableDefinition,
  rows: readonly unknown[],
): readonly Data<DataType>[] {
  const plain = rows as readonly AnyRow[];
  return columnsOf(definition, ({ name }) => plain.map((row) => row[name] ?? null));
}

const columnsOf = (
  { columns }: TableDefinition,
  valuesOf: (column: Column) => readonly AnyValue[],
): readonly Data<DataType>[] =>
  columns.map((column, index) => columnData(column, valuesOf(column), index));

/** The rows of an Arrow IPC stream or file that was written here with the same definition, or with one that lacked optional columns. @param range the first row and the one after the last */
export function fromArrow<T extends TableDefinition>(
  definition: T,
  bytes: Uint8Array,
  range?: readonly [from: number, until: number],
): RowOf<T>[] {
  const whole = tableFromIPC(bytes);
  const table = range === undefined ? whole : whole.slice(...range);
  const columns = definition.columns.map((column) => ({
    name: column.name,
    values: columnOf(definition, table, column),
  }));
  const rows: Record<string, unknown>[] = [];
  for (let index = 0; index < table.numRows; index++) {
    const row: Record<string, unknown> = {};
    for (const { name, values } of columns) row[name] = values[index];
    rows.push(row);
  }
  return rows as RowOf<T>[];
}

function columnData(column: Column, values: readonly AnyValue[], id: number): Data<DataType> {
  const { length } = values;
  const nulls = nullsAt(column, length, (index) => values[index] === null);
  switch (column.type) {
    case "text": {
      const { data, words } = placesOfWords(values);
      return textDataOf(data, words, id, nulls);
    }
    case "integer":
      return integerData(length, (index) => Number(values[index] ?? 0), nulls);
    case "number":
      return numberData(length, (index) => Number(values[index] ?? 0), nulls);
    case "day":
      return dayData(
        length,
        (index) => (values[index] === null ? 0 : dayNumber(values[index] as Day)),
        nulls,
      );
    case "boolean":
      return booleanData(length, (index) => values[index] === true, nulls);
  }
}

/** Dictionary-encoded by hand: Arrow's own builder takes seconds and gigabytes for what this does in one pass. */
function placesOfWords(values: readonly AnyValue[]) {
  const seen = new Map<string, number>();
  const data = new Int32Array(values.length);
  // Most often a row says what the one before it said.
  let before: AnyValue | undefined;
  let place = 0;
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    if (value !== before) {
      const text = typeof value === "string" ? value : String(value ?? "");
      place = seen.get(text) ?? seen.size;
      if (place === seen.size) seen.set(text, place);
      before = value;
    }
    data[index] = place;
  }
  return { data, words: [...seen.keys()] };
}
