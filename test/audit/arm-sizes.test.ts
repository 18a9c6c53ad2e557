import { describe, expect, it } from "vitest";
import {
  armsThatExplain,
  isOfTens,
  type PublishedEffect,
} from "../../functions/audit/arm-sizes.ts";
import { hedgesG } from "../../functions/statistics/differences/hedges-g.ts";

/** An effect as it would be published from arms of these sizes. */
function publishedFrom(first: number, other: number, decimals: number): PublishedEffect {
  const summary = (n: number, mean: number) =>
    ({ kind: "group-summary", n, mean, standardDeviation: 1 }) as const;
  const effect = hedgesG(summary(first, 0.4), summary(other, 0));
  if (effect.kind !== "effect-size") throw new Error(effect.kind);
  const rounded = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals;
  return {
    estimate: rounded(effect.hedgesG),
    low: rounded(effect.interval.lower),
    high: rounded(effect.interval.upper),
    decimals,
    students: Math.floor((first + other) / 10) * 10,
  };
}

describe("the sizes of two arms that explain an effect", () => {
  it("are few where exact limits are given to four decimals, the true ones among them", () => {
    const arms = armsThatExplain(publishedFrom(14, 289, 4), 1);
    expect(arms).toContainEqual([14, 289]);
    expect(arms.length).toBeLessThan(5);
  });

  it.each([
    [30, 270],
    [40, 300],
    [150, 160],
    [90, 230],
  ])("are of tens where limits are computed from %i and %i", (first, other) => {
    expect(isOfTens(publishedFrom(first, other, 2))).toBe(true);
  });

  it.each([
    ["no tens explain them", 37, 269],
    ["an arm is too small", 20, 290],
  ])("are found where %s", (_, first, other) => {
    expect(isOfTens(publishedFrom(first, other, 2))).toBe(false);
  });
});
