import { describe, expect, it } from "vitest";
import {
  protectEstimates,
  type MeasuredEstimate,
} from "../../functions/disclosure/protect-estimates.ts";
import { DEFAULT_SUPPRESSION } from "../../functions/disclosure/suppression-policy.ts";

const EMPTY = { estimate: null, low: null, high: null, students: null };

const estimateOf = (given: Partial<MeasuredEstimate<object>>) =>
  protectEstimates(
    [
      {
        key: {},
        estimate: { value: 0.3, low: 0.1, high: 0.5 },
        students: 57,
        decimals: 4,
        smallestGroup: 12,
        isCorrelation: false,
        isAssociation: true,
        ...given,
      },
    ],
    DEFAULT_SUPPRESSION,
  ).rows[0];

describe("protectEstimates", () => {
  it("shows an association of enough students, their number rounded down to a ten", () => {
    expect(estimateOf({})).toEqual({
      estimate: 0.3,
      low: 0.1,
      high: 0.5,
      students: 50,
      state: "shown",
    });
  });

  it.each([
    ["29 students", { students: 29 }],
    ["a group of 9 among those compared", { smallestGroup: 9 }],
    ["nobody", { students: 0, smallestGroup: 0 }],
    ["data that cannot carry it", { estimate: null }],
  ])("says that there is not enough data for an association of %s", (_name, given) => {
    expect(estimateOf(given)).toEqual({ ...EMPTY, state: "not-enough-data" });
  });

  it("shows an association of 30 students with 10 in each group", () => {
    expect(estimateOf({ students: 30, smallestGroup: 10 })).toMatchObject({
      students: 30,
      state: "shown",
    });
  });

  it("shows a mean from 10 students on, and hides it below", () => {
    const mean = { isAssociation: false, smallestGroup: 10 };
    expect(estimateOf({ ...mean, students: 10 })).toMatchObject({ state: "shown", students: 10 });
    expect(estimateOf({ ...mean, students: 9, smallestGroup: 9 })).toEqual({
      ...EMPTY,
      state: "hidden",
    });
    expect(estimateOf({ ...mean, students: 0, smallestGroup: 0 })?.state).toBe("not-enough-data");
  });

  it("hides a correlation so close to 1 that it gives single values away", () => {
    const of = (value: number) =>
      estimateOf({ estimate: { value, low: null, high: null }, isCorrelation: true })?.state;
    expect([of(0.99), of(-1), of(0.989)]).toEqual(["hidden", "hidden", "shown"]);
  });

  it("shows a difference whatever its size, and without an interval where there is none", () => {
    const estimate = { value: 4.06, low: null, high: null };
    expect(estimateOf({ estimate })).toMatchObject({ estimate: 4.06, low: null, high: null });
  });
});
