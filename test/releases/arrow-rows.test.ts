import { tableFromIPC } from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromNumber } from "../../functions/domain/day.ts";
import type { RowOf, TableDefinition } from "../../functions/domain/table-definition.ts";
import { fromArrow, toArrow } from "../../functions/releases/arrow-rows.ts";

const column = { title: "", definition: "" };
const table = {
  name: "sample",
  title: "",
  description: "",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "text", ...column },
    { name: "note", type: "text", optional: true, ...column },
    { name: "count", type: "integer", optional: true, ...column },
    { name: "rate", type: "number", optional: true, ...column },
    { name: "on", type: "day", optional: true, ...column },
    { name: "isNew", type: "boolean", optional: true, ...column },
  ],
} as const satisfies TableDefinition;
type Row = RowOf<typeof table>;

const rows: readonly Row[] = [
  { id: "007", note: "a", count: 3, rate: 0.1, on: "2022-03-15", isNew: true },
  { id: "008", note: null, count: null, rate: null, on: null, isNew: null },
  { id: "", note: "", count: 0, rate: -0.5, on: "1899-12-31", isNew: false },
];

describe("Arrow", () => {
  it("gives back the rows it was given, missing values as missing and empty text as empty", () => {
    expect(fromArrow(table, toArrow(table, rows))).toEqual(rows);
  });

  it("gives back no rows of none", () => {
    expect(fromArrow(table, toArrow(table, []))).toEqual([]);
  });

  it("gives back any rows, and equal bytes for equal rows", () => {
    const row: fc.Arbitrary<Row> = fc.record({
      id: fc.string({ unit: "grapheme" }),
      note: fc.option(fc.string()),
      count: fc.option(fc.integer()),
      rate: fc.option(fc.double({ noNaN: true })),
      on: fc.option(
        fc.integer({ min: -30_000, max: 60_000 }).map((n) => dayFromNumber(n) as string),
      ),
      isNew: fc.option(fc.boolean()),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (all) => {
        const bytes = toArrow(table, all);
        expect(fromArrow(table, bytes)).toEqual(all);
        expect(Buffer.from(toArrow(table, structuredClone(all))).equals(bytes)).toBe(true);
      }),
    );
  });

  it("gives other bytes for other rows, and for the same rows in another order", () => {
    const bytes = Buffer.from(toArrow(table, rows));
    expect(bytes.equals(toArrow(table, rows.toReversed()))).toBe(false);
    expect(bytes.equals(toArrow(table, [{ ...rows[0]!, count: 4 }, ...rows.slice(1)]))).toBe(false);
  });

  it("spells every type out, so that a reader anywhere sees the same", () => {
    const { fields, metadata } = tableFromIPC(toArrow(table, rows)).schema;
    expect(metadata.get("table")).toBe("sample");
    expect(fields.map(({ name, type, nullable }) => [name, String(type), nullable])).toEqual([
      ["id", "Dictionary<Int32, Utf8>", false],
      ["note", "Dictionary<Int32, Utf8>", true],
      ["count", "Int32", true],
      ["rate", "Float64", true],
      ["on", "Date32<DAY>", true],
      ["isNew", "Bool", true],
    ]);
  });

  it("refuses bytes that lack a column", () => {
    const less = { ...table, columns: [table.columns[0]] } as const;
    expect(() => fromArrow(table, toArrow(less, [{ id: "1" }]))).toThrow(
      "table sample has no column note in these bytes",
    );
  });
});
