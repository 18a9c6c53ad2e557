import { describe, expect, it } from "vitest";
import { byKey, byText, compareText } from "../../../functions/domain/text/compare-text.ts";

describe("compareText", () => {
  it.each([
    ["a", "b", -1],
    ["b", "a", 1],
    ["a", "a", 0],
    ["a", "ab", -1],
    ["", "a", -1],
    // Capitals come before small letters, and letters with accents after all others.
    ["Z", "a", -1],
    ["z", "é", -1],
    ["10", "9", -1],
  ])("of %j and %j is %d", (a, b, order) => {
    expect(compareText(a, b)).toBe(order);
  });
});

describe("byText", () => {
  it("sorts by a text, and leaves equal ones in their order", () => {
    const rows = [
      { name: "b", at: 1 },
      { name: "a", at: 2 },
      { name: "b", at: 3 },
    ];
    expect(rows.sort(byText(({ name }) => name)).map(({ at: place }) => place)).toEqual([2, 1, 3]);
  });
});

describe("byKey", () => {
  it("sorts the entries of a map", () => {
    const map = new Map([
      ["b", 1],
      ["a", 2],
    ]);
    expect([...map].sort(byKey)).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
  });
});
