import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toParquet } from "../../../functions/releases/files/parquet-rows.ts";
import { parquetColumns, parquetRows } from "../../support/parquet-rows.ts";
import { anyRow, rows, table } from "./sample-table.ts";

const anyRows = fc.array(
  anyRow.filter(({ rate }) => rate === null || Number.isFinite(rate)),
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
