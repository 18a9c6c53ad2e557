import { RecordBatchFileWriter, tableFromIPC } from "apache-arrow";
import type { RowOf, TableDefinition } from "../../domain/records/table-definition.ts";
import { batchOf } from "./arrow-batch.ts";
import { columnOf, type ArrowColumns } from "./arrow-columns.ts";
import { storedData } from "./arrow-data.ts";
import { streamOf } from "./arrow-stream.ts";
import { columnWriter, tableColumns, type TableColumns } from "./table-columns.ts";

/**
 * Rows to an Arrow IPC stream with every type spelt out: text as a dictionary in order of first
 * appearance, whole numbers as Int32, numbers as Float64, days as DateDay. Left to infer, Arrow
 * makes bytes that differ on every call; so equal rows give equal bytes here.
 */
export const toArrow = <T extends TableDefinition>(
  definition: T,
  rows: Iterable<RowOf<T>>,
): Uint8Array => streamOfTable(tableColumns(definition, rows));

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
  return streamOfTable({ definition, length, columns });
};

const streamOfTable = ({ definition, length, columns }: TableColumns): Uint8Array =>
  streamOf(definition, length, columns.map(storedData));

/**
 * A table as an Arrow IPC file, which begins with `ARROW1`: what programs expect of a file with
 * the ending `.arrow` or `.feather`. A stream is for what only this program reads.
 * Source: https://arrow.apache.org/docs/format/Columnar.html#ipc-file-format
 */
export const arrowFileOf = ({ definition, length, columns }: TableColumns): Uint8Array =>
  RecordBatchFileWriter.writeAll([
    batchOf(definition, length, columns.map(storedData)),
  ]).toUint8Array(true);

/** The file of rows. */
export const toArrowFile = <T extends TableDefinition>(
  definition: T,
  rows: Iterable<RowOf<T>>,
): Uint8Array => arrowFileOf(tableColumns(definition, rows));

/** Whether bytes are an Arrow IPC file, and not a stream. */
export const isArrowFile = (bytes: Uint8Array): boolean =>
  [...MAGIC].every((letter, index) => bytes[index] === letter.charCodeAt(0));

const MAGIC = "ARROW1";

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
