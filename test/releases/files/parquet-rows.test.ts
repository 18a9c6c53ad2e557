import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromNumber } from "../../../functions/domain/calendar/day.ts";
import type { RowOf, TableDefinition } from "../../../functions/domain/records/table-definition.ts";
import { toParquet } from "../../../functions/releases/files/parquet-rows.ts";
import { parquetColumns, parquetRows } from "../../support/parquet-rows.ts";

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
  { id: "0101", note: "a", count: 3, rate: 0.1, on: "2022-03-15", isNew: true },
  { id: "0102", note: null, count: null, rate: null, on: null, isNew: null },
  { id: "", note: "", count: 0, rate: -0.5, on: "1899-12-31", isNew: false },
];

const anyRows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    id: fc.string({ unit: "grapheme" }),
    note: fc.option(fc.string()),
    count: fc.option(fc.integer()),
    rate: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    on: fc.option(fc.integer({ min: -30_000, max: 60_000 }).map((n) => dayFromNumber(n) as string)),
    isNew: fc.option(fc.boolean()),
  }),
  { maxLength: 40 },
);

describe("a Parquet file", () => {
  it("gives back the rows it was given, missing values as missing and empty text as empty", async () => {
    expect(await parquetRows(toParquet(table, rows))).toEqual(rows);
  });

  it("begins and ends as Parquet does", () => {
    const bytes = Buffer.from(toParquet(table, rows));
    expect([bytes.subarray(0, 4), bytes.subarray(-4)].map(String)).toEqual(["PAR1", "PAR1"]);
  });

  it("has the columns of the definition whatever the values are, and no rows of none", async () => {
    const columns = [
      ...["id BYTE_ARRAY UTF8 REQUIRED", "note BYTE_ARRAY UTF8 OPTIONAL"],
      ...["count INT32 OPTIONAL", "rate DOUBLE OPTIONAL", "on INT32 DATE OPTIONAL"],
      "isNew BOOLEAN OPTIONAL",
    ];
    expect(parquetColumns(toParquet(table, rows))).toEqual(columns);
    expect(parquetColumns(toParquet(table, []))).toEqual(columns);
    expect(await parquetRows(toParquet(table, []))).toEqual([]);
  });

  it("gives back any rows, and equal bytes for equal rows", async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (all) => {
        const bytes = toParquet(table, all);
        expect(await parquetRows(bytes)).toEqual(all);
        expect(Buffer.from(toParquet(table, structuredClone(all))).equals(bytes)).toBe(true);
      }),
    );
  });

  it("has other bytes for another order of the rows and for another value", () => {
    const bytes = Buffer.from(toParquet(table, rows));
    expect(bytes.equals(toParquet(table, rows.toReversed()))).toBe(false);
    const other = [{ ...rows[0]!, count: 4 }, ...rows.slice(1)];
    expect(bytes.equals(toParquet(table, other))).toBe(false);
  });
});
