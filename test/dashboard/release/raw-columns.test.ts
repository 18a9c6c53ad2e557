import { expect, it } from "vitest";
import { rawColumns } from "../../../dashboard/src/release/raw-columns.ts";

it("has the columns of the rows as they are, with identifiers as text", () => {
  const [row] = [{ school: "0101", n: 31, low: null, isHeadline: true }];
  expect(rawColumns([row]).map(({ name, value }) => [name, value(row)])).toEqual([
    ["school", "0101"],
    ["n", 31],
    ["low", null],
    ["isHeadline", true],
  ]);
  expect(rawColumns([])).toEqual([]);
});
