import { RecordBatchStreamWriter, type Data, type DataType } from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchOf } from "../../../functions/releases/files/arrow-batch.ts";
import {
  booleanData,
  dayData,
  integerData,
  nullsAt,
  numberData,
  textDataOf,
} from "../../../functions/releases/files/arrow-data.ts";
import { streamOf } from "../../../functions/releases/files/arrow-stream.ts";
import { table } from "./sample-table.ts";

interface Row {
  readonly id: number;
  readonly number: number;
  readonly isNull: boolean;
}

/** Columns of any rows, whose text is of some words. */
function columnsOf(rows: readonly Row[], words: readonly string[]): readonly Data<DataType>[] {
  const { length } = rows;
  // An array for each column: of two equal pieces of one buffer Arrow's writer writes one.
  const places = (): Int32Array => Int32Array.from(rows, ({ id }) => id % words.length);
  const numberOf = (row: number): number => rows[row]?.number ?? 0;
  const nulls = nullsAt(table.columns[1], length, (row) => rows[row]?.isNull === true);
  const none = { nullBitmap: undefined, nullCount: 0 };
  return [
    textDataOf(places(), words, 0, none),
    textDataOf(places(), words, 1, nulls),
    integerData(length, numberOf, nulls),
    numberData(length, (row) => numberOf(row) / 3, nulls),
    dayData(length, numberOf, nulls),
    booleanData(length, (row) => rows[row]?.isNull === false && numberOf(row) % 2 === 0, nulls),
  ];
}

const byArrow = (length: number, columns: readonly Data<DataType>[]): Uint8Array =>
  RecordBatchStreamWriter.writeAll([batchOf(table, length, columns)]).toUint8Array(true);

const anyRow = fc.record({ id: fc.nat(), number: fc.integer(), isNull: fc.boolean() });
const anyWords = fc.uniqueArray(fc.string({ unit: "grapheme", maxLength: 9 }), {
  minLength: 1,
  maxLength: 20,
});

describe("the bytes of a stream", () => {
  it("are those of Arrow's own writer, table after table", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 70 }), anyWords, (rows, words) => {
        const columns = columnsOf(rows, words);
        expect(streamOf(table, rows.length, columns)).toEqual(byArrow(rows.length, columns));
      }),
    );
  });

  it.each([0, 1, 7, 8, 9, 63, 64, 65])("are so for %i rows, and where all are null", (length) => {
    const rows = Array.from({ length }, (_, id) => ({ id, number: id, isNull: true }));
    const columns = columnsOf(rows, ["a"]);
    expect(streamOf(table, length, columns)).toEqual(byArrow(length, columns));
  });

  it("are so for table after table without a row, with and without words", () => {
    const none = { nullBitmap: undefined, nullCount: 0 };
    const noWords = columnsOf([], ["a"]).map((column, id) =>
      id < 2 ? textDataOf(new Int32Array(0), [], id, none) : column,
    );
    for (const columns of [noWords, noWords, columnsOf([], ["a"]), noWords]) {
      expect(streamOf(table, 0, columns)).toEqual(byArrow(0, columns));
    }
  });

  it("are so where a column of text has no words", () => {
    const columns = columnsOf([{ id: 0, number: 0, isNull: true }], [""]);
    const noWords = textDataOf(new Int32Array(1), [], 1, { nullBitmap: undefined, nullCount: 0 });
    const changed = columns.with(1, noWords);
    expect(streamOf(table, 1, changed)).toEqual(byArrow(1, changed));
  });

  it("refuses words in several pieces, of which it would write the first alone", () => {
    const [text, ...others] = columnsOf([{ id: 0, number: 0, isNull: false }], ["a"]);
    const words = text?.dictionary;
    const twice = { ...text, dictionary: { data: [words?.data[0], words?.data[0]] } };
    expect(() => streamOf(table, 1, [twice as unknown as Data<DataType>, ...others])).toThrow(
      "expected words in one piece",
    );
  });
});
