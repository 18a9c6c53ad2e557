import { describe, expect, it } from "vitest";
import { plantedGoals } from "../../bench/goals/planted-goals.ts";
import { jaccardOfTexts } from "../../bench/goals/reported-pairs.ts";

const GOALS = 3_000;
/** A goal with its student masked, as the comparison sees it. */
const masked = (text: string): string => text.replace(/^\w+ will/, "<who> will").replace(".", "");

describe("plantedGoals", () => {
  const planted = plantedGoals(GOALS, 42);
  const similarity = ([first, second]: readonly [number, number]): number =>
    jaccardOfTexts(masked(planted.texts[first]!), masked(planted.texts[second]!));

  it("are the same for the same seed, and others for another", () => {
    expect(plantedGoals(GOALS, 42)).toEqual(planted);
    expect(plantedGoals(GOALS, 43).texts).not.toEqual(planted.texts);
  });

  it("have a tenth of pairs at Jaccard about 0.7, and a twentieth just below a near copy", () => {
    expect(planted.nearPairs).toHaveLength(300);
    expect(planted.farPairs).toHaveLength(150);
    const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(planted.nearPairs.map(similarity))).toBeCloseTo(0.7, 2);
    expect(mean(planted.farPairs.map(similarity))).toBeCloseTo(0.54, 2);
  });

  it("fill each place once, and say which goals were planted together", () => {
    expect(planted.texts.filter((text) => text === "")).toEqual([]);
    for (const [first, second] of [...planted.nearPairs, ...planted.farPairs]) {
      expect(planted.origins[first]).toBe(planted.origins[second]);
      expect(planted.origins[first]).toBeGreaterThan(0);
    }
    expect([...planted.origins].filter((origin) => origin === 0)).toHaveLength(1_200);
  });
});
