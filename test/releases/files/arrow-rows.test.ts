import { tableFromIPC } from "apache-arrow";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsFromArrow } from "../../../functions/releases/files/arrow-columns.ts";
import { concatArrow } from "../../../functions/releases/files/concat-arrow.ts";
import {
  columnsToArrow,
  fromArrow,
  isArrowFile,
  toArrow,
  toArrowFile,
} from "../../../functions/releases/files/arrow-rows.ts";
import { anyRows, rows, table } from "./sample-table.ts";

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

  it.each([
    ["count", "text", "2"],
    ["note", "integer", 2],
    ["rate", "day", "2022-03-15"],
    ["on", "number", 2],
    ["id", "boolean", true],
  ] as const)("refuses bytes in which the column %s is %s", (name, type, value) => {
    const other = { ...table, columns: [{ ...table.columns[0], name, type }] };
    const bytes = toArrow(other, [{ [name]: value } as never]);
    const asked = { ...table, columns: table.columns.filter((column) => column.name === name) };
    expect(() => fromArrow(asked, bytes)).toThrow(
      `column ${name} of table sample is ${type} in these bytes: expected ${asked.columns[0]!.type}`,
    );
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
