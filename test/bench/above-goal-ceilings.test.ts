import { describe, expect, it } from "vitest";
import { GOAL_CEILINGS, MOST_GOALS } from "../../bench/ceilings.ts";
import { aboveGoalCeilings } from "../../bench/goals/above-goal-ceilings.ts";

const WITHIN = {
  goals: MOST_GOALS,
  seconds: GOAL_CEILINGS.mostSeconds,
  peakMiB: GOAL_CEILINGS.mostMiB,
  recall: GOAL_CEILINGS.leastRecall,
  falsePairs: 0,
};

describe("aboveGoalCeilings", () => {
  it("finds nothing at the ceilings", () => {
    expect(aboveGoalCeilings(WITHIN)).toEqual([]);
  });

  it.each([
    [{ seconds: 60.01 }, "seconds of 1,000,000 goals: 60.01, at most 60"],
    [{ peakMiB: 1_501 }, "the highest memory of 1,000,000 goals: 1501, at most 1500 MiB"],
    [{ recall: 0.94999 }, "recall of 1,000,000 goals: 0.94999, at least 0.95"],
    [{ falsePairs: 0.001 }, "false pairs of 1,000,000 goals: 0.001, less than 0.001"],
    [{ recall: NaN }, "recall of 1,000,000 goals: NaN, at least 0.95"],
  ])("names what is above: %j", (change, line) => {
    expect(aboveGoalCeilings({ ...WITHIN, ...change })).toEqual([line]);
  });

  it("leaves time and memory of more goals than the ceilings are for", () => {
    const more = { ...WITHIN, goals: MOST_GOALS + 1, seconds: 61, peakMiB: 2_000 };
    expect(aboveGoalCeilings(more)).toEqual([]);
    expect(aboveGoalCeilings({ ...more, recall: 0 })).toHaveLength(1);
  });
});
