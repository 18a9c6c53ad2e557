import { ByteWriter, parquetWrite } from "hyparquet-writer";
import { dayNumber, type Day } from "../../domain/calendar/day.ts";
import type {
  Column,
  ColumnType,
  RowOf,
  TableDefinition,
} from "../../domain/records/table-definition.ts";

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
 * Rows as a Parquet file. The type of each column follows from its definition and never from its
 * values, and only an optional column may hold nulls, so that equal rows give equal bytes and a
 * table without rows still has its columns. The version of the package is fixed for the same
 * reason.
 */
export function toParquet<T extends TableDefinition>(
  definition: T,
  rows: readonly RowOf<T>[],
): Uint8Array {
  const { columns } = definition;
  const writer = new ByteWriter();
  // A writer to memory is done when the call returns.
  void parquetWrite({
    writer,
    schema: [{ name: definition.name, num_children: columns.length }, ...columns.map(elementOf)],
    columnData: columns.map((column) => ({
      name: column.name,
      data: rows.map((row) => valueOf(column, row)),
    })),
    rowGroupSize: ROWS_OF_GROUP,
    createdBy: "ilp-observatory",
  });
  return writer.getBytes();
}

/** More rows than most editions have, and few enough to keep in memory. */
const ROWS_OF_GROUP = 100_000;

const elementOf = ({ name, type, optional }: Column): Element => ({
  name,
  ...TYPES[type],
  repetition_type: optional === true ? "OPTIONAL" : "REQUIRED",
});

function valueOf({ name, type }: Column, row: object): unknown {
  const value = (row as { readonly [column: string]: unknown })[name] ?? null;
  return type === "day" && value !== null ? dayNumber(value as Day) : value;
}
