/**
 * DuckDB's side of the comparison, a process of its own: the totals of each school from the same
 * CSV files, by one query on two threads. Plain JavaScript, so that nothing but DuckDB is loaded.
 * Prints one JSON document: school id, then figures.
 */
import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const [folder = "", asOf = ""] = process.argv.slice(2);
const query = readFileSync(new URL("totals.sql", import.meta.url), "utf8")
  .replaceAll("$folder", folder.replaceAll("'", "''"))
  .replaceAll("$as_of", asOf);

const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
const connection = await instance.connect();
const reader = await connection.runAndReadAll(query);
const rows = reader.getRowObjects().map((row) => {
  const { school, ...totals } = row;
  return [
    school,
    Object.fromEntries(Object.entries(totals).map(([name, value]) => [name, Number(value)])),
  ];
});
process.stdout.write(JSON.stringify(Object.fromEntries(rows)));
connection.closeSync();
instance.closeSync();
