import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heldColumns, type HeldRow } from "../../../functions/join/rows/held-rows.ts";
import {
  cellsReader,
  cellsWriter,
  readColumns,
  writtenColumns,
} from "../../../functions/join/rows/column-cells.ts";

const anyRow = fc
  .record(
    {
      id: fc.string({ unit: "binary", maxLength: 20 }),
      half: fc.constantFrom("\ud83d", "\ufeffa", "\ude00b"),
      count: fc.option(fc.integer()),
      isNew: fc.option(fc.boolean()),
      roles: fc.array(fc.constantFrom("family", "é"), { maxLength: 2 }),
      calendar: fc.string({ maxLength: 2 }),
    },
    { requiredKeys: ["id", "half", "count", "roles"] },
  )
  .map((row) => ({ record: 70_000, source: "Ä", modifiedAt: "", isRemoved: false, row }));

/** What is read of the tables that were written one after the other. */
function readBack(...lists: readonly (readonly object[])[]) {
  const tables = lists.map((rows) => heldColumns(rows as readonly HeldRow<"goal">[]));
  const writer = cellsWriter();
  const written = tables.map((columns) => writtenColumns(columns, writer));
  const bytes = new Uint8Array(writer.length() + 3);
  writer.copyTo(bytes, 3);
  // As Node hands the bytes of a file on.
  const reader = cellsReader(Buffer.from(bytes).subarray(3));
  const layouts = JSON.parse(JSON.stringify(written)) as typeof written;
  return { tables, read: layouts.map((layout) => readColumns(layout, reader)) };
}

describe("columns in bytes", () => {
  it("are read as they were written, table after table", () => {
    const rows = fc.array(anyRow, { maxLength: 20 });
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const { tables, read } = readBack(first, second);
        expect(read).toEqual(tables);
      }),
    );
  });

  it.each([255, 256, 257, 65_535, 65_536, 65_537])("of %d different values", (count) => {
    const { tables, read } = readBack(
      Array.from({ length: count }, (_, record) => ({
        ...{ record, source: `${record}`, modifiedAt: "", isRemoved: record === 2 },
        row: { id: `${record}` },
      })),
    );
    expect(read).toEqual(tables);
  });
});
