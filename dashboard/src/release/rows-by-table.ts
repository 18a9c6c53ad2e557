import type { RowOf } from "../../../functions/domain/table-definition.ts";
import type { TableName, TABLES } from "../../../functions/releases/tables.ts";

/** The row of each published table, by the table's name. */
export type RowsByTable = {
  readonly [N in TableName]: RowOf<Extract<(typeof TABLES)[number], { readonly name: N }>>;
};
