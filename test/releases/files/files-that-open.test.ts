// The files of an edition in the tools that people read them with; a tool that is not on the machine is skipped and named.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, it } from "vitest";
import { READING_LINES, readingLine } from "../../../dashboard/src/words/reading-lines.ts";
import { toArrowFile } from "../../../functions/releases/files/arrow-rows.ts";
import { toCsv } from "../../../functions/releases/files/csv.ts";
import { toParquet } from "../../../functions/releases/files/parquet-rows.ts";
import { rates } from "../../../functions/releases/tables/rates.ts";
import { scratchFolderOfAll } from "../../support/scratch-folder.ts";
import { rateRow } from "../release-rows.ts";

/** A school whose id begins with a zero, grades that look like a date, and a figure that is not shown. */
const SHOWN = {
  level: "school",
  school: "0101",
  schoolName: "Elm, East",
  breakdown: "grade",
} as const;
const ROWS = [
  rateRow({ ...SHOWN, group: "06-09", groupName: "Grades 6–9" }),
  {
    ...rateRow({ ...SHOWN, group: "10", groupName: "Grade 10", state: "too-few-students" }),
    ...{ n: null, low: null, high: null, band: null, drawnOn: null },
  },
];

const folder = scratchFolderOfAll();
const fileOf = (format: string): string => join(folder, `rates.${format.toLowerCase()}`);
const lineOf = (tool: string, format: string): string => {
  const line = READING_LINES.find((line) => line.tool === tool && line.format === format);
  if (line === undefined) throw new Error(`no line for ${format} in ${tool}`);
  return readingLine(line, fileOf(format));
};

beforeAll(() => {
  writeFileSync(fileOf("CSV"), toCsv(rates, ROWS));
  writeFileSync(fileOf("Parquet"), toParquet(rates, ROWS));
  writeFileSync(fileOf("Arrow"), toArrowFile(rates, ROWS));
});

describe("a table of an edition", () => {
  it.each(["CSV", "Parquet"])("opens in DuckDB as %s, identifiers as text", async (format) => {
    const connection = await (await DuckDBInstance.create()).connect();
    const read = await connection.runAndReadAll(lineOf("DuckDB", format));
    const columns = read.columnNames().map((name, index) => [name, String(read.columnType(index))]);
    expect(Object.fromEntries(columns)).toMatchObject({
      ...{ school: "VARCHAR", group: "VARCHAR", low: "DOUBLE", high: "DOUBLE", drawnOn: "DATE" },
      n: format === "CSV" ? "BIGINT" : "INTEGER",
    });
    const asked = await connection.runAndReadAll(
      `SELECT school, "group", n::INTEGER AS n, low, high, drawnOn::VARCHAR AS drawnOn, state FROM (${lineOf("DuckDB", format).replace(";", "")})`,
    );
    expect(asked.getRowObjectsJson()).toEqual([
      {
        ...{ school: "0101", group: "06-09", n: 40, low: 0.7, high: 0.79 },
        ...{ drawnOn: "2022-03-15", state: "shown" },
      },
      {
        ...{ school: "0101", group: "10", n: null, low: null, high: null },
        ...{ drawnOn: null, state: "too-few-students" },
      },
    ]);
  });

  const SEEN = "0101 06-09 0.7 True";
  const isThere = (command: string, ...args: readonly string[]): boolean =>
    spawnSync(command, args).status === 0;
  const hasPandas = isThere("python3", "-c", "import pandas, pyarrow");
  const hasArrow = isThere("Rscript", "-e", "library(arrow)");
  const hasR = isThere("Rscript", "-e", "1");

  it.skipIf(!hasPandas).each(["CSV", "Parquet", "Arrow"])(
    "opens in Python as %s, where pandas and pyarrow are on the machine",
    (format) => {
      const { stdout } = spawnSync(
        "python3",
        [
          "-c",
          `import pandas\n${lineOf("Python", format)}\nfirst, second = rows.iloc[0], rows.iloc[1]\nprint(first.school, first.group, first.low, pandas.isna(second.low))`,
        ],
        { encoding: "utf8" },
      );
      expect(stdout.trim()).toBe(SEEN);
    },
  );

  it.skipIf(!hasR).each(hasArrow ? ["CSV", "Parquet", "Arrow"] : ["CSV"])(
    "opens in R as %s, where R and for all but CSV its package arrow are on the machine",
    (format) => {
      const { stdout } = spawnSync(
        "Rscript",
        [
          "-e",
          `${lineOf("R", format)}; cat(rows$school[1], as.character(rows$group[1]), rows$low[1], if (is.na(rows$low[2])) "True")`,
        ],
        { encoding: "utf8" },
      );
      expect(stdout.trim()).toBe(SEEN);
    },
  );
});

describe("the lines that open a table", () => {
  it("name the file, and in CSV the columns that are text", () => {
    for (const { tool, format, line } of READING_LINES) {
      expect(line, tool).toContain("{file}");
      expect(line, tool).not.toMatch(/—/);
      if (format === "CSV") expect(line, tool).toMatch(/school.*group/);
    }
    expect(READING_LINES.map(({ tool, format }) => `${tool} ${format}`)).toEqual([
      ...["R Parquet", "R Arrow", "R CSV", "Python Parquet", "Python Arrow", "Python CSV"],
      ...["DuckDB Parquet", "DuckDB CSV"],
    ]);
  });

  it("are in a file's own name where it has one", () => {
    expect(lineOf("Python", "Parquet")).toBe(
      `rows = pandas.read_parquet("${folder}/rates.parquet")`,
    );
  });
});
