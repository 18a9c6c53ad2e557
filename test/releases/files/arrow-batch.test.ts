import { describe, expect, it } from "vitest";
import { batchOf } from "../../../functions/releases/files/arrow-batch.ts";
import { integerData } from "../../../functions/releases/files/arrow-data.ts";
import type { TableDefinition } from "../../../functions/domain/records/table-definition.ts";

const column = { title: "", definition: "" };
const table = {
  name: "sample",
  title: "",
  description: "",
  primaryKey: ["id"],
  columns: [
    { name: "id", type: "integer", ...column },
    { name: "count", type: "integer", optional: true, ...column },
  ],
} as const satisfies TableDefinition;
const none = { nullBitmap: undefined, nullCount: 0 };
const numbers = integerData(2, (row) => row + 5, none);

describe("the batch of a table", () => {
  it("has the names of its columns, which may be null where the definition says so, and its own", () => {
    const { schema, numRows } = batchOf(table, 2, [numbers, numbers]);
    expect(schema.fields.map(({ name, nullable }) => [name, nullable])).toEqual([
      ["id", false],
      ["count", true],
    ]);
    expect(schema.metadata.get("table")).toBe("sample");
    expect(numRows).toBe(2);
  });

  it("is none of a table of which a column lacks its values", () => {
    expect(() => batchOf(table, 2, [numbers])).toThrow("no type for column count");
  });
});
