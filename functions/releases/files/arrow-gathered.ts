import type { Data, DataType } from "apache-arrow";
import { dayNumber, type Day } from "../../domain/calendar/day.ts";
import { fieldOf, valueOf, type Column, type Columns } from "../../domain/records/columns.ts";
import type {
  Column as ColumnDefinition,
  TableDefinition,
} from "../../domain/records/table-definition.ts";
import {
  booleanData,
  dayData,
  integerData,
  nullsAt,
  numberData,
  textDataOf,
  type Nulls,
} from "./arrow-data.ts";
import { streamOf } from "./arrow-stream.ts";

/** Writes the rows of some numbers as an Arrow IPC stream. */
export type ArrowGatherer = (rows: Int32Array) => Uint8Array;

/**
 * Writes some rows of columns as `toArrow` writes rows, byte for byte: each value is looked at once
 * for all calls, and a row no more than its codes.
 */
export function arrowGatherer(definition: TableDefinition, columns: Columns): ArrowGatherer {
  const gathered = definition.columns.map((column, id) =>
    gatheredColumn(column, fieldOf(columns, column.name), id),
  );
  return (rows) =>
    streamOf(
      definition,
      rows.length,
      gathered.map((dataOf) => dataOf(rows)),
    );
}

type GatheredColumn = (rows: Int32Array) => Data<DataType>;

function gatheredColumn(column: ColumnDefinition, cells: Column, id: number): GatheredColumn {
  const { codes, values } = cells;
  const isNull = values.map((value) => value === null || value === undefined);
  const nullsOf = (rows: Int32Array): Nulls =>
    nullsAt(column, rows.length, (index) => isNull[codes[rows[index] ?? 0] ?? 0] === true);
  if (column.type === "text") return gatheredText(cells, id, nullsOf);
  if (column.type === "boolean") {
    return (rows) =>
      booleanData(
        rows.length,
        (index) => values[codes[rows[index] ?? 0] ?? 0] === true,
        nullsOf(rows),
      );
  }
  const numbers = Float64Array.from(values, (value, code) =>
    column.type === "day"
      ? isNull[code] === true
        ? 0
        : dayNumber(value as Day)
      : Number(value ?? 0),
  );
  const dataOf = { day: dayData, integer: integerData, number: numberData }[column.type];
  return (rows) =>
    dataOf(rows.length, (index) => numbers[codes[rows[index] ?? 0] ?? 0] ?? 0, nullsOf(rows));
}

function gatheredText(
  cells: Column,
  id: number,
  nullsOf: (rows: Int32Array) => Nulls,
): GatheredColumn {
  const { codes } = cells;
  const { texts, textOf } = textsOf(cells);
  // By text its place among the words of the call that last had it.
  const places = new Int32Array(texts.length);
  const calls = new Int32Array(texts.length);
  let call = 0;
  return (rows) => {
    call++;
    const words: string[] = [];
    const data = new Int32Array(rows.length);
    for (let index = 0; index < rows.length; index++) {
      const text = textOf[codes[rows[index] ?? 0] ?? 0] ?? 0;
      if (calls[text] !== call) {
        calls[text] = call;
        places[text] = words.push(texts[text] ?? "") - 1;
      }
      data[index] = places[text] ?? 0;
    }
    return textDataOf(data, words, id, nullsOf(rows));
  };
}

/** The different texts of a column, and for each value which of them it is. */
function textsOf(column: Column): {
  readonly texts: readonly string[];
  readonly textOf: Int32Array;
} {
  const { values, isList } = column;
  if (!isList && values.every((value) => typeof value === "string")) {
    return { texts: values, textOf: Int32Array.from(values, (_value, code) => code) };
  }
  const places = new Map<string, number>();
  const textOf = Int32Array.from(values, (_value, code) => {
    const text = textOfValue(valueOf(column, code));
    let place = places.get(text);
    if (place === undefined) places.set(text, (place = places.size));
    return place;
  });
  return { texts: [...places.keys()], textOf };
}

/** A list is stored with `;` between its items. */
const textOfValue = (value: unknown): string =>
  Array.isArray(value) ? value.join(";") : String(value ?? "");
