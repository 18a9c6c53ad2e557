/**
 * The type of a column: text, whole number, number, ISO day or yes/no. A value may be missing only
 * if `optional` says so.
 */
export type ColumnType = "text" | "integer" | "number" | "day" | "boolean";

/** One column of a published table, as the data dictionary gives it. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly optional?: true;
  readonly title: string;
  readonly definition: string;
}

/** One published table. The first sentence of its description is its grain. */
export interface TableDefinition {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly primaryKey: readonly string[];
  readonly columns: readonly Column[];
}

type Value<C extends Column> = C["type"] extends "integer" | "number"
  ? number
  : C["type"] extends "boolean"
    ? boolean
    : string;

/**
 * The row of a table, derived from its definition: a column that the definition lacks does not
 * compile.
 */
export type RowOf<T extends TableDefinition> = {
  readonly [C in T["columns"][number] as C["name"]]: C extends { readonly optional: true }
    ? Value<C> | null
    : Value<C>;
};
