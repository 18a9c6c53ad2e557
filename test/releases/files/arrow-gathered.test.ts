import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf } from "../../../functions/domain/records/columns-builder.ts";
import type { StoredTable } from "../../../functions/domain/record-types/stored-table.ts";
import { storedRows } from "../../support/stored-rows.ts";
import type { RowOf } from "../../../functions/domain/records/table-definition.ts";
import { arrowGatherer } from "../../../functions/releases/files/arrow-gathered.ts";
import { toArrow } from "../../../functions/releases/files/arrow-rows.ts";

const column = { title: "", definition: "" };
const table: StoredTable = {
  name: "sample",
  title: "",
  description: "",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "text", ...column },
    { name: "note", type: "text", optional: true, ...column },
    { name: "roles", type: "text", isList: true, ...column },
    { name: "count", type: "integer", optional: true, ...column },
    { name: "rate", type: "number", optional: true, ...column },
    { name: "on", type: "day", optional: true, ...column },
    { name: "isNew", type: "boolean", ...column },
    { name: "lacking", type: "text", optional: true, ...column },
  ],
};

const anyRow = fc.record(
  {
    id: fc.constantFrom("0101", "0102", "é", ""),
    note: fc.option(fc.constantFrom("", "a", "🙂")),
    roles: fc.array(fc.constantFrom("a", "b", "a;b"), { maxLength: 2 }),
    count: fc.option(fc.integer()),
    rate: fc.option(fc.constantFrom(0.1, 2, -5)),
    on: fc.option(fc.constantFrom("2022-03-15", "1899-12-31")),
    isNew: fc.boolean(),
  },
  { requiredKeys: ["id", "roles", "isNew"] },
);

describe("some rows of columns as Arrow", () => {
  it("are the bytes of those rows, call after call", () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 20 }),
        fc.array(fc.array(fc.nat(19), { maxLength: 20 }), { minLength: 1, maxLength: 3 }),
        (rows, calls) => {
          const gathered = arrowGatherer(table, columnsOf(rows));
          for (const numbers of calls) {
            const picks = numbers.filter((number) => number < rows.length);
            const stored = storedRows(
              table,
              picks.map((row) => rows[row] ?? {}),
            );
            expect(gathered(Int32Array.from(picks))).toEqual(
              toArrow(table, stored as readonly RowOf<StoredTable>[]),
            );
          }
        },
      ),
    );
  });
});
