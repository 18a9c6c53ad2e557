import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf } from "../../functions/domain/records/columns-builder.ts";
import { fieldOf } from "../../functions/domain/records/columns.ts";
import { allRows, groupedRows, inTextOrder } from "../../functions/join/sorted-rows.ts";

describe("grouped rows", () => {
  it("are those of each group in their order, without those that are in none", () => {
    const groups = Int32Array.from([1, 0, -1, 1, 3]);
    const { starts, rows } = groupedRows(Int32Array.from([4, 3, 2, 1, 0]), groups, 4);
    expect([...starts]).toEqual([0, 1, 3, 3, 4]);
    expect([...rows]).toEqual([1, 3, 0, 4]);
  });
});

describe("rows in the order of texts", () => {
  it("stand as a sort by the columns one after the other puts them, equal ones as they stood", () => {
    const value = fc.constantFrom("", "10", "2", "é", null, 2);
    fc.assert(
      fc.property(fc.array(fc.record({ a: value, b: value }), { maxLength: 30 }), (rows) => {
        const columns = columnsOf(rows);
        const sorted = inTextOrder(allRows(rows.length), [
          fieldOf(columns, "a"),
          fieldOf(columns, "b"),
        ]);
        const text = (cell: string | number | null | undefined): string => String(cell ?? "");
        const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
        const expected = rows
          .map((row, number) => ({ ...row, number }))
          .sort((x, y) => compare(text(x.a), text(y.a)) || compare(text(x.b), text(y.b)))
          .map(({ number }) => number);
        expect([...sorted]).toEqual(expected);
      }),
    );
  });

  it("are looked at alone, in any order in which they are given", () => {
    const columns = columnsOf([{ id: "c" }, { id: "a" }, { id: "b" }, { id: "a" }]);
    const sorted = inTextOrder(Int32Array.from([3, 0, 1]), [fieldOf(columns, "id")]);
    expect([...sorted]).toEqual([3, 1, 0]);
  });
});
