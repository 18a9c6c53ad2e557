import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import {
  linesForCsv,
  linesForTyped,
} from "../../../../dashboard/src/components/sections/methods/reading-lines.ts";
import { scratchFolder } from "../../../support/scratch-folder.ts";

describe("lines that read a table", () => {
  it("keep identifiers text in DuckDB, also those that look like numbers", async () => {
    const csv = join(scratchFolder(), "rates.csv");
    writeFileSync(csv, "school,group,n\r\n255901001,09,31\r\n255901044,10,45\r\n");
    const line = linesForCsv(csv).find(({ program }) => program === "DuckDB")?.line ?? "";
    const connection = await (await DuckDBInstance.create()).connect();
    const read = await connection.runAndReadAll(line);
    expect(read.columnTypes().map(String)).toEqual(["VARCHAR", "VARCHAR", "BIGINT"]);
    expect(read.getRowsJson()).toEqual([
      ["255901001", "09", "31"],
      ["255901044", "10", "45"],
    ]);
  });

  it("name the identifiers in R and Python", () => {
    const lines = linesForCsv("rates.csv").map(({ line }) => line);
    expect(lines).toContain(
      'readr::read_csv("rates.csv", col_types = readr::cols(school = "c", group = "c"))',
    );
    expect(lines).toContain(
      'pandas.read_csv("rates.csv", dtype={"school": "string", "group": "string"})',
    );
  });

  it("read Parquet where there is such a file, else Arrow, else nothing", () => {
    const programs = (files: Parameters<typeof linesForTyped>[0]): readonly string[] =>
      linesForTyped(files).map(({ line }) => line.replace(/\(.*/, ""));
    expect(programs({ parquet: "rates.parquet", arrow: "rates.arrow" })).toEqual([
      "arrow::read_parquet",
      "pandas.read_parquet",
      "SELECT * FROM 'rates.parquet';",
    ]);
    expect(programs({ parquet: undefined, arrow: "rates.arrow" })).toEqual([
      "arrow::read_ipc_stream",
      "pyarrow.ipc.open_stream",
    ]);
    expect(programs({ parquet: undefined, arrow: undefined })).toEqual([]);
  });
});
