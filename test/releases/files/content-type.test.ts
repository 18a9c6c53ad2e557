import { expect, it } from "vitest";
import { tableContentType } from "../../../functions/releases/files/content-type.ts";

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

it.each([
  ["rates.csv", "measure", "text/csv; charset=utf-8"],
  ["rates.parquet", "PAR1", "application/vnd.apache.parquet"],
  ["rates.arrow", "ARROW1\0\0", "application/vnd.apache.arrow.file"],
  ["rates.arrow", "\u{7f}\u{7f}", "application/vnd.apache.arrow.stream"],
  ["manifest.json", "{}", null],
])("the table %s that begins with %j is of the type %s", (path, begin, type) => {
  expect(tableContentType(path, text(begin))).toBe(type);
});
