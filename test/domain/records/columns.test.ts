import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fieldOf,
  NO_COLUMNS,
  pickedRows,
  recoded,
  rowAt,
  stacked,
  withField,
  type Columns,
} from "../../../functions/domain/records/columns.ts";
import { columnsOf } from "../../../functions/domain/records/columns-builder.ts";

const rowsOf = (columns: Columns): readonly object[] =>
  Array.from({ length: columns.length }, (_, row) => rowAt(columns, row));

interface Row {
  readonly id: string;
  readonly more?: number;
  readonly on: string | null;
}
const anyRow: fc.Arbitrary<Row> = fc
  .tuple(fc.constantFrom("A", "B", "C"), fc.option(fc.nat(2)), fc.constantFrom("x", null))
  .map(([id, more, on]) => ({ id, ...(more !== null && { more }), on }));
const anyRows = fc.array(anyRow, { maxLength: 12 });

describe("columns", () => {
  it("that are picked are the rows that were asked for, in that order", () => {
    fc.assert(
      fc.property(anyRows, fc.array(fc.nat(11), { maxLength: 12 }), (rows, numbers) => {
        const picks = numbers.filter((number) => number < rows.length);
        const picked = pickedRows(columnsOf(rows), Int32Array.from(picks));
        expect(rowsOf(picked)).toEqual(picks.map((row) => rows[row]));
        const ids = picks.map((row) => rows[row]?.id);
        expect(new Set(fieldOf(picked, "id").values)).toEqual(new Set(ids));
      }),
    );
  });

  it("that are stacked are the rows of one after those of another, fields in their order", () => {
    fc.assert(
      fc.property(fc.array(anyRows, { maxLength: 4 }), (lists) => {
        const all = stacked(lists.map(columnsOf));
        expect(JSON.stringify(rowsOf(all))).toBe(JSON.stringify(lists.flat()));
      }),
    );
    expect(stacked([])).toBe(NO_COLUMNS);
  });

  it("hold a value once, also where two have become one", () => {
    const columns = columnsOf([{ id: "01" }, { id: "1" }, { id: "2" }]);
    const column = recoded(fieldOf(columns, "id"), ["1", "1", "2"]);
    expect(column.values).toEqual(["1", "2"]);
    expect(rowsOf(withField(columns, "id", column))).toEqual([
      { id: "1" },
      { id: "1" },
      { id: "2" },
    ]);
  });
});
