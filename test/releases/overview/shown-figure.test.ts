import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { shownFigure } from "../../../functions/releases/overview/shown-figure.ts";
import { exact, shown, unshown } from "../release-rows.ts";

const ON = day("2022-03-15");

describe("a figure of a first screen", () => {
  it("has the number of students where the edition has it", () => {
    expect(shownFigure({ ...exact(10), count: 10 }, ON)).toEqual({
      ...{ state: "shown", low: 0.25, high: 0.25, n: 40, count: 10, heldOn: null },
    });
    expect(shownFigure(shown("70-79"), ON)).toEqual({
      ...{ state: "shown", low: 0.7, high: 0.79, n: 40, count: null, heldOn: null },
    });
  });

  it("gives the day of a held figure", () => {
    expect(shownFigure(shown("70-79"), day("2022-03-31")).heldOn).toBe("2022-03-15");
  });

  it("has no numbers where there is none", () => {
    expect(shownFigure(unshown("too-few-students"), ON)).toEqual({
      ...{ state: "too-few-students", low: null, high: null, n: null, count: null, heldOn: null },
    });
  });

  it("throws for a state that no figure can be in", () => {
    expect(() => shownFigure({ ...exact(1), state: "odd" }, ON)).toThrow('the state "odd"');
  });
});
