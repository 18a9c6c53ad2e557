import {
  Data,
  Field,
  makeData,
  RecordBatch,
  RecordBatchFileWriter,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  tableFromIPC,
  type DataType,
} from "apache-arrow";
import type { RowOf, TableDefinition } from "../../domain/records/table-definition.ts";
import { columnOf, type ArrowColumns } from "./arrow-columns.ts";
import { storedData } from "./arrow-data.ts";
import { columnWriter, tableColumns, type TableColumns } from "./table-columns.ts";

/**
 * Rows to an Arrow IPC stream with every type spelt out: text as a dictionary in order of first
 * appearance, whole numbers as Int32, numbers as Float64, days as DateDay. Left to infer, Arrow
 * makes bytes that differ on every call; so equal rows give equal bytes here.
 */
export const toArrow = <T extends TableDefinition>(
  definition: T,
  rows: Iterable<RowOf<T>>,
): Uint8Array => streamOf(batchOfTable(tableColumns(definition, rows)));

/** The same of rows that are columns already: the values of each column, in the order of rows. */
export const columnsToArrow = (
  definition: TableDefinition,
  { length, column }: ArrowColumns,
): Uint8Array => {
  const columns = definition.columns.map((each) => {
    const { add, stored } = columnWriter(each);
    column(each.name).forEach(add);
    return stored(length);
  });
  return streamOf(batchOfTable({ definition, length, columns }));
};

/**
 * A table as an Arrow IPC file, which begins with `ARROW1`: what programs expect of a file with
 * the ending `.arrow` or `.feather`. A stream is for what only this program reads.
 * Source: https://arrow.apache.org/docs/format/Columnar.html#ipc-file-format
 */
export const arrowFileOf = (table: TableColumns): Uint8Array =>
  RecordBatchFileWriter.writeAll([batchOfTable(table)]).toUint8Array(true);

/** The file of rows. */
export const toArrowFile = <T extends TableDefinition>(
  definition: T,
  rows: Iterable<RowOf<T>>,
): Uint8Array => arrowFileOf(tableColumns(definition, rows));

/** Whether bytes are an Arrow IPC file, and not a stream. */
export const isArrowFile = (bytes: Uint8Array): boolean =>
  [...MAGIC].every((letter, index) => bytes[index] === letter.charCodeAt(0));

const MAGIC = "ARROW1";

/** One batch as the bytes of a stream. */
export const streamOf = (batch: RecordBatch): Uint8Array =>
  RecordBatchStreamWriter.writeAll([batch]).toUint8Array(true);

const batchOfTable = ({ definition, length, columns }: TableColumns): RecordBatch =>
  batchOf(definition, length, columns.map(storedData));

/** The batch of a table's columns, in their order. */
export function batchOf(
  definition: TableDefinition,
  length: number,
  children: readonly Data<DataType>[],
): RecordBatch {
  const fields = definition.columns.map((column, index) => {
    const type = children[index]?.type;
    if (type === undefined) throw new Error(`no type for column ${column.name}`);
    return new Field(column.name, type, column.optional === true);
  });
  const schema = new Schema(fields, new Map([["table", definition.name]]));
  const struct = makeData({
    type: new Struct(fields),
    length,
    nullCount: 0,
    children: [...children],
  });
  return new RecordBatch(schema, struct);
}

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
