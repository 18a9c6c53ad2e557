import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromArrow, toArrow } from "../../../functions/releases/files/arrow-rows.ts";
import { concatArrow } from "../../../functions/releases/files/concat-arrow.ts";
import { anyRow, rows, table } from "./sample-table.ts";

describe("concatArrow", () => {
  it("gives the bytes of all rows in one stream, in the order of the streams", () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyRow, { maxLength: 9 }), { maxLength: 5 }), (parts) => {
        const joined = concatArrow(
          table,
          parts.map((part) => toArrow(table, part)),
        );
        expect(Buffer.from(joined).equals(toArrow(table, parts.flat()))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it("gives back missing values, yes and no, and days of every stream", () => {
    const twice = concatArrow(table, [toArrow(table, rows), toArrow(table, rows.toReversed())]);
    expect(fromArrow(table, twice)).toEqual([...rows, ...rows.toReversed()]);
  });

  it("gives a stream without rows of none", () => {
    expect(fromArrow(table, concatArrow(table, []))).toEqual([]);
  });

  it("leaves an open column empty where a stream is of before there was one", () => {
    const [id, ...others] = table.columns;
    const before = { ...table, columns: [id] } as const;
    const joined = concatArrow(table, [toArrow(before, rows), toArrow(table, rows)]);
    const none = Object.fromEntries(others.map(({ name }) => [name, null]));
    const earlier = rows.map((row) => ({ ...none, id: row.id }) as (typeof rows)[number]);
    expect(Buffer.from(joined).equals(toArrow(table, [...earlier, ...rows]))).toBe(true);
  });

  it("refuses a stream that lacks a column", () => {
    const less = { ...table, columns: [table.columns[1]] } as const;
    expect(() => concatArrow(table, [toArrow(less, [{ note: "a" }])])).toThrow(
      "table sample has no column id in these bytes",
    );
  });
});
