import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import type { Goal, GoalText } from "../../functions/domain/plans/plan.ts";
import { goalIndividuality } from "../../functions/metrics/measures/goal-individuality.ts";
import { assessed, AS_OF, goal, partOf, withGoals } from "./assessed-student.ts";

const own = { textKind: "eligible", sharedText: null, sharedSince: null } as const;
const shared = (since: string | null): GoalText => ({
  ...{ textKind: "eligible", sharedText: "ask the nurse how <who> became one" },
  sharedSince: since === null ? null : day(since),
});
const short = { textKind: "too-short" } as const;

const answer = (...goals: readonly (GoalText & Partial<Goal>)[]): string =>
  partOf(
    goalIndividuality,
    assessed({
      document: withGoals(goals.map((given) => ({ ...goal("career"), ...given }))),
    }),
    "all",
  );

describe("goal-individuality", () => {
  it("is own with a goal that fewer than three students have", () => {
    expect(answer(own, shared(null))).toBe("own");
    expect(answer(shared(null), shared(AS_OF))).toBe("shared");
  });

  it("is shared from the day on which the third student had the text", () => {
    expect(AS_OF).toBe("2021-11-26");
    expect(answer(shared("2021-11-25"))).toBe("shared");
    expect(answer(shared("2021-11-26"))).toBe("shared");
    expect(answer(shared("2021-11-27"))).toBe("own");
    expect(answer(shared(null))).toBe("shared");
  });

  it("has no goal to compare without a plan, or where no goal is compared", () => {
    expect(partOf(goalIndividuality, assessed({ document: null }), "all")).toBe("no-eligible-goal");
    expect(answer()).toBe("no-eligible-goal");
    expect(answer(short, { textKind: "mandated" })).toBe("no-eligible-goal");
    expect(answer({})).toBe("no-eligible-goal");
    expect(answer({ ...own, status: "discontinued" })).toBe("no-eligible-goal");
    expect(answer(short, own)).toBe("own");
  });

  it("does not count a goal before the day it was set", () => {
    expect(answer({ ...own, setOn: day("2021-11-26") })).toBe("own");
    expect(answer({ ...own, setOn: day("2021-11-27") })).toBe("no-eligible-goal");
  });
});
