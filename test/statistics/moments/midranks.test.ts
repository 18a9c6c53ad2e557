import { describe, expect, it } from "vitest";
import { fraction } from "../../../functions/statistics/moments/fraction.ts";
import { midranks } from "../../../functions/statistics/moments/midranks.ts";

describe("midranks", () => {
  it("gives students who tie the mean of the ranks they take up", () => {
    const ranks = midranks([
      [fraction(1, 2), 2],
      [fraction(1, 3), 1],
      [fraction(1, 2), 1],
      [fraction(3, 1), 1],
    ]);
    expect(Object.fromEntries(ranks)).toEqual({ "1/3": 1, "1/2": 3, "3/1": 5 });
  });
});
