import { describe, expect, it } from "vitest";
import { newcombe } from "../../../functions/statistics/intervals/newcombe.ts";
import { expectKind } from "../expect-kind.ts";

describe("newcombe", () => {
  it.each([
    // chronic absence in the fixture, then three of Newcombe's own cases
    [10, 35, 12, 25, -0.1942857143, -0.4161510481, 0.0495545334],
    [56, 70, 48, 80, 0.2, 0.0524314724, 0.333872654],
    [9, 10, 3, 10, 0.6, 0.1705227239, 0.8090179735],
    [0, 10, 0, 20, 0, -0.1611251581, 0.2775327999],
  ])("of %d/%d less %d/%d", (k1, n1, k0, n0, difference, lower, upper) => {
    const result = expectKind(
      newcombe({ numerator: k1, denominator: n1 }, { numerator: k0, denominator: n0 }),
      "rate-difference",
    );
    expect(result.difference).toBeCloseTo(difference, 10);
    expect(result.interval.lower).toBeCloseTo(lower, 10);
    expect(result.interval.upper).toBeCloseTo(upper, 10);
  });

  it("is not to be had when one group is empty", () => {
    const some = { numerator: 1, denominator: 2 };
    const none = { numerator: 0, denominator: 0 };
    const answer = { kind: "not-enough-data", reason: "too-few-observations" };
    expect(newcombe(some, none)).toEqual(answer);
    expect(newcombe(none, some)).toEqual(answer);
  });
});
