import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldOf, rowAt, type Columns } from "../../../functions/domain/records/columns.ts";
import { columnsOf } from "../../../functions/domain/records/columns-builder.ts";

const rowsOf = (columns: Columns): readonly object[] =>
  Array.from({ length: columns.length }, (_, row) => rowAt(columns, row));

/** Rows with fields in one order, some of which are not in every row. */
const anyRows = fc.array(
  fc
    .record(
      {
        id: fc.string({ maxLength: 40 }),
        calendar: fc.string({ maxLength: 2 }),
        count: fc.option(fc.integer()),
        isNew: fc.boolean(),
        roles: fc.array(fc.constantFrom("family", "student"), { maxLength: 2 }),
        email: fc.constantFrom("a@b", ""),
      },
      { requiredKeys: ["id", "count", "roles"] },
    )
    .map(({ id, calendar, count, isNew, roles, email }) => ({
      id,
      ...(calendar !== undefined && { calendar }),
      ...{ count, isNew: isNew ?? null, roles },
      ...(email !== undefined && { email }),
    })),
  { maxLength: 30 },
);

describe("rows as columns", () => {
  it("are given back as they came, to the order of their fields", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(JSON.stringify(rowsOf(columnsOf(rows)))).toBe(JSON.stringify(rows));
      }),
    );
  });

  it("hold each value once, a zero without a sign among them", () => {
    const columns = columnsOf([{ n: 0 }, { n: -0 }, { n: null }, {}, { n: "" }, { n: "0" }]);
    expect(fieldOf(columns, "n").values).toEqual([0, null, "", "0", undefined]);
    expect(rowAt(columns, 3)).toEqual({});
  });

  it("are more than there was room for at first", () => {
    const rows = Array.from({ length: 200 }, (_, n) => (n % 3 === 0 ? { n } : { n, also: "x" }));
    expect(rowsOf(columnsOf(rows))).toEqual(rows);
  });
});
