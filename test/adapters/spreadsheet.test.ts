import { describe, expect, it } from "vitest";
import { toXlsx } from "../../functions/adapters/spreadsheet.ts";
import type {
  ColumnType,
  TableDefinition,
} from "../../functions/domain/records/table-definition.ts";
import { readXlsx } from "../support/read-xlsx.ts";

const tableOf = (columns: Readonly<Record<string, ColumnType>>): TableDefinition => ({
  ...{ name: "list", title: "List: who/what", description: "One row.", primaryKey: [] },
  columns: Object.entries(columns).map(([name, type]) => ({
    ...{ name, type, title: name, definition: name },
  })),
});
const written = async (columns: Readonly<Record<string, ColumnType>>, ...rows: object[]) =>
  readXlsx(await toXlsx(tableOf(columns), rows));
const texts = async (...all: readonly string[]) => {
  const { cells } = await written({ name: "text" }, ...all.map((name) => ({ name })));
  return all.map((_text, index) => cells[`A${index + 2}`]);
};

describe("a workbook", () => {
  it("has cells of the type of their column: text, whole number, number, day, yes or no", async () => {
    const { cells, part } = await written(
      { id: "text", n: "integer", share: "number", dueOn: "day", isMet: "boolean" },
      { id: "0101", n: -14, share: 0.25, dueOn: "2022-05-20", isMet: true },
      { id: "1e5", n: 0, share: 0, dueOn: null, isMet: false },
    );
    expect(cells).toMatchObject({
      A2: { type: "s", value: "0101" },
      B2: { type: null, value: "-14" },
      C2: { type: null, value: "0.25" },
      // Days since the last one of 1899, as a formula such as =E2-TODAY() counts.
      D2: { type: null, value: "44701" },
      E2: { type: "b", value: "1" },
      A3: { type: "s", value: "1e5" },
      B3: { type: null, value: "0" },
      E3: { type: "b", value: "0" },
    });
    expect(cells["D3"]).toBeUndefined();
    expect(part("xl/styles.xml")).toContain('formatCode="mmm d, yyyy"');
    const styles = [...part("xl/styles.xml").matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
    expect(cells["D2"]?.style).not.toBeNull();
    expect(styles.some((xf) => /numFmtId="(?!0")/.test(xf))).toBe(true);
  });

  it.each([
    ["1899-12-31", "s", "1899-12-31"],
    ["1900-02-28", "s", "1900-02-28"],
    ["1900-03-01", null, "61"],
    ["2024-02-29", null, "45351"],
  ])("writes the day %s so that Excel shows the same day", async (day, type, value) => {
    const { cells } = await written({ dueOn: "day" }, { dueOn: day });
    expect(cells["A2"]).toMatchObject({ type, value });
  });

  it("has a bold header that does not scroll away, and columns as wide as what they hold", async () => {
    const { cells, sheet, part } = await written(
      { id: "text", because: "text", dueOn: "day", empty: "text" },
      { id: "1", because: "x".repeat(500), dueOn: "2022-05-20", empty: "" },
      { id: "12345678", because: "", dueOn: null, empty: "" },
    );
    expect(sheet).toMatch(/<pane ySplit="1" [^>]*topLeftCell="A2" [^>]*state="frozen"\/>/);
    expect(Object.entries(cells).filter(([cell]) => cell.endsWith("1")).length).toBe(4);
    expect(cells["A1"]).toMatchObject({ type: "s", value: "id" });
    expect(cells["A1"]?.style).not.toBe(cells["A2"]?.style);
    expect(part("xl/styles.xml")).toMatch(/<b ?\/>|<b val="1"/);
    const widths = [...sheet.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) =>
      Number(width),
    );
    expect(widths).toEqual([10, 60, 14, 8]);
    expect(part("xl/workbook.xml")).toContain('name="List  who what"');
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x","y")', "\t=1", "'=1"])(
    "keeps the text %j a text",
    async (text) => {
      const { sheet } = await written({ name: "text" }, { name: text });
      expect(await texts(text)).toMatchObject([{ type: "s", value: text }]);
      expect(sheet).not.toContain("<f>");
    },
  );

  it.each([
    [" two blanks  "],
    ["a\nb"],
    ['<b>&amp; "it\'s"</b>'],
    ["Muñoz 😀 李"],
    ["_x0041_"],
    ["bell\u0007, NEL\u0085 and \uFFFD"],
    ["constructor"],
    ["__proto__"],
    ["toString"],
  ])("gives the text %j back as it is", async (text) => {
    expect(await texts("before", text, text, "after")).toMatchObject(
      ["before", text, text, "after"].map((value) => ({ type: "s", value })),
    );
  });

  it("has its header alone where nothing is to be done", async () => {
    const { cells } = await written({ id: "text", dueOn: "day" });
    expect(Object.keys(cells)).toEqual(["A1", "B1"]);
  });

  it.each([
    ["1,048,576 rows beside the header", 1_048_576, 1],
    ["more cells than fit into memory", 400_000, 11],
  ])("is refused in words for %s", async (_what, rows, columns) => {
    const definition = tableOf(
      Object.fromEntries(Array.from({ length: columns }, (_one, index) => [`c${index}`, "text"])),
    );
    await expect(toXlsx(definition, new Array<object>(rows).fill({}))).rejects.toThrow(
      new RegExp(`^${rows.toLocaleString("en-US")} rows .*--format csv$`),
    );
  });

  it("takes a text of 32,767 characters, and says of a longer one in which column it is, not what", async () => {
    expect(await texts("x".repeat(32_767))).toMatchObject([{ value: "x".repeat(32_767) }]);
    const refused = toXlsx(tableOf({ name: "text" }), [{ name: "y".repeat(32_768) }]);
    await expect(refused).rejects.toThrow(/^a cell of name is longer than Excel holds/);
    await expect(refused).rejects.not.toThrow(/yy/);
  });
});
