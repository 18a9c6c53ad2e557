import type { Column, ColumnType, TableDefinition } from "../records/table-definition.ts";

/** A column of a conformed table. */
export interface StoredColumn extends Column {
  /** Whether the row holds a list, which is stored as text with `;` between its items. */
  readonly isList?: true;
  /** Whether a row without the value lacks the field, where others hold null in it. */
  readonly isAbsentWhenEmpty?: true;
}

/** How the records of a type are stored once they are joined: a table per school. */
export interface StoredTable extends TableDefinition {
  readonly columns: readonly StoredColumn[];
  /** The columns by which its rows are sorted; the primary key without it. */
  readonly sortedBy?: readonly string[];
  /** Few districts send such records: for a school without any, no file is written. */
  readonly isOmittedWhenEmpty?: true;
  /** One file per month, by the day of the row. */
  readonly isByMonth?: true;
}

export const column = <N extends string, T extends ColumnType>(
  name: N,
  type: T,
  definition: string,
) => ({ name, type, title: name, definition }) as const;

export const optional = <N extends string, T extends ColumnType>(
  name: N,
  type: T,
  definition: string,
) => ({ name, type, optional: true, title: name, definition }) as const;

export const list = <N extends string>(name: N, definition: string) =>
  ({ name, type: "text", isList: true, title: name, definition }) as const;
