import { describe, expect, it } from "vitest";
import { belowThreshold } from "../../../functions/reports/extract/below-threshold.ts";

describe("belowThreshold", () => {
  it("marks the students whose value fewer have", () => {
    expect(belowThreshold(["a", "a", "b", "a"], 2)).toEqual([false, false, true, false]);
  });
});
