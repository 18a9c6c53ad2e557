import { describe, expect, it } from "vitest";
import type { ReadRelease, SeenRow } from "../../functions/audit/reading/read-release.ts";
import { seenBars } from "../../functions/audit/seen-bars.ts";

const figure = (low: number, high: number, band: string): SeenRow => ({
  ...{ n: 100, low, high, band, drawnOn: "2022-01-31", state: "shown" },
});
const PLACE = { level: "district", school: "", schoolName: "The District" };

/** What a reader sees of the second review, from its statuses and the rates of measures. */
const seenOf = (rates: readonly SeenRow[], statuses: readonly SeenRow[] = []) => {
  const release = {
    manifest: { mandate: { requirements: [] } },
    tables: {
      rates,
      statuses: [
        { ...PLACE, requirement: "review-1", breakdown: "all", group: "all", status: "no-plan" },
        ...statuses,
      ],
    },
  } as unknown as ReadRelease;
  return seenBars(release);
};

describe("the bars that a reader sees", () => {
  const held: SeenRow = {
    ...PLACE,
    ...{ measure: "review-held", breakdown: "requirement", group: "review-2" },
    ...figure(0.8, 0.84, "80-84"),
  };

  it("have the rate of reviews held as the first two parts of the review's own bar", () => {
    const late: SeenRow = {
      ...PLACE,
      ...{ requirement: "review-2", breakdown: "all", group: "all", status: "held-late" },
      ...figure(0.1, 0.14, "10-14"),
    };
    const [bar, ...more] = seenOf([held], [late]);
    expect(more).toEqual([]);
    expect(bar?.key).toEqual({ statistic: "statuses/review-2", school: null, group: "all/all" });
    expect(bar?.seen).toEqual([
      { from: 0, until: 2, low: 80, high: 84, isExact: false },
      { from: 1, until: 2, low: 10, high: 14, isExact: false },
    ]);
  });

  it("have no row of a measure of requirements that nobody knows", () => {
    expect(seenOf([{ ...held, measure: "review-forgotten" }])).toEqual([]);
  });
});
