import { describe, expect, it } from "vitest";
import { isAsking, isInFront } from "../../../functions/cli/server/is-asking.ts";

describe("isAsking", () => {
  it("asks nobody in a pipe", () => {
    expect(isAsking({})).toBe(false);
    expect(isAsking({ isTTY: false })).toBe(false);
  });
});

describe("isInFront", () => {
  it.each([
    ["4242 (node) S 4240 4241 4240 34816 4241 4194304 0", true],
    ["4242 (node) S 4240 4241 4240 34816 4240 4194304 0", false],
    ["4242 (a ) S 1 (b) S 4240 4241 4240 34816 4241 4194304 0", true],
    ["4242 (node) S 4240 4241 4240 0 -1 4194304 0", false],
  ])("of %s: %s", (stat, isFront) => {
    expect(isInFront(stat)).toBe(isFront);
  });
});
