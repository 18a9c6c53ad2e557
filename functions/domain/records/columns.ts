/** One value of a row; undefined where the row lacks the field. */
export type Cell = string | number | boolean | null | undefined;

/**
 * The values of one field of many rows: each different value once, and row by row which of them it is.
 * What ten thousand rows say alike is looked at once.
 */
export interface Column {
  /** By row the place of its value. */
  readonly codes: Int32Array;
  /** No two alike. */
  readonly values: readonly Cell[];
  /** Whether a value is a list: it is held as the JSON text of one. */
  readonly isList: boolean;
}

/** Rows of one type by their fields, in the order in which a row has them. */
export interface Columns {
  readonly length: number;
  readonly fields: ReadonlyMap<string, Column>;
}

export const NO_COLUMNS: Columns = { length: 0, fields: new Map() };

/** A value as a row has it: a list where the column is of lists. */
export const valueOf = ({ values, isList }: Column, code: number): unknown => {
  const value = values[code];
  return isList && typeof value === "string" ? JSON.parse(value) : value;
};

/** One row as an object, without the fields that it lacks. */
export function rowAt({ fields }: Columns, row: number): { readonly [field: string]: unknown } {
  const object: Record<string, unknown> = {};
  for (const [name, column] of fields) {
    const value = valueOf(column, column.codes[row] ?? 0);
    if (value !== undefined) object[name] = value;
  }
  return object;
}

/** The column of a field; of one that no row has, a column that says so. */
export const fieldOf = ({ fields, length }: Columns, name: string): Column =>
  fields.get(name) ?? {
    codes: new Int32Array(length),
    values: length === 0 ? [] : [undefined],
    isList: false,
  };

/** Some of the rows, by their numbers and in their order; with the values that they have. */
export const pickedRows = (columns: Columns, rows: Int32Array): Columns =>
  isWhole(rows, columns.length)
    ? columns
    : {
        length: rows.length,
        fields: mapped(columns.fields, (column) => pickedCells(column, rows)),
      };

/** The cells of some rows, with no value that none of them has. */
export function pickedCells({ codes, values, isList }: Column, rows: Int32Array): Column {
  const placeOf = new Int32Array(values.length);
  const kept: Cell[] = [];
  const picked = new Int32Array(rows.length);
  for (let index = 0; index < rows.length; index++) {
    const code = codes[rows[index] ?? 0] ?? 0;
    let place = placeOf[code] ?? 0;
    if (place === 0) {
      kept.push(values[code]);
      placeOf[code] = place = kept.length;
    }
    picked[index] = place - 1;
  }
  return { codes: picked, values: kept, isList };
}

/** Whether row numbers are those of all rows in their order. */
function isWhole(rows: Int32Array, length: number): boolean {
  if (rows.length !== length) return false;
  for (let row = 0; row < length; row++) if (rows[row] !== row) return false;
  return true;
}

/** The cells with each value replaced by another; values that become alike become one. */
export function recoded(column: Column, values: readonly Cell[]): Column {
  const { codes, isList } = column;
  const { placeOf, distinct } = distinctValues([values]);
  const places = placeOf[0] ?? new Int32Array(0);
  return { codes: codes.map((code) => places[code] ?? 0), values: distinct, isList };
}

/** The rows of several, one after the other. */
export function stacked(parts: readonly Columns[]): Columns {
  const filled = parts.filter(({ length }) => length > 0);
  const [only] = filled;
  if (only === undefined) return NO_COLUMNS;
  if (filled.length === 1) return only;
  return {
    length: filled.reduce((sum, { length }) => sum + length, 0),
    fields: new Map(
      namesOf(filled).map((name) => [
        name,
        stackedCells(filled.map((part) => fieldOf(part, name))),
      ]),
    ),
  };
}

export function stackedCells(parts: readonly Column[]): Column {
  const { placeOf, distinct } = distinctValues(parts.map(({ values }) => values));
  const codes = new Int32Array(parts.reduce((sum, part) => sum + part.codes.length, 0));
  let row = 0;
  for (const [index, part] of parts.entries()) {
    const places = placeOf[index] ?? new Int32Array(0);
    for (const code of part.codes) codes[row++] = places[code] ?? 0;
  }
  return { codes, values: distinct, isList: parts.some(({ isList }) => isList) };
}

/** Each value once, and of each list the places of its values among them. */
function distinctValues(lists: readonly (readonly Cell[])[]) {
  const places = new Map<Cell, number>();
  const distinct: Cell[] = [];
  const placeOf = lists.map((values) => {
    const placesOfList = new Int32Array(values.length);
    for (const [code, value] of values.entries()) {
      let place = places.get(value);
      if (place === undefined) {
        places.set(value, (place = distinct.length));
        distinct.push(value);
      }
      placesOfList[code] = place;
    }
    return placesOfList;
  });
  return { placeOf, distinct };
}

/** The fields of all, each after the one that it follows in the first rows that have it. */
function namesOf(parts: readonly Columns[]): readonly string[] {
  const names: string[] = [];
  for (const { fields } of parts) {
    let place = 0;
    for (const name of fields.keys()) {
      const before = names.indexOf(name);
      if (before < 0) names.splice(place, 0, name);
      place = (before < 0 ? place : before) + 1;
    }
  }
  return names;
}

/** Columns of which one is another. */
export const withField = (columns: Columns, name: string, column: Column): Columns => ({
  ...columns,
  fields: new Map(
    [...columns.fields].map(([other, own]) => [other, other === name ? column : own]),
  ),
});

const mapped = (
  fields: ReadonlyMap<string, Column>,
  change: (column: Column) => Column,
): ReadonlyMap<string, Column> =>
  new Map([...fields].map(([name, column]) => [name, change(column)]));
