import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { TableDefinition } from "../../../functions/domain/records/table-definition.ts";
import { toCsv } from "../../../functions/releases/files/csv.ts";

const table = {
  name: "sample",
  title: "",
  description: "",
  primaryKey: ["name"],
  columns: [
    { name: "name", type: "text", title: "", definition: "" },
    { name: "value", type: "number", optional: true, title: "", definition: "" },
  ],
} as const satisfies TableDefinition;

const lineOf = (name: string, value: number | null = 1) =>
  toCsv(table, [{ name, value }]).split("\r\n").slice(1).join("\r\n");

describe("toCsv", () => {
  it("writes a header, CRLF, and nothing where a value is missing", () => {
    expect(toCsv(table, [{ name: "East", value: null }])).toBe("name,value\r\nEast,\r\n");
    expect(toCsv(table, [])).toBe("name,value\r\n");
  });

  it.each([
    ["a,b", '"a,b"'],
    ['a "b"', '"a ""b"""'],
    ["a\nb", '"a\nb"'],
    [" a", '" a"'],
  ])("quotes %j", (name, cell) => {
    expect(lineOf(name)).toBe(`${cell},1\r\n`);
  });

  it.each([
    "=1+1",
    "+1+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://x")',
    "-",
    "+",
  ])("puts an apostrophe in front of %j, which a spreadsheet would run", (name) => {
    const [cells] = Papa.parse<string[]>(lineOf(name)).data;
    expect(cells?.[0]).toBe(`'${name}`);
  });

  it.each(["-5", "+3", "-0.25", "-1e-7"])("leaves the number %s as it is", (name) => {
    expect(lineOf(name)).toBe(`${name},1\r\n`);
  });

  it("writes numbers that are below zero or very small as they are", () => {
    expect(lineOf("a", -0.1409)).toBe("a,-0.1409\r\n");
    expect(lineOf("a", 1e-7)).toBe("a,1e-7\r\n");
  });

  it("can be read back, whatever a text holds", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1 })), (names) => {
        const csv = toCsv(
          table,
          names.map((name) => ({ name, value: 1 })),
        );
        const { data } = Papa.parse<string[]>(csv, { newline: "\r\n" });
        expect(data.slice(1, -1).map(([name]) => name?.replace(/^'(?=[=+\-@\t\r])/, ""))).toEqual(
          names.map((name) => name.replace(/^'(?=[=+\-@\t\r])/, "")),
        );
      }),
    );
  });
});
