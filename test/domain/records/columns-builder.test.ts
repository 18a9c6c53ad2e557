import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldOf, rowAt, type Columns } from "../../../functions/domain/records/columns.ts";
import { columnsBuilder, columnsOf } from "../../../functions/domain/records/columns-builder.ts";
import { heapGrowth, pieceOf } from "../../support/heap-growth.ts";

const MIB = 2 ** 20;

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

  it.each([
    ["ascending", (n: number) => 100 + n],
    ["not ascending", (n: number) => 200 - n],
  ])("keep no part of a file in memory but the last while it is read: values %s", (_which, nth) => {
    const growth = heapGrowth(() => {
      const builder = columnsBuilder();
      for (let piece = 0; piece < 32; piece++) {
        const text = pieceOf(MIB, `${nth(piece)}: a goal of a student`).slice(0, 26);
        for (let row = 0; row < 4096; row++) builder.add({ text, isMet: true });
      }
      return builder;
    });
    expect(growth).toBeLessThan(8 * MIB);
  });

  it.each([4095, 4096, 4097, 12_289])(
    "of %i rows have each text once, whenever it comes",
    (rows) => {
      const texts = ["zebra: the thirteenth", "a text that is as long", "short"];
      const all = Array.from({ length: rows }, (_, n) => ({
        text: texts[n % 3],
        id: `id ${n % 9}`,
      }));
      const columns = columnsOf(all);
      expect(fieldOf(columns, "text").values).toEqual(texts);
      expect(fieldOf(columns, "id").values).toHaveLength(9);
      expect(rowsOf(columns)).toEqual(all);
    },
  );

  it("have each text once where the order ends after some have text of their own", () => {
    const before = Array.from({ length: 5_000 }, (_, n) => ({ id: `identifier ${10_000 + n}` }));
    const all = [...before, ...before.toReversed(), ...before];
    const columns = columnsOf(all);
    expect(fieldOf(columns, "id").values).toHaveLength(5_000);
    expect(rowsOf(columns)).toEqual(all);
  });

  it.each([
    ["of one length", ["a1", "a2", "a1"], 2],
    ["that get longer as numbers do", ["a9", "a10", "a11", "a9", "a10"], 3],
    ["that get longer as text does", ["b1", "c10", "c2", "b1", "c10"], 3],
    ["that get shorter as text does", ["a10", "a9", "a10"], 2],
    ["as text and then as numbers", ["a9", "b10", "a11", "b10"], 3],
    ["as numbers and then as text", ["a9", "a10", "b9", "a10"], 3],
    ["as both and then as numbers", ["a", "b1", "a22", "b1"], 3],
    ["of which one is no text", ["a", 1, "a", null, 1, "b"], 4],
  ])("hold each of the values once: texts %s", (_which, values, different) => {
    const columns = columnsOf(values.map((id) => ({ id })));
    expect(fieldOf(columns, "id").values).toHaveLength(different);
    expect(rowsOf(columns)).toEqual(values.map((id) => ({ id })));
  });

  it("hold each list once, whether or not it is the same object", () => {
    const lists = Array.from({ length: 70 }, (_, n) => [`role ${n}`]);
    const rows = [...lists, ...lists, ...lists.map((list) => [...list])].map((roles) => ({
      roles,
    }));
    const columns = columnsOf(rows);
    expect(fieldOf(columns, "roles").values).toHaveLength(70);
    expect(rowsOf(columns)).toEqual(rows);
  });
});
