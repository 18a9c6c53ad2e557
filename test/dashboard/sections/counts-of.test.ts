import { describe, expect, it } from "vitest";
import {
  countsOf,
  countsNote,
  countsOfColumn,
  heldInFew,
} from "../../../dashboard/src/components/sections/counts-of.ts";

describe("the day of the counts of a figure", () => {
  it.each([
    ["2022-05-20", null],
    [null, null],
    ["2022-05-19", "counts of May 19"],
    ["2022-03-31", "counts of March 31"],
  ])("drawn on %s is said only where it is another than the edition's", (drawnOn, words) => {
    expect(countsOf(drawnOn, "2022-05-20")).toBe(words);
  });

  it("is said of every figure that is held", () => {
    expect(heldInFew("2022-05-20")).toBe("counts of May 20");
    expect(heldInFew(null)).toBeNull();
  });

  it.each([
    ["counts of May 19", false, "counts of May 19"],
    ["counts of May 19", true, "counts of May 19; not compared"],
    [null, true, "not compared"],
    [null, false, null],
  ])("stands before that a figure is not compared: %s, %s", (counts, isApart, words) => {
    expect(countsNote(counts, isApart)).toBe(words);
  });

  it.each([
    [["2022-05-20", "2022-05-20"], []],
    [["2022-05-20", null], []],
    [[], []],
    [
      ["2022-05-20", "2022-05-19", null],
      ["May 20, 2022", "May 19, 2022", ""],
    ],
  ])("of the rows %j is a column where one is of another day", (days, cells) => {
    const [column] = countsOfColumn("Counts of", days, (day) => day, "2022-05-20");
    expect(column === undefined ? [] : days.map((day) => column.cell(day))).toEqual(cells);
  });
});
