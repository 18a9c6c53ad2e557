import { describe, expect, it } from "vitest";
import { isSlice, ownText, ownTexts } from "../../../functions/domain/records/own-text.ts";
import { heapGrowth, pieceOf } from "../../support/heap-growth.ts";

const MIB = 2 ** 20;

describe("text of its own", () => {
  it.each([
    "",
    "a",
    "twelve chars",
    "thirteen char",
    "Zoë and 😀 and more",
    "a\nb\u0000".repeat(9),
  ])("is the same text: %j", (text) => {
    expect(ownText(text)).toBe(text);
    expect(ownTexts([text, "", text])).toEqual([text, "", text]);
  });

  it.each([
    [12, false],
    [13, true],
    [14, true],
  ])("is needed by a part of %i characters: %s", (length, isNeeded) => {
    const parts = () =>
      Array.from({ length: 16 }, (_, n) => pieceOf(MIB, `${n}: of a file`).slice(0, length));
    expect(isSlice("x".repeat(length))).toBe(isNeeded);
    // As it is cut, a longer part keeps the whole in memory.
    expect(heapGrowth(parts) > 8 * MIB).toBe(isNeeded);
    expect(heapGrowth(() => parts().map(ownText))).toBeLessThan(4 * MIB);
    expect(heapGrowth(() => parts().map((part) => ownTexts([part])))).toBeLessThan(4 * MIB);
  });
});
