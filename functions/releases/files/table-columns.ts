import { dayFromNumber, dayNumber, type Day } from "../../domain/calendar/day.ts";
import type { Column, TableDefinition } from "../../domain/records/table-definition.ts";
import type { AnyValue } from "./arrow-columns.ts";
import { setBit } from "./set-bit.ts";

/** The values of one column as they are stored. */
export interface StoredColumn {
  readonly column: Column;
  /**
   * By row a number, whole numbers as `Int32Array`: days since 1970, 1 for yes, of text the place of
   * its word. 0 where there is no value.
   */
  readonly values: Int32Array | Float64Array;
  /** The words of text in the order in which rows first have them; the empty word where there is none. */
  readonly words: readonly string[];
  /** By row a bit that says whether there is a value. */
  readonly isThere: Uint8Array;
  readonly missing: number;
}

/** The rows of a table, column by column. */
export interface TableColumns {
  readonly definition: TableDefinition;
  readonly length: number;
  readonly columns: readonly StoredColumn[];
}

/**
 * The rows of a table as columns. Each row is looked at once and not kept, so rows may be made one
 * after another.
 */
export function tableColumns(definition: TableDefinition, rows: Iterable<object>): TableColumns {
  const columns = definition.columns.map((column) => ({
    name: column.name,
    ...columnWriter(column),
  }));
  let length = 0;
  for (const row of rows as Iterable<{ readonly [column: string]: AnyValue | undefined }>) {
    for (const { name, add } of columns) add(row[name] ?? null, length);
    length++;
  }
  return { definition, length, columns: columns.map(({ stored }) => stored(length)) };
}

/** Takes the values of a column, one per row, and gives them as they are stored. */
export interface ColumnWriter {
  /** @param row its number: the first is 0, and each the one after the last */
  readonly add: (value: AnyValue, row: number) => void;
  readonly stored: (length: number) => StoredColumn;
}

const FIRST_ROWS = 1024;

export function columnWriter(column: Column): ColumnWriter {
  const isNumber = column.type === "number";
  const { codeOf, words } = coding(column);
  let values = isNumber ? new Float64Array(FIRST_ROWS) : new Int32Array(FIRST_ROWS);
  let isThere = new Uint8Array(FIRST_ROWS >> 3);
  let missing = 0;
  // Most values are those of the row before; but 0 is equal to -0, which is stored differently.
  let last: AnyValue | undefined;
  let code = 0;
  return {
    add(value, row) {
      if (row === values.length) {
        values = grown(values);
        isThere = grown(isThere);
      }
      if (isNumber || value !== last) {
        code = codeOf(value);
        last = value;
      }
      values[row] = code;
      if (value === null) missing++;
      else setBit(isThere, row);
    },
    stored: (length) => ({
      column,
      values: values.slice(0, length),
      words,
      isThere: isThere.slice(0, (length + 7) >> 3),
      missing,
    }),
  };
}

/** The number by which a value of a column is stored, and the words of text so far. */
function coding({ name, type }: Column): {
  readonly codeOf: (value: AnyValue) => number;
  readonly words: readonly string[];
} {
  const words: string[] = [];
  switch (type) {
    case "text": {
      const places = new Map<string, number>();
      const codeOf = (value: AnyValue): number => {
        const word = typeof value === "string" ? value : String(value ?? "");
        let place = places.get(word);
        if (place === undefined) places.set(word, (place = words.push(word) - 1));
        return place;
      };
      return { codeOf, words };
    }
    case "day":
      return { codeOf: (value) => (value === null ? 0 : dayNumber(value as Day)), words };
    case "boolean":
      return { codeOf: (value) => (value === true ? 1 : 0), words };
    case "integer":
      return { codeOf: (value) => wholeNumber(name, Number(value ?? 0)), words };
    case "number":
      return { codeOf: (value) => Number(value ?? 0), words };
  }
}

function wholeNumber(column: string, value: number): number {
  if ((value | 0) === value) return value;
  throw new Error(`column ${column} has a number that is not whole, or of more than 32 bits`);
}

/** The values of a column, one per row: null where there is none, a day as text. */
export function* valuesOf({ column, ...of }: StoredColumn): Generator<AnyValue> {
  const { values, words, isThere, missing } = of;
  for (const [row, code] of values.entries()) {
    if (missing > 0 && ((isThere[row >> 3] ?? 0) & (1 << (row & 7))) === 0) yield null;
    else if (column.type === "text") yield words[code] ?? null;
    else if (column.type === "day") yield dayFromNumber(code);
    else if (column.type === "boolean") yield code === 1;
    else yield code;
  }
}

function grown<Values extends Int32Array | Float64Array | Uint8Array>(values: Values): Values {
  const more = new (values.constructor as new (length: number) => Values)(2 * values.length);
  more.set(values);
  return more;
}
