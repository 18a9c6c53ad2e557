import { describe, expect, it } from "vitest";
import { filledCell } from "../../../functions/sources/values/field-text.ts";

describe("filled cell", () => {
  const NULL_TOKENS = new Set(["null"]);

  it.each([
    [["a", "b"], [0, 1], "a"],
    [["", "b"], [0, 1], "b"],
    [["  ", " b "], [0, 1], "b"],
    [["NULL", "b"], [0, 1], "b"],
    [["a"], [1], ""],
    [["a"], [], ""],
  ])("is the first of %j at the places %j that holds something", (cells, places, text) => {
    expect(filledCell(cells, places, NULL_TOKENS)).toBe(text);
  });

  it.each([
    ["'00417", "00417"],
    ["'0041A", "'0041A"],
    ["'", "'"],
  ])("loses the mark that keeps a number text: %s is %s", (cell, text) => {
    expect(filledCell([cell], [0], NULL_TOKENS)).toBe(text);
  });
});
