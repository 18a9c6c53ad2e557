import {
  Field,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  type Data,
  type DataType,
} from "apache-arrow";
import type { TableDefinition } from "../../domain/records/table-definition.ts";

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
