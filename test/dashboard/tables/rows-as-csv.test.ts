import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { rowsAsCsv, type RawColumn } from "../../../dashboard/src/components/tables/rows-as-csv.ts";

interface Row {
  readonly school: string;
  readonly name: string;
  readonly low: number | null;
  readonly isShown: boolean;
}

const COLUMNS: readonly RawColumn<Row>[] = [
  { name: "school", value: ({ school }) => school },
  { name: "name", value: ({ name }) => name },
  { name: "low", value: ({ low }) => low },
  { name: "shown", value: ({ isShown }) => isShown },
];

const row = (of: Partial<Row>): Row => ({
  school: "0012",
  name: "Grand Bend",
  low: 0.55,
  isShown: true,
  ...of,
});

describe("rows as CSV", () => {
  it("have a header, quoted text, bare numbers and CRLF", () => {
    expect(rowsAsCsv(COLUMNS, [row({})])).toBe(
      '"school","name","low","shown"\r\n"0012","Grand Bend",0.55,true\r\n',
    );
  });

  it("are a header alone where there is no row", () => {
    expect(rowsAsCsv(COLUMNS, [])).toBe('"school","name","low","shown"\r\n');
  });

  it.each([
    ['The "Annex"', '"The ""Annex"""'],
    ["Bend, Grand", '"Bend, Grand"'],
    ["two\nlines", '"two\nlines"'],
    ["=1+1", '"\'=1+1"'],
    ["+SUM(A1)", '"\'+SUM(A1)"'],
    ["@cell", '"\'@cell"'],
    ["-A1", '"\'-A1"'],
    ["\t=1", '"\'\t=1"'],
    ["-0012", '"-0012"'],
    ["", ""],
  ])("write the text %j as %s", (name, cell) => {
    expect(rowsAsCsv([COLUMNS[1]!], [row({ name })])).toBe(`"name"\r\n${cell}\r\n`);
  });

  it("leave a missing value empty and keep a number below zero", () => {
    expect(rowsAsCsv([COLUMNS[2]!], [row({ low: null }), row({ low: -4.5 })])).toBe(
      '"low"\r\n\r\n-4.5\r\n',
    );
  });

  it("are read back as they were, an identifier with its zeros", () => {
    const csv = rowsAsCsv(COLUMNS, [row({ name: 'A, "B"\nC' })]);
    expect(Papa.parse(csv, { header: true, skipEmptyLines: true }).data).toEqual([
      { school: "0012", name: 'A, "B"\nC', low: "0.55", shown: "true" },
    ]);
  });
});
