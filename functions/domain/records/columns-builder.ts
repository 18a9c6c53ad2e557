import type { Cell, Column, Columns } from "./columns.ts";

/** Takes the values of one field, row by row. */
export interface ColumnBuilder {
  /** Of rows between that set nothing the value is undefined. */
  set(row: number, value: unknown): void;
  end(length: number): Column;
}

const FIRST_ROWS = 64;
const UNSET = -1;

export function columnBuilder(): ColumnBuilder {
  let codes = new Int32Array(FIRST_ROWS).fill(UNSET);
  const places = new Map<Cell, number>();
  const values: Cell[] = [];
  let isList = false;
  let last: Cell;
  let lastPlace = UNSET;
  let isAscending = true;
  const placeOf = (value: Cell): number => {
    if (value === last && lastPlace !== UNSET) return lastPlace;
    // Identifiers that stand in their order are all different, and need not be looked up.
    isAscending &&= isAfter(value, last, lastPlace);
    if (!isAscending && places.size < values.length) {
      for (let place = places.size; place < values.length; place++)
        places.set(values[place], place);
    }
    let place = isAscending ? undefined : places.get(value);
    if (place === undefined) {
      place = values.push(value) - 1;
      if (!isAscending) places.set(value, place);
    }
    last = value;
    lastPlace = place;
    return place;
  };
  return {
    set(row, value) {
      if (row >= codes.length) codes = grown(codes, row);
      if (typeof value === "object" && value !== null) {
        isList = true;
        codes[row] = placeOf(JSON.stringify(value));
      } else {
        // A zero has no sign once it has been stored.
        codes[row] = placeOf(value === 0 ? 0 : (value as Cell));
      }
    },
    end(length) {
      if (length > codes.length) codes = grown(codes, length);
      const whole = codes.slice(0, length);
      if (whole.includes(UNSET)) {
        const lacking = placeOf(undefined);
        for (let row = 0; row < length; row++) if (whole[row] === UNSET) whole[row] = lacking;
      }
      places.clear();
      return { codes: whole, values: withOwnText(values), isList };
    },
  };
}

/** Whether a value is text that stands after the greatest so far, or the first. */
const isAfter = (value: Cell, last: Cell, lastPlace: number): boolean =>
  lastPlace === UNSET || (typeof value === "string" && typeof last === "string" && value > last);

function grown(codes: Int32Array, row: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(row + 1, codes.length * 2)).fill(UNSET);
  more.set(codes);
  return more;
}

/** A text of so many characters cut out of another may keep the whole of that in memory. */
const LENGTH_OF_SLICE = 13;

/** The values with text of their own, so that none keeps a part of its file in memory. */
function withOwnText(values: readonly Cell[]): readonly Cell[] {
  const isLong = (value: Cell): value is string =>
    typeof value === "string" && value.length >= LENGTH_OF_SLICE;
  const text = values.filter(isLong).join("");
  let from = 0;
  return values.map((value) => (isLong(value) ? text.slice(from, (from += value.length)) : value));
}

/** Takes rows of one type. */
export interface ColumnsBuilder {
  add(row: object): void;
  end(): Columns;
}

export function columnsBuilder(): ColumnsBuilder {
  const names: string[] = [];
  const builders: ColumnBuilder[] = [];
  let length = 0;
  /** A field that is new stands after the one before it in the row. */
  const placeOf = (name: string, next: number): number => {
    const before = names.indexOf(name);
    if (before >= 0) return before;
    names.splice(next, 0, name);
    builders.splice(next, 0, columnBuilder());
    return next;
  };
  return {
    add(row) {
      let next = 0;
      for (const name in row) {
        const place = names[next] === name ? next : placeOf(name, next);
        builders[place]?.set(length, (row as { readonly [field: string]: unknown })[name]);
        next = place + 1;
      }
      length++;
    },
    end: () => ({
      length,
      fields: new Map(names.map((name, place) => [name, endOf(builders[place], length)])),
    }),
  };
}

function endOf(builder: ColumnBuilder | undefined, length: number): Column {
  if (builder === undefined) throw new Error("a field without a column");
  return builder.end(length);
}

/** Rows that are held anyway, as columns. */
export function columnsOf(rows: Iterable<object>): Columns {
  const builder = columnsBuilder();
  for (const row of rows) builder.add(row);
  return builder.end();
}
