import type { AnyRow } from "../domain/record-types/field.ts";
import type { StoredTable } from "../domain/record-types/stored-table.ts";
import { columnsFromArrow } from "../releases/files/arrow-columns.ts";

/** The rows of a partition, as measures read them: lists are lists, and what is absent when empty is. */
export function partitionRows(table: StoredTable, bytes: Uint8Array): readonly AnyRow[] {
  const { length, column } = columnsFromArrow(table, bytes);
  const listOf = listsRead();
  const columns = table.columns.map(({ name, isList, isAbsentWhenEmpty }) => ({
    ...{ name, isAbsentWhenEmpty: isAbsentWhenEmpty === true },
    values: isList === true ? column(name).map((text) => listOf(String(text))) : column(name),
  }));
  const rows: AnyRow[] = [];
  for (let row = 0; row < length; row++) {
    const fields: { [name: string]: unknown } = {};
    for (const { name, values, isAbsentWhenEmpty } of columns) {
      const value = values[row];
      if (value === null && isAbsentWhenEmpty) continue;
      fields[name] = value;
    }
    rows.push(fields);
  }
  return rows;
}

/** Reads text as the list that it was. Few lists differ, so rows with equal text share one. */
function listsRead(): (text: string) => readonly string[] {
  const lists = new Map<string, readonly string[]>([["", []]]);
  return (text) => {
    let list = lists.get(text);
    if (list === undefined) lists.set(text, (list = text.split(";")));
    return list;
  };
}
