import { describe, expect, it } from "vitest";
import { cohensKappa, gwetsAc1 } from "../../../functions/statistics/agreement/agreement.ts";
import { expectKind } from "../expect-kind.ts";

const ORACLE = { bothYes: 40, onlyFirst: 5, onlySecond: 7, bothNo: 48 };
/** Gwet's own example of kappa's paradox (2002, Statistical Methods for Inter-Rater Reliability Assessment 1). */
const PARADOX = { bothYes: 118, onlyFirst: 5, onlySecond: 2, bothNo: 0 };
const ALL_YES = { bothYes: 9, onlyFirst: 0, onlySecond: 0, bothNo: 0 };
const NOTHING = { ...ALL_YES, bothYes: 0 };

describe("cohensKappa", () => {
  it("is 0.7586 for 40, 5, 7 and 48", () => {
    expect(expectKind(cohensKappa(ORACLE), "agreement").coefficient).toBeCloseTo(0.7585513078, 10);
  });

  it("is below 0 where two readers agree on nearly all, since nearly all is yes", () => {
    expect(expectKind(cohensKappa(PARADOX), "agreement").coefficient).toBeCloseTo(-0.0234, 4);
  });

  it("is not to be had where both always give the same answer, or none", () => {
    expect(cohensKappa(ALL_YES)).toEqual({ kind: "not-enough-data", reason: "no-variation" });
    expect(cohensKappa(NOTHING)).toMatchObject({ reason: "too-few-observations" });
  });
});

describe("gwetsAc1", () => {
  it("is 0.9408 where kappa is below 0", () => {
    expect(expectKind(gwetsAc1(PARADOX), "agreement").coefficient).toBeCloseTo(0.9408, 4);
  });

  it("is 1 where both always give the same answer, and not to be had where none is given", () => {
    expect(gwetsAc1(ALL_YES)).toEqual({ kind: "agreement", coefficient: 1 });
    expect(gwetsAc1(NOTHING)).toMatchObject({ reason: "too-few-observations" });
  });
});
