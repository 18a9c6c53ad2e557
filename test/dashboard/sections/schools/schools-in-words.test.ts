import { describe, expect, it } from "vitest";
import type {
  BarPart,
  PlaceBar,
  PlaceBars,
} from "../../../../functions/releases/overview/overview.ts";
import {
  schoolsInWords,
  withoutFigure,
} from "../../../../dashboard/src/components/sections/schools/schools-in-words.ts";
import { plainText } from "../../../../dashboard/src/words/language.ts";

const bar = (name: string, parts: readonly BarPart[], heldOn: string | null = null): PlaceBar => ({
  ...{ level: "school", school: name, name, n: 40, heldOn, parts },
  state: parts.length === 0 ? "too-few-students" : "shown",
});
const bars = (...schools: readonly PlaceBar[]): PlaceBars => ({
  ...{ kind: "reviews", more: 0 },
  bars: [{ ...bar("Cast", [["not-held", 1]]), level: "district" }, ...schools],
});
const said = (of: PlaceBars): string => plainText(schoolsInWords(of));

describe("where most is still to do, in words", () => {
  it("is not said where the counts of a school are from before a due day", () => {
    const [east, west] = [bar("East", [["not-held", 0.9]]), bar("West", [["not-held", 0.1]])];
    const words =
      "It is not said where most is to be done: a due date lies between the counts of the schools.";
    expect(said({ ...bars(east, west), isRanked: false })).toBe(words);
    expect(said(bars(east, west))).toContain("Most is still to do at East");
  });

  it("names the first school where the next has less for certain, with what waits alone", () => {
    const east = bar("East", [
      ["on-time", 0.5],
      ["not-held", 0.4],
      ["no-plan", 0.1],
    ]);
    expect(said(bars(east, bar("West", [["not-held", 0.49]])))).toBe(
      "Most is still to do at East: of the reviews due so far, not held 40%, no plan 10%.",
    );
  });

  it.each([
    ["is below", 0.39, "Most is still to do at East"],
    ["reaches", 0.4, "No one school has the most to do for certain. East is among"],
  ])("where the greatest of the next %s the least of the first", (_, greatest, start) => {
    const east = bar("East", [["not-held", 0.4, 0.49]]);
    const west = bar("West", [["not-held", 0.3, greatest]]);
    expect(said(bars(east, west))).toContain(start);
  });

  it("says of which day the counts are where they are held", () => {
    expect(said(bars(bar("East", [["not-held", 0.4]], "2022-03-31")))).toContain(
      "not held 40%, counts of March 31.",
    );
  });

  it("says where nothing is overdue, and where no school has a figure", () => {
    expect(said(bars(bar("East", [["on-time", 1]])))).toBe("At no school is anything overdue.");
    expect(said(bars(bar("East", [])))).toBe("No school has a figure here.");
  });

  it("counts the schools without a figure, where all schools are named", () => {
    const small = [bar("East", [["not-held", 0.4]]), bar("West", []), bar("North", [])];
    expect(withoutFigure(bars(...small))).toEqual(["2 schools have no figure."]);
    expect(withoutFigure(bars(...small.slice(0, 2)))).toEqual(["1 school has no figure."]);
    expect(withoutFigure(bars(...small.slice(0, 1)))).toEqual([]);
    expect(withoutFigure({ ...bars(...small), more: 1 })).toEqual([]);
  });
});
