import { describe, expect, it } from "vitest";
import type { ColumnType } from "../../../functions/domain/records/table-definition.ts";
import { tableColumns, valuesOf } from "../../../functions/releases/files/table-columns.ts";

const columnOf = (type: ColumnType) =>
  ({ name: "value", type, optional: true, title: "", definition: "" }) as const;
const stored = (type: ColumnType, values: Iterable<unknown>) => {
  const rows = Array.from(values, (value) => ({ value }));
  const table = { name: "t", title: "", description: "", primaryKey: [] };
  return tableColumns({ ...table, columns: [columnOf(type)] }, rows).columns[0]!;
};

describe("tableColumns", () => {
  it("stores words once, in the order in which rows first have them", () => {
    const { values, words } = stored("text", ["East", "East", "West", "East"]);
    expect([[...values], words]).toEqual([
      [0, 0, 1, 0],
      ["East", "West"],
    ]);
  });

  it.each<[ColumnType, unknown[]]>([
    ["text", ["a", null, "", "a"]],
    ["integer", [1, null, 0, -2147483648, 2147483647]],
    ["number", [0.5, null, 0, -0, 0]],
    ["day", ["1970-01-01", null, "2022-03-14"]],
    ["boolean", [true, null, false, true]],
  ])("gives back values of the type %s, missing ones among them", (type, values) => {
    const column = stored(type, values);
    expect([...valuesOf(column)]).toEqual(values);
    expect(column.missing).toBe(1);
  });

  it.each([1023, 1024, 1025, 5000])("holds %d rows", (length) => {
    const values = Array.from({ length }, (_, row) => (row % 3 === 0 ? null : row));
    expect([...valuesOf(stored("integer", values))]).toEqual(values);
  });

  it("takes a row that lacks a column as one without a value", () => {
    const { missing, words } = stored("text", [undefined, "East"]);
    expect([missing, words]).toEqual([1, ["", "East"]]);
  });

  it.each([0.5, 2147483648, -2147483649, NaN])("refuses %d as a whole number", (value) => {
    expect(() => stored("integer", [value])).toThrow("column value has a number that is not whole");
  });
});
