import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut, readRecords, utf8, type RawReading } from "../read-export.ts";

const NASTY = join(import.meta.dirname, "../../../fixtures/sources/nasty");

const read = (text: string, delimiter: string | null = null) =>
  readRecords([utf8(text)], delimiter);

describe("csvRecords", () => {
  describe.each(readdirSync(NASTY).filter((name) => !name.startsWith(".")))("of %s", (name) => {
    const bytes = readFileSync(join(NASTY, name, "as-sent.csv"));
    const expected = JSON.parse(
      readFileSync(join(NASTY, name, "expected.json"), "utf8"),
    ) as RawReading;

    it("gives the expected records, whole and byte by byte", () => {
      expect(readRecords([bytes])).toEqual(expected);
      expect(readRecords([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(expected);
    });

    it.each(["\r\n", "\r"])("gives the same with %j as line end", (lineEnd) => {
      const text = bytes.toString("utf8").replaceAll("\n", lineEnd);
      expect(read(text)).toEqual(expected);
    });
  });

  it("keeps rows apart where line ends are mixed", () => {
    expect(read("a,b\n1,2\r\n3,4\r5,6").records).toEqual([
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
  });

  it.each([",", "\t", "|", ";", "^"])("finds %j as the delimiter of the header", (delimiter) => {
    expect(read(["a,b", "1,2"].join("\n").replaceAll(",", delimiter))).toMatchObject({
      header: ["a", "b"],
      records: [["1", "2"]],
    });
  });

  it("takes the delimiter it is given", () => {
    expect(read("a,b;c\n1;2", ";").header).toEqual(["a,b", "c"]);
  });

  it("takes the delimiter of Excel's first line, and does not read that line as a header", () => {
    expect(read("sep=;\na;b\n1;2,5\n")).toEqual({
      header: ["a", "b"],
      records: [["1", "2,5"]],
      fault: null,
    });
  });

  it("finds the header below blank lines", () => {
    expect(read("\n\na;b\n1;2\n")).toMatchObject({ header: ["a", "b"], records: [["1", "2"]] });
  });

  it("keeps every cell as text: leading zeros, exponents and blanks", () => {
    expect(read("a,b,c\n007,1e5, x \n").records).toEqual([["007", "1e5", " x "]]);
  });

  it("keeps a column named __proto__ in its place", () => {
    expect(read("__proto__,constructor\n1,2\n")).toMatchObject({
      header: ["__proto__", "constructor"],
      records: [["1", "2"]],
    });
  });

  it("keeps short and long records as they are", () => {
    expect(read("a,b\n1\n1,2,3\n").records).toEqual([["1"], ["1", "2", "3"]]);
  });

  it("drops blank lines and records of empty cells, and counts none of them", () => {
    const seen = read("a,b\n\n1,2\n , \n,\n3,4\n\n");
    expect(seen.records).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("has no record in a file of a header alone, nor in an empty one", () => {
    expect(read("a,b\n")).toEqual({ header: ["a", "b"], records: [], fault: null });
    expect(read("")).toEqual({ header: [], records: [], fault: null });
  });

  it("says where a quotation mark was left open, and takes nothing of what it swallowed", () => {
    expect(read('a,b\n1,2\n3,"4\n5,6\n')).toEqual({
      header: ["a", "b"],
      records: [["1", "2"]],
      fault: { record: 2, reason: "unclosed-quote" },
    });
  });

  it("does not guess where a value ends that holds a quotation mark by itself", () => {
    expect(read('a,b\n1,"2"3\n4,"5"\n6,7\n').records).toEqual([["stray quote"], ["6", "7"]]);
  });

  it("keeps a quotation mark within a value that none opened", () => {
    expect(read('a,b\n5" pipe,6\n').records).toEqual([['5" pipe', "6"]]);
  });

  it("gives up on a record that does not end, without keeping it all", () => {
    const chunk = utf8("x".repeat(100_000));
    const reading = readRecords([utf8("a,b\n1,2\n"), ...Array<Uint8Array>(30).fill(chunk)]);
    expect(reading).toEqual({
      header: ["a", "b"],
      records: [["1", "2"]],
      fault: { record: 2, reason: "record-too-long" },
    });
  });

  it("gives up on an open quotation mark before the whole file is in memory", () => {
    const chunk = utf8("x,y\n".repeat(25_000));
    const reading = readRecords([utf8('a,b\n1,"2\n'), ...Array<Uint8Array>(30).fill(chunk)]);
    expect(reading.fault).toEqual({ record: 1, reason: "unclosed-quote" });
    expect(reading.records).toEqual([]);
  });

  it("gives the records that were written, however the bytes are split and lines end", () => {
    const cell = fc
      .string({
        unit: fc.oneof(fc.constantFrom('"', "'", ",", ";", "\t", "|", "^", "\n", " "), fc.string()),
        maxLength: 6,
      })
      // The mark of text, `="00123"`, is read without itself.
      .filter((text) => !text.trim().startsWith('="'));
    const row = fc.tuple(cell, cell, cell).filter((cells) => cells.join("").trim() !== "");
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 8 }),
        fc.constantFrom(",", "\t", "|", ";", "^"),
        fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 9, maxLength: 9 }),
        fc.array(fc.nat({ max: 300 }), { maxLength: 6 }),
        (rows, delimiter, lineEnds, places) => {
          const lines = [["one", "two", "three"], ...rows].map((cells) =>
            cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter),
          );
          const text = lines.map((line, index) => line + lineEnds[index]!).join("");
          const reading = readRecords(cut(utf8(text), places));
          expect(reading).toEqual({
            header: ["one", "two", "three"],
            records: rows.map((cells) => cells.map((cell) => cell.replace(/\r\n?/g, "\n"))),
            fault: null,
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it("reads bytes that are no export at all the same way, however they are split", () => {
    const soup = fc.string({
      unit: fc.constantFrom("a", '"', ",", "\n", "\r", ";"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(soup, fc.array(fc.nat({ max: 60 }), { maxLength: 5 }), (text, places) => {
        const bytes = utf8(`a,b\n${text}`);
        expect(readRecords(cut(bytes, places))).toEqual(readRecords([bytes]));
      }),
      { numRuns: 500 },
    );
  });
});
