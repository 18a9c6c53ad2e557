import { describe, expect, it } from "vitest";
import { fromArrow, toArrow, toArrowFile } from "../../../functions/releases/files/arrow-rows.ts";
import { tableBytes } from "../../../functions/releases/files/render-release.ts";
import { writtenDefinition } from "../../../functions/releases/files/written-definition.ts";
import { rows, table } from "./sample-table.ts";

describe("writtenDefinition", () => {
  it.each([
    ["a stream", toArrow],
    ["a file", toArrowFile],
  ])("has the columns that %s was written with", (_which, write) => {
    const { name, columns } = writtenDefinition(write(table, rows));
    expect(name).toBe("sample");
    expect(columns.map((column) => [column.name, column.type, column.optional])).toEqual([
      ["id", "text", undefined],
      ["note", "text", true],
      ["count", "integer", true],
      ["rate", "number", true],
      ["on", "day", true],
      ["isNew", "boolean", true],
    ]);
  });

  it.each(["csv", "parquet"] as const)(
    "makes the same %s as the definition that wrote it",
    (format) => {
      const arrow = toArrowFile(table, rows);
      const written = writtenDefinition(arrow);
      expect(tableBytes(written, fromArrow(written, arrow), format)).toEqual(
        tableBytes(table, rows, format),
      );
    },
  );
});
