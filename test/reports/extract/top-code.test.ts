import { describe, expect, it } from "vitest";
import { topCode } from "../../../functions/reports/extract/top-code.ts";

describe("topCode", () => {
  it("is the greatest value that enough students have or are above", () => {
    expect(topCode([1, 9, 2, 30, 4, 7], 3)).toBe(7);
    expect(topCode([5, 5, 5], 3)).toBe(5);
    expect(topCode([1, 2], 3)).toBeNull();
  });
});
