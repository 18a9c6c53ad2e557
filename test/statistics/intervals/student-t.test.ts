import { describe, expect, it } from "vitest";
import {
  studentTCdf,
  studentTQuantile,
  twoSidedP,
} from "../../../functions/statistics/intervals/student-t.ts";

/** Expected values: mpmath, 40 digits. */
describe("studentTCdf", () => {
  it.each([
    [-2, 10, 0.0366940173853703],
    [-8, 58, 3.06234578211943e-11],
    [-0.5, 3.5, 0.323425219661276],
    [-5, 43.6974786302, 4.89155568893532e-6],
    [-2, 100000, 0.0227514817287532],
  ])("has its lower tail at %d with %d degrees of freedom", (t, degreesOfFreedom, expected) => {
    expect(studentTCdf(t, degreesOfFreedom) / expected).toBeCloseTo(1, 12);
  });

  it("is one half at 0", () => {
    expect(studentTCdf(0, 7)).toBe(0.5);
  });

  it("refuses 0 degrees of freedom", () => {
    expect(() => studentTCdf(1, 0)).toThrow("student t: expected degrees of freedom above 0");
  });
});

describe("studentTQuantile", () => {
  it.each([
    [0.975, 4, 2.77644510519779],
    [0.975, 58, 2.00171748414524],
    [0.995, 500, 2.58569783514194],
    [0.95, 1, 6.31375151467504],
  ])("of %d with %d degrees of freedom", (probability, degreesOfFreedom, expected) => {
    expect(studentTQuantile(probability, degreesOfFreedom) / expected).toBeCloseTo(1, 12);
  });

  it("refuses a certain event", () => {
    expect(() => studentTQuantile(1, 5)).toThrow("t quantile: expected a probability");
  });
});

describe("twoSidedP", () => {
  it("counts both tails, whichever side t is on", () => {
    expect(twoSidedP(2.8354952531, 58)).toBeCloseTo(0.006289166719, 11);
    expect(twoSidedP(-2.8354952531, 58)).toBe(twoSidedP(2.8354952531, 58));
  });
});
