import { ByteWriter, parquetWrite } from "hyparquet-writer";
import type {
  Column,
  ColumnType,
  RowOf,
  TableDefinition,
} from "../../domain/records/table-definition.ts";
import { tableColumns, valuesOf, type StoredColumn, type TableColumns } from "./table-columns.ts";

type Written = Parameters<typeof parquetWrite>[0];
type Element = NonNullable<Written["schema"]>[number];

/** Identifiers are text, so that leading zeros are kept; a day is a date without a time. */
const TYPES: { readonly [type in ColumnType]: Pick<Element, "type" | "converted_type"> } = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  day: { type: "INT32", converted_type: "DATE" },
  boolean: { type: "BOOLEAN" },
};

/**
 * A table as a Parquet file. The type of each column follows from its definition and never from its
 * values, and only an optional column may hold nulls, so that equal rows give equal bytes and a
 * table without rows still has its columns. The version of the package is fixed for the same
 * reason.
 */
export function parquetOf({ definition, columns }: TableColumns): Uint8Array {
  const writer = new ByteWriter();
  // A writer to memory is done when the call returns.
  void parquetWrite({
    writer,
    schema: [
      { name: definition.name, num_children: columns.length },
      ...definition.columns.map(elementOf),
    ],
    columnData: columns.map((stored) => ({ name: stored.column.name, data: dataOf(stored) })),
    rowGroupSize: ROWS_OF_GROUP,
    createdBy: "ilp-observatory",
  });
  return writer.getBytes();
}

/** The same of rows. */
export const toParquet = <T extends TableDefinition>(
  definition: T,
  rows: Iterable<RowOf<T>>,
): Uint8Array => parquetOf(tableColumns(definition, rows));

/** More rows than most editions have, and few enough to keep in memory. */
const ROWS_OF_GROUP = 100_000;

const elementOf = ({ name, type, optional }: Column): Element => ({
  name,
  ...TYPES[type],
  repetition_type: optional === true ? "OPTIONAL" : "REQUIRED",
});

/** The values of a column; a day is the number of its date. */
const dataOf = (stored: StoredColumn): unknown[] => [
  ...valuesOf(
    stored.column.type === "day"
      ? { ...stored, column: { ...stored.column, type: "integer" } }
      : stored,
  ),
];
