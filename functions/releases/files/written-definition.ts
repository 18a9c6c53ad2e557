import { tableFromIPC, type DataType } from "apache-arrow";
import type { TableDefinition } from "../../domain/records/table-definition.ts";
import { columnTypeOf } from "./arrow-columns.ts";

/**
 * The columns that an Arrow IPC stream or file was written with, by whatever version of a table's
 * definition. Bytes do not say what a column means: its title is its name.
 */
export function writtenDefinition(bytes: Uint8Array): TableDefinition {
  const { fields, metadata } = tableFromIPC(bytes).schema;
  const name = metadata.get("table") ?? "table";
  return {
    name,
    title: name,
    description: "",
    primaryKey: [],
    columns: fields.map((field) => ({
      name: field.name,
      type: columnTypeOf(field.type as DataType),
      ...(field.nullable && { optional: true }),
      title: field.name,
      definition: "",
    })),
  };
}
