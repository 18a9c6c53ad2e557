import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { METRICS } from "../../../functions/metrics/measures/metrics.ts";
import { questionsOf } from "../../../functions/metrics/cube/questions.ts";
import { rateBand } from "../../../functions/protection/rate-ladder.ts";
import { shownParts } from "../../../functions/protection/shown-parts.ts";
import {
  BETWEEN_TWO_PARTS,
  gapBetween,
  possibleShare,
} from "../../../functions/releases/tables/gaps.ts";
import { exact, shown, unshown } from "../release-rows.ts";

const DRAWN_ON = "2022-03-15";
const LATER = "2022-03-31";

/** Students by part, the secret moves of their bar, and how many have moved since. */
interface Drawn {
  readonly measure: string;
  readonly counts: readonly number[];
  readonly chances: readonly number[];
  readonly moved: number;
}

/** What is possible by the figure of a bar's counted part, and the true share of the day. */
function drawnShare({ measure, counts, chances, moved }: Drawn, isHeld: boolean) {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const counted = measure === "chronic-absence" ? 1 : 0;
  const key = { statistic: measure, school: null, group: "all/all" } as const;
  const shownCounts = shownParts(
    key,
    counts,
    counts.map(() => true),
    (text) => chances[Number(text.split("|").at(-1))] ?? 0,
  );
  const band = rateBand(shownCounts[counted] ?? 0, n);
  if (band === null) return null;
  const count = counts[counted] ?? 0;
  const now = isHeld ? Math.min(n, Math.max(0, count + moved)) : count;
  const figure = {
    ...{ n, low: band.leastPercent / 100, high: band.greatestPercent / 100 },
    ...{ band: band.label, drawnOn: DRAWN_ON },
  };
  return { share: possibleShare(figure, measure, isHeld ? LATER : DRAWN_ON), truth: now / n };
}

describe("gapBetween", () => {
  it.each([
    ["40-49", "70-79", -40, -20, "lower"],
    ["67", "60-64", 2, 8, "higher"],
    ["GE50", "60-69", -20, 41, "unclear"],
    ["LE5", "GE95", -100, -89, "lower"],
    ["67", "66", 0, 2, "higher"],
    ["67", "67", -1, 1, "unclear"],
  ] as const)("of %s and %s is %d to %d points: %s", (share, other, gapLow, gapHigh, gap) => {
    expect(gapBetween(shown(share), shown(other))).toEqual({ gapLow, gapHigh, gap });
  });

  it.each([
    [[20, 40], [10, 40], 25, "higher"],
    [[10, 40], [20, 40], -25, "lower"],
    [[1, 3], [1, 6], 16.7, "higher"],
    [[20, 40], [10, 20], 0, "same"],
  ] as const)(
    "of %j and %j exactly is %d points: %s",
    ([count, n], [otherCount, otherN], points, gap) => {
      expect(gapBetween(exact(count, n), exact(otherCount, otherN))).toEqual({
        gapLow: points,
        gapHigh: points,
        gap,
      });
    },
  );

  it("is between a band and an exact share what the band leaves open", () => {
    expect(gapBetween(shown("40-49"), exact(30, 40))).toEqual({
      gapLow: -36,
      gapHigh: -25,
      gap: "lower",
    });
  });

  it("is none unless both shares are shown", () => {
    expect(gapBetween(shown("67"), unshown("too-few-students"))).toBeNull();
    expect(gapBetween(unshown("not-enough-data"), shown("67"))).toBeNull();
  });

  it("always holds the gap of the true students, and is never certain of the wrong side", () => {
    // The share that begins a bar of three parts, or the one between the two others.
    const bar = fc.record({
      counts: fc.array(fc.nat({ max: 300 }), { minLength: 3, maxLength: 3 }),
      chances: fc.array(fc.nat({ max: 2 ** 32 - 1 }), { minLength: 2, maxLength: 2 }),
      moved: fc.integer({ min: -7, max: 7 }),
    });
    const measures = fc.constantFrom("plan-coverage", "chronic-absence");
    fc.assert(
      fc.property(bar, bar, measures, fc.boolean(), (drawn, two, measure, isHeld) => {
        const first = drawnShare({ ...drawn, measure }, isHeld);
        const second = drawnShare({ ...two, measure }, isHeld);
        if (first === null || second === null) return;
        const gap = gapBetween(first.share, second.share)!;
        const points = 100 * (first.truth - second.truth);
        expect(points).toBeGreaterThanOrEqual(gap.gapLow - 1e-9);
        expect(points).toBeLessThanOrEqual(gap.gapHigh + 1e-9);
        if (gap.gap === "higher") expect(points).toBeGreaterThanOrEqual(-1e-9);
        if (gap.gap === "lower") expect(points).toBeLessThanOrEqual(1e-9);
        expect(gap.gap).not.toBe("same");
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("possibleShare", () => {
  const ends = (
    figure: Parameters<typeof possibleShare>[0],
    measure = "plan-coverage",
    asOf = DRAWN_ON,
  ) => {
    const { low, high } = possibleShare(figure, measure, asOf);
    return [low, high].map((share) => (share === null ? null : Math.round(1000 * share) / 1000));
  };

  it("is a band wider by 5 of its students for each moved boundary", () => {
    expect(ends(shown("40-49", 100))).toEqual([0.35, 0.54]);
    expect(ends(shown("40-49", 100), "chronic-absence")).toEqual([0.3, 0.59]);
  });

  it("is wider by 7 more students where the figure is held", () => {
    expect(ends(shown("40-49", 100), "plan-coverage", LATER)).toEqual([0.28, 0.61]);
  });

  it("stays from nobody to everybody", () => {
    expect(ends(shown("LE5", 100))).toEqual([0, 0.1]);
    expect(ends(shown("GE95", 100))).toEqual([0.9, 1]);
  });

  it("is an exact share itself, and none where none is shown", () => {
    expect(ends(exact(20, 40), "chronic-absence", LATER)).toEqual([0.5, 0.5]);
    expect(ends(unshown("too-few-students"))).toEqual([null, null]);
  });

  it("knows which measures lie between two parts of their bar", () => {
    const asOf = day(DRAWN_ON);
    const questions = questionsOf(effectivePractice, asOf);
    const isBetween = METRICS.filter(({ counted, bars }) =>
      bars(effectivePractice, asOf).some((bar) => {
        const { parts } = questions.find(({ statistic }) => statistic === bar.statistic)!;
        const places = parts.flatMap(({ id }, index) => (counted.includes(id) ? [index] : []));
        return !places.includes(0) && !places.includes(parts.length - 1);
      }),
    ).map(({ id }) => id);
    expect(isBetween).toEqual(BETWEEN_TWO_PARTS);
  });
});
