import { describe, expect, it } from "vitest";
import { isCloser, isNearCopy, overlapOf } from "../../../functions/goals/copies/jaccard.ts";
import { shingleSets } from "../../../functions/goals/copies/shingles.ts";
import { goalWords } from "../../../functions/goals/words/goal-words.ts";
import { ownNames } from "../../../functions/goals/words/own-name.ts";
import { wordsIn } from "../../../functions/goals/words/plain-word.ts";
import { readTemplate, withoutStarters } from "../../../functions/goals/words/template.ts";

const overlap = (first: string, second: string) => overlapOf(shingleSets([first, second]), 0, 1);

describe("overlapOf", () => {
  it.each([
    ["a b c d", "a b c d", 3, 3],
    ["a b c d", "a b c e", 2, 4],
    ["a b c d", "d c b a", 0, 6],
    ["a b a b", "a b", 1, 2],
    ["a", "a b", 0, 1],
  ])("of %j and %j is %d of %d pairs of words", (first, second, shared, either) => {
    expect(overlap(first, second)).toEqual({ shared, either });
    expect(overlap(second, first)).toEqual({ shared, either });
  });

  it("of different goals with the same starter is 0.22, and nothing without the starter (oracle)", () => {
    const first = "By the end of June read novels aloud together every single night";
    const second = "By the end of June earn credits toward college through evening classes";
    const texts = (starters: readonly string[]): [string, string] => {
      const template = readTemplate({ starters, mandated: [] });
      const [left, right] = [first, second].map((text) =>
        goalWords(withoutStarters(wordsIn(text), template), ownNames([])).join(" "),
      );
      return [left!, right!];
    };
    const { shared, either } = overlap(...texts([]));
    expect(shared / either).toBeCloseTo(0.222222, 6);
    expect(overlap(...texts(["By the end of June"])).shared).toBe(0);
  });
});

describe("a text inside a longer one", () => {
  const words = "a b c d e f g h i j k l m n o p q r s t u v w x y".split(" ");

  it("with 19 pairs in common of 24 each has a Jaccard similarity of 0.655172 (oracle)", () => {
    // One word changed takes two pairs, two words side by side three.
    const changed = words.with(3, "C").with(10, "K").with(11, "L");
    const { shared, either } = overlap(words.join(" "), changed.join(" "));
    expect([shared, either]).toEqual([19, 29]);
    expect(shared / either).toBeCloseTo(0.655172, 6);
    // Of what the shorter one has, by which texts are not compared.
    expect(shared / 24).toBeCloseTo(0.791667, 6);
  });

  it.each([
    [10, true],
    [11, true],
    [12, false],
    [25, false],
  ])("of seven words is a near copy of %i words: %s", (length, isNear) => {
    const short = words.slice(0, 7).join(" ");
    const { shared, either } = overlap(short, words.slice(0, length).join(" "));
    expect([shared, either]).toEqual([6, length - 1]);
    expect(isNearCopy({ shared, either })).toBe(isNear);
  });
});

describe("isNearCopy", () => {
  it.each([
    [59, 100, false],
    [3, 5, true],
    [60, 100, true],
    [599, 1000, false],
    [600, 1000, true],
    [601, 1000, true],
    [0, 0, false],
    [1, 1, true],
  ])("%d of %d: %s", (shared, either, isNear) => {
    expect(isNearCopy({ shared, either })).toBe(isNear);
  });
});

describe("isCloser", () => {
  it("compares shares, and an equal one is not closer", () => {
    expect(isCloser({ shared: 3, either: 4 }, { shared: 2, either: 3 })).toBe(true);
    expect(isCloser({ shared: 2, either: 3 }, { shared: 4, either: 6 })).toBe(false);
  });
});
