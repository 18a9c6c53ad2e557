import { describe, expect, it } from "vitest";
import { findRows } from "../../../dashboard/src/components/tables/find-rows.ts";
import { sortRows } from "../../../dashboard/src/components/tables/sort-rows.ts";

describe("the order of rows", () => {
  const rows = [
    { name: "Grade 10", share: 0.4 },
    { name: "Grade 9", share: null },
    { name: "Grade 11", share: 0.7 },
    { name: "Grade 8", share: 0.4 },
  ];
  const names = (sorted: readonly { readonly name: string }[]) => sorted.map(({ name }) => name);

  it("is of numbers by their size, what has none last in either order", () => {
    expect(names(sortRows(rows, ({ share }) => share, "ascending"))).toEqual([
      "Grade 10",
      "Grade 8",
      "Grade 11",
      "Grade 9",
    ]);
    expect(names(sortRows(rows, ({ share }) => share, "descending"))).toEqual([
      "Grade 11",
      "Grade 10",
      "Grade 8",
      "Grade 9",
    ]);
  });

  it("is of names with their numbers as numbers", () => {
    expect(names(sortRows(rows, ({ name }) => name, "ascending"))).toEqual([
      "Grade 8",
      "Grade 9",
      "Grade 10",
      "Grade 11",
    ]);
  });
});

describe("rows that are looked for", () => {
  const rows = ["Río Grande Academy", "Grand Bend High School", "Grand Bend Middle School"];
  const rowsWith = (words: string) => findRows(rows, (row) => row, words);

  it.each([
    ["", 3],
    ["  ", 3],
    ["rio", 1],
    ["RÍO", 1],
    ["school bend", 2],
    ["grand high", 1],
    ["elementary", 0],
  ])("by %j are %d", (words, count) => {
    expect(rowsWith(words)).toHaveLength(count);
  });
});
