import type { Cell, Column, Columns } from "./columns.ts";
import { isSlice, ownTexts } from "./own-text.ts";

/** Takes the values of one field, row by row. */
export interface ColumnBuilder {
  /** Of rows between that set nothing the value is undefined. */
  set(row: number, value: unknown): void;
  end(length: number): Column;
}

const FIRST_ROWS = 64;
const UNSET = -1;
/** After so many rows the new values get text of their own: these rows keep few parts of the file in memory. */
const ROWS_WITH_TEXT_OF_FILE = 4096;

export function columnBuilder(): ColumnBuilder {
  let codes = new Int32Array(FIRST_ROWS).fill(UNSET);
  const distinct = distinctValues();
  const lists = listTexts();
  let isList = false;
  let ownTextFrom = ROWS_WITH_TEXT_OF_FILE;
  return {
    set(row, value) {
      if (row >= codes.length) codes = grown(codes, row);
      if (row >= ownTextFrom) {
        distinct.takeOwnText();
        ownTextFrom = row + ROWS_WITH_TEXT_OF_FILE;
      }
      if (typeof value === "object" && value !== null) {
        isList = true;
        codes[row] = distinct.placeOf(lists.textOf(value));
      } else {
        // A zero has no sign once it has been stored.
        codes[row] = distinct.placeOf(value === 0 ? 0 : (value as Cell));
      }
    },
    end(length) {
      if (length > codes.length) codes = grown(codes, length);
      const whole = codes.slice(0, length);
      if (whole.includes(UNSET)) {
        const lacking = distinct.placeOf(undefined);
        for (let row = 0; row < length; row++) if (whole[row] === UNSET) whole[row] = lacking;
      }
      return { codes: whole, values: distinct.end(), isList };
    },
  };
}

/** So many lists are remembered: those of few words come again as the same object in record after record. */
const MOST_LISTS = 64;

/** The text in which lists are held. */
function listTexts(): { textOf(list: object): string } {
  const texts = new Map<object, string>();
  return {
    textOf(list) {
      const before = texts.get(list);
      if (before !== undefined) return before;
      const text = JSON.stringify(list);
      if (texts.size < MOST_LISTS) texts.set(list, text);
      return text;
    },
  };
}

/** The different values of a column in order of first appearance. */
interface DistinctValues {
  placeOf(value: Cell): number;
  /** Puts text of their own in place of values that may keep a part of a file in memory. */
  takeOwnText(): void;
  end(): readonly Cell[];
}

function distinctValues(): DistinctValues {
  const values: Cell[] = [];
  const places = new Map<Cell, number>();
  /** Of long texts that came after the last that have text of their own: a key keeps a part of a file, too. */
  const newPlaces = new Map<Cell, number>();
  let withOwnText = 0;
  let last: Cell;
  let lastPlace = UNSET;
  let order: ValueOrder = "any";
  const enter = (value: Cell, place: number): void => {
    const isNew = place >= withOwnText && isLong(value);
    (isNew ? newPlaces : places).set(value, place);
  };
  const takeOwnText = (): void => {
    putOwnText(values, withOwnText);
    withOwnText = values.length;
    for (const place of newPlaces.values()) enter(values[place], place);
    newPlaces.clear();
  };
  return {
    placeOf(value) {
      if (value === last && lastPlace !== UNSET) return lastPlace;
      // Identifiers that stand in their order are all different, and need not be looked up.
      if (order !== "none" && lastPlace !== UNSET) {
        order = orderAfter(order, last, value);
        if (order === "none") values.forEach(enter);
      }
      const isOrdered = order !== "none";
      let place = isOrdered ? undefined : places.get(value);
      if (!isOrdered && newPlaces.size > 0) place ??= newPlaces.get(value);
      if (place === undefined) {
        place = values.push(value) - 1;
        if (!isOrdered) enter(value, place);
      }
      last = value;
      lastPlace = place;
      return place;
    },
    takeOwnText,
    end() {
      putOwnText(values, withOwnText);
      places.clear();
      newPlaces.clear();
      return values;
    },
  };
}

const isLong = (value: Cell): value is string => typeof value === "string" && isSlice(value);

/** How different texts stand one after the other: as text, as numbers do (`9`, `10`), so far as both, or as neither. */
type ValueOrder = "any" | "text" | "length" | "none";

/** The order in which a value stands after the greatest so far. */
function orderAfter(order: ValueOrder, last: Cell, value: Cell): ValueOrder {
  if (typeof value !== "string" || typeof last !== "string") return "none";
  const isAfter = value > last;
  if (value.length === last.length) return isAfter ? order : "none";
  const isLonger = value.length > last.length;
  switch (order) {
    case "any":
      return isAfter ? (isLonger ? "any" : "text") : isLonger ? "length" : "none";
    case "text":
      return isAfter ? "text" : "none";
    case "length":
      return isLonger ? "length" : "none";
    case "none":
      return "none";
  }
}

function grown(codes: Int32Array, row: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(Math.max(row + 1, codes.length * 2)).fill(UNSET);
  more.set(codes);
  return more;
}

/** Puts text of their own in place of the values from one on. */
function putOwnText(values: Cell[], from: number): void {
  const texts = ownTexts(values.slice(from).filter(isLong));
  let text = 0;
  for (let place = from; place < values.length; place++) {
    if (isLong(values[place])) values[place] = texts[text++];
  }
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
