import { describe, expect, it } from "vitest";
import { shiftOf } from "../../functions/protection/shift.ts";
import { chance } from "../support/zero-secret.ts";

/** The least number, of 2³², that no longer gives the shift. */
const TABLE = [
  [-5, 2_356_110],
  [-4, 24_646_915],
  [-3, 152_638_827],
  [-2, 598_670_742],
  [-1, 1_542_027_536],
  [0, 2_752_939_760],
  [1, 3_696_296_554],
  [2, 4_142_328_469],
  [3, 4_270_320_381],
  [4, 4_292_611_186],
  [5, 4_294_967_296],
] as const;

/** How many of the 2³² numbers give each shift, found from the function by halving. */
const drawn = TABLE.map(([shift]) => ({ shift, numbers: endOf(shift) - endOf(shift - 1) }));

/** The least number with a greater shift. */
function endOf(shift: number): number {
  let [low, high] = [0, 2 ** 32];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (shiftOf(middle) > shift) high = middle;
    else low = middle + 1;
  }
  return low;
}

describe("shiftOf", () => {
  it.each(TABLE)("moves a boundary by %d up to the number below %d", (shift, cumulated) => {
    expect(shiftOf(cumulated - 1)).toBe(shift);
    if (shift < 5) expect(shiftOf(cumulated)).toBe(shift + 1);
  });

  it("moves by -5 at 0, and knows no number of 2^32 or more", () => {
    expect(shiftOf(0)).toBe(-5);
    expect(() => shiftOf(2 ** 32)).toThrow("a shift is drawn from a whole number below 2^32");
  });

  it("has a mean of 0 and a variance of 2, in proportion to exp(-0.2497 v²)", () => {
    const sum = (of: (shift: number) => number): number =>
      drawn.reduce((total, { shift, numbers }) => total + of(shift) * (numbers / 2 ** 32), 0);
    expect(sum(() => 1)).toBe(1);
    expect(sum((shift) => shift)).toBeCloseTo(0, 8);
    expect(sum((shift) => shift ** 2)).toBeCloseTo(2, 3);
    const scale = TABLE.reduce((total, [shift]) => total + Math.exp(-0.2497 * shift ** 2), 0);
    for (const { shift, numbers } of drawn) {
      expect(numbers / 2 ** 32).toBeCloseTo(Math.exp(-0.2497 * shift ** 2) / scale, 4);
    }
  });

  it("comes to that over 200,000 bars", () => {
    const shifts = Array.from({ length: 200_000 }, (_, index) => shiftOf(chance(`t${index}`)));
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBe(-832);
    expect(shifts.reduce((sum, shift) => sum + shift ** 2, 0)).toBe(400_352);
    expect(shifts.filter((shift) => shift === -5)).toHaveLength(124);
    expect(shifts.filter((shift) => shift === 5)).toHaveLength(114);
  });

  it.each([
    ["statuses/all|district|all/all|0", 0],
    ["statuses/all|district|all/all|1", -2],
    ["statuses/all|district|all/all|2", 1],
    ["statuses/all|district|all/all|3", 1],
    ["statuses/all|school 255901044|all/all|0", 2],
    ["statuses/all|school 255901044|all/all|1", 1],
    ["statuses/all|school 255901044|all/all|2", -2],
    ["statuses/all|school 255901044|all/all|3", 1],
    ["plan-coverage|district|grade/08|0", 0],
    ["statuses/review-1|school 700005|all/all|0", -1],
  ])("moves %s by %d under a secret of zeros", (boundary, shift) => {
    expect(shiftOf(chance(boundary))).toBe(shift);
  });
});
