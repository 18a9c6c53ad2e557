import { describe, expect, it } from "vitest";
import { isFalsePair, jaccardOfTexts } from "../../bench/goals/reported-pairs.ts";

describe("jaccardOfTexts", () => {
  it("compares pairs of words", () => {
    expect(jaccardOfTexts("a b c d", "a b c d")).toBe(1);
    expect(jaccardOfTexts("a b c d", "a b c e")).toBe(0.5);
    expect(jaccardOfTexts("a b", "b a")).toBe(0);
  });
});

describe("isFalsePair", () => {
  const texts = ["a b c d e", "a b c d f", "a b c x y"];

  it.each([
    ["planted together and similar", [7, 7, 7], 0, 1, false],
    ["planted together and too different", [7, 7, 7], 0, 2, true],
    ["planted apart", [7, 8, 7], 0, 1, true],
    ["not planted", [0, 0, 0], 0, 1, true],
  ])("%s", (_, origins, first, second, isFalse) => {
    expect(isFalsePair(texts, origins, first, second)).toBe(isFalse);
  });
});
