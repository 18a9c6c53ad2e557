import { describe, expect, it } from "vitest";
import { FIGURE_STATES, noFigure } from "../../../functions/domain/figures/figure.ts";

describe("noFigure", () => {
  it("has a reason and no number, neither 0 nor anything else", () => {
    expect(noFigure("too-few-students")).toEqual({
      ...{ n: null, low: null, high: null, band: null, drawnOn: null },
      state: "too-few-students",
    });
    expect(FIGURE_STATES).toEqual([
      "shown",
      "too-few-students",
      "left-out",
      "not-enough-data",
      "not-applicable",
    ]);
  });
});
