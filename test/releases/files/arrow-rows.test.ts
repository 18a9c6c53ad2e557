import { tableFromIPC } from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromNumber } from "../../../functions/domain/calendar/day.ts";
import type { RowOf, TableDefinition } from "../../../functions/domain/records/table-definition.ts";
import { columnsFromArrow } from "../../../functions/releases/files/arrow-columns.ts";
import {
  columnsToArrow,
  concatArrow,
  fromArrow,
  isArrowFile,
  toArrow,
  toArrowFile,
} from "../../../functions/releases/files/arrow-rows.ts";

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

/** Any rows of the table, missing values among them. */
const anyRow: fc.Arbitrary<Row> = fc.record({
  id: fc.string({ unit: "grapheme" }),
  note: fc.option(fc.string()),
  count: fc.option(fc.integer()),
  rate: fc.option(fc.double({ noNaN: true })),
  on: fc.option(fc.integer({ min: -30_000, max: 60_000 }).map((n) => dayFromNumber(n) as string)),
  isNew: fc.option(fc.boolean()),
});
const anyRows = fc.array(anyRow, { maxLength: 40 });

describe("Arrow", () => {
  it("gives back the rows it was given, missing values as missing and empty text as empty", () => {
    expect(fromArrow(table, toArrow(table, rows))).toEqual(rows);
  });

  it("gives back no rows of none", () => {
    expect(fromArrow(table, toArrow(table, []))).toEqual([]);
  });

  it("gives back any rows, and equal bytes for equal rows", () => {
    fc.assert(
      fc.property(anyRows, (all) => {
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

  it("refuses bytes that lack a column, but for one that may be missing in each row", () => {
    const bytes = toArrow({ ...table, columns: [table.columns[1]] }, [{ note: "a" }]);
    expect(() => fromArrow(table, bytes)).toThrow("table sample has no column id in these bytes");
    const older = toArrow({ ...table, columns: [table.columns[0]] }, [{ id: "1" }, { id: "2" }]);
    expect(fromArrow({ ...table, columns: [table.columns[0], table.columns[1]] }, older)).toEqual([
      { id: "1", note: null },
      { id: "2", note: null },
    ]);
  });
});

describe("columnsToArrow", () => {
  it("gives the bytes that the rows of the columns give", () => {
    fc.assert(
      fc.property(anyRows, (all) => {
        const bytes = toArrow(table, all);
        const columns = columnsFromArrow(table, bytes);
        expect(Buffer.from(columnsToArrow(table, columns)).equals(bytes)).toBe(true);
      }),
    );
  });
});

describe("a range of rows", () => {
  it.each([
    [0, 3],
    [0, 1],
    [1, 2],
    [2, 3],
    [1, 1],
    [3, 3],
  ])("is read from %d up to %d, the last one left out", (from, until) => {
    expect(fromArrow(table, toArrow(table, rows), [from, until])).toEqual(rows.slice(from, until));
  });

  it("is what a slice of all rows is, missing values, yes and no, and days included", () => {
    fc.assert(
      fc.property(anyRows, fc.nat({ max: 40 }), fc.nat({ max: 40 }), (all, first, other) => {
        const [from, until] = [first, other]
          .map((cut) => Math.min(cut, all.length))
          .sort((a, b) => a - b);
        const read = fromArrow(table, toArrow(table, all), [from!, until!]);
        expect(read).toEqual(all.slice(from, until));
      }),
    );
  });
});

describe("an Arrow file", () => {
  it("begins and ends as other programs expect of one, and a stream does not", () => {
    const file = Buffer.from(toArrowFile(table, rows));
    expect(file.subarray(0, 8).toString("latin1")).toBe("ARROW1\0\0");
    expect(file.subarray(-6).toString("latin1")).toBe("ARROW1");
    expect([file, toArrow(table, rows), new Uint8Array()].map(isArrowFile)).toEqual([
      ...[true, false, false],
    ]);
  });

  it("gives back any rows, some of them where some are asked for, and equal bytes for equal rows", () => {
    fc.assert(
      fc.property(anyRows, (all) => {
        const bytes = toArrowFile(table, all);
        expect(fromArrow(table, bytes)).toEqual(all);
        expect(fromArrow(table, bytes, [1, 3])).toEqual(all.slice(1, 3));
        expect(Buffer.from(toArrowFile(table, structuredClone(all))).equals(bytes)).toBe(true);
      }),
    );
  });

  it("joins with streams to one stream", () => {
    const joined = concatArrow(table, [toArrowFile(table, rows), toArrow(table, rows)]);
    expect(Buffer.from(joined).equals(toArrow(table, [...rows, ...rows]))).toBe(true);
  });
});

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

  it("refuses a stream that lacks a column", () => {
    const less = { ...table, columns: [table.columns[1]] } as const;
    expect(() => concatArrow(table, [toArrow(less, [{ note: "a" }])])).toThrow(
      "table sample has no column id in these bytes",
    );
  });
});
