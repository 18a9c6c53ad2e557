import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../../functions/statistics/intervals/normal-quantile.ts";

describe("normalQuantile", () => {
  it.each([
    [0.975, 1.959963984540054],
    [0.9, 1.2815515655446004],
    [0.0001, -3.719016485455709],
    [0.5, 0],
  ])("of %d", (probability, expected) => {
    expect(normalQuantile(probability)).toBeCloseTo(expected, 13);
  });

  it.each([0, 1, -0.1, Number.NaN])("refuses %d", (probability) => {
    expect(() => normalQuantile(probability)).toThrow("normal quantile: expected a probability");
  });
});
