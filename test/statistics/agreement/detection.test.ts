import { describe, expect, it } from "vitest";
import {
  detectedShare,
  detection,
  roganGladen,
} from "../../../functions/statistics/agreement/detection.ts";
import { expectKind } from "../expect-kind.ts";

const ORACLE = { bothYes: 40, onlyFirst: 5, onlySecond: 7, bothNo: 48 };

describe("detection", () => {
  it("of 40 found, 5 missed and 7 wrongly found", () => {
    const { precision, recall, specificity, f1 } = detection(ORACLE);
    expect(expectKind(precision, "proportion").share).toBeCloseTo(0.8510638298, 10);
    expect(expectKind(recall, "proportion").share).toBeCloseTo(0.8888888889, 10);
    expect(expectKind(specificity, "proportion").share).toBeCloseTo(48 / 55, 10);
    expect(f1).toBeCloseTo(0.8695652174, 10);
  });

  it("has no precision where nothing is found, and no recall where there is nothing to find", () => {
    const nothing = { bothYes: 0, onlyFirst: 0, onlySecond: 0, bothNo: 3 };
    expect(detection(nothing)).toMatchObject({
      precision: { kind: "not-enough-data" },
      recall: { kind: "not-enough-data" },
      specificity: { share: 1 },
      f1: { kind: "not-enough-data" },
    });
  });
});

describe("detectedShare", () => {
  it("counts what the rule calls yes", () => {
    expect(detectedShare(ORACLE)).toMatchObject({ numerator: 47, denominator: 100 });
  });
});

describe("roganGladen", () => {
  const accuracy = { sensitivity: 40 / 45, specificity: 48 / 55 };

  it("corrects a detected share of 60 %", () => {
    expect(roganGladen(0.6, accuracy)).toBeCloseTo(0.6206896552, 10);
  });

  it.each([
    [0.1, 0],
    [0.95, 1],
  ])("keeps %d between 0 and 1", (detected, corrected) => {
    expect(roganGladen(detected, accuracy)).toBe(corrected);
  });

  it("is not to be had for a rule that guesses", () => {
    expect(roganGladen(0.5, { sensitivity: 0.5, specificity: 0.5 })).toMatchObject({
      kind: "not-enough-data",
    });
  });
});
