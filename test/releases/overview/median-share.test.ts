import { describe, expect, it } from "vitest";
import { medianShare } from "../../../functions/releases/overview/median-share.ts";

const exactly = (share: number) => ({ low: share, high: share });

describe("the median of shares", () => {
  it("is the one in the middle of three, in whatever order they come", () => {
    expect(medianShare([0.9, 0.1, 0.5].map(exactly))).toEqual({ low: 0.5, high: 0.5 });
  });

  it("is the mean of the two in the middle of four", () => {
    expect(medianShare([1, 0.25, 0.5, 0].map(exactly))).toEqual({ low: 0.375, high: 0.375 });
  });

  it("is of one share that share", () => {
    expect(medianShare([{ low: 0.2, high: 0.29 }])).toEqual({ low: 0.2, high: 0.29 });
  });

  it("takes the least ends of bands and the greatest by themselves", () => {
    const bands = [
      { low: 0, high: 0.49 },
      { low: 0.1, high: 0.2 },
      { low: 0.3, high: 0.39 },
    ];
    expect(medianShare(bands)).toEqual({ low: 0.1, high: 0.39 });
  });

  it("sorts numbers as numbers", () => {
    expect(medianShare([1e-7, 0.5, 0.9].map(exactly))).toEqual({ low: 0.5, high: 0.5 });
  });

  it("is nothing of no share, which throws", () => {
    expect(() => medianShare([])).toThrow("no share to take a median of");
  });
});
