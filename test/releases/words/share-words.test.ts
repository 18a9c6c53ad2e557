import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isShown,
  shareInWords,
  shareOrder,
} from "../../../functions/releases/words/share-words.ts";
import { exact, shown, unshown, type BandLabel } from "../release-rows.ts";

const words = (figure: ReturnType<typeof shown>): string | null =>
  isShown(figure) ? shareInWords(figure) : null;

describe("shareInWords", () => {
  it.each<readonly [BandLabel, string]>([
    ["LT50", "less than half"],
    ["GE50", "half or more"],
    ["LE20", "at most 20%"],
    ["LE5", "at most 5%"],
    ["LE1", "at most 1%"],
    ["GE95", "95% or more"],
    ["GE99", "99% or more"],
    ["11-19", "11–19%"],
    ["67", "67%"],
  ])("says %s as %s", (band, text) => {
    expect(words(shown(band))).toBe(text);
  });

  it.each([
    [0, 546, "none"],
    [1, 546, "less than 1%"],
    [2, 546, "less than 1%"],
    [3, 546, "1%"],
    [273, 546, "50%"],
    [543, 546, "99%"],
    [544, 546, "more than 99%"],
    [545, 546, "more than 99%"],
    [546, 546, "all"],
  ])("says %d of %d exactly as %s", (count, n, text) => {
    expect(words(exact(count, n))).toBe(text);
  });

  it("says no share that is not shown", () => {
    expect(words(unshown("too-few-students"))).toBeNull();
    expect(isShown({ low: 0, high: 0 })).toBe(true);
    expect(isShown({ low: 0, high: null })).toBe(false);
    expect(isShown({ low: null, high: 0 })).toBe(false);
  });
});

describe("shareOrder", () => {
  it("puts shares in order by their lower end, then by their upper one", () => {
    const order = (...shares: readonly { low: number; high: number }[]) =>
      [...shares].sort((a, b) => shareOrder(a) - shareOrder(b));
    const [half, few, some] = [
      { low: 0.5, high: 1 },
      { low: 0, high: 0.05 },
      { low: 0.06, high: 0.09 },
    ];
    expect(order(half, some, few)).toEqual([few, some, half]);
    expect(order({ low: 0, high: 0.49 }, few)).toEqual([few, { low: 0, high: 0.49 }]);
  });

  it("puts exact shares in order by their size", () => {
    const share = fc.integer({ min: 0, max: 900 }).map((count) => count / 900);
    fc.assert(
      fc.property(share, share, (a, b) => {
        const order = shareOrder({ low: a, high: a }) - shareOrder({ low: b, high: b });
        expect(Math.sign(order)).toBe(Math.sign(a - b));
      }),
    );
  });
});
