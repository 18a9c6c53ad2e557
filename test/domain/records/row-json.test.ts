import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf } from "../../../functions/domain/records/columns-builder.ts";
import { rowAt } from "../../../functions/domain/records/columns.ts";
import { rowJson } from "../../../functions/domain/records/row-json.ts";

const anyRow = fc.record(
  {
    id: fc.string({ unit: "grapheme" }),
    note: fc.constantFrom("", 'a "quote"', "a\nline", "\u2028"),
    count: fc.option(fc.constantFrom(0, 1, 0.5)),
    isNew: fc.boolean(),
    roles: fc.array(fc.constantFrom("a", "b")),
  },
  { requiredKeys: [] },
);

describe("the JSON of rows", () => {
  it("is that of each row as an object, without the fields that it lacks", () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), (rows) => {
        const columns = columnsOf(rows);
        const jsonOf = rowJson(columns);
        expect(rows.map((_row, number) => jsonOf(number))).toEqual(
          rows.map((_row, number) => JSON.stringify(rowAt(columns, number))),
        );
      }),
    );
  });

  it("is that of a row as it was sent", () => {
    const jsonOf = rowJson(columnsOf([{ id: "1", of: ["a"] }, { id: "2", of: null }, { id: "3" }]));
    expect([0, 1, 2].map(jsonOf)).toEqual([
      '{"id":"1","of":["a"]}',
      '{"id":"2","of":null}',
      '{"id":"3"}',
    ]);
  });
});
