import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import type { MandateProfile } from "../../functions/mandates/rules/mandate-profile.ts";
import { requirementMet } from "../../functions/metrics/measures/requirement-met.ts";
import { reviewHeld } from "../../functions/metrics/measures/review-held.ts";
import { reviewTimeliness } from "../../functions/metrics/measures/review-timeliness.ts";
import { documentOf, held } from "../mandates/clock-case.ts";
import { AS_OF, assessed, contextOn, partOf } from "./assessed-student.ts";

const reviewed = (...on: readonly string[]) => documentOf(on.map((heldOn) => held(heldOn)));
const counts = (part: string) => reviewHeld.counted.includes(part);

describe("review-held", () => {
  it("has each review by its name, those of transitions among them, and nothing else", () => {
    const bars = reviewHeld.bars(effectivePractice, AS_OF);
    expect(bars.map(({ breakdown, group, statistic }) => [breakdown, group, statistic])).toEqual([
      ["requirement", "review-1", "statuses/review-1"],
      ["requirement", "review-2", "statuses/review-2"],
      ["requirement", "transition-6", "statuses/transition-6"],
      ["requirement", "transition-9", "statuses/transition-9"],
      ["requirement", "transition-12", "statuses/transition-12"],
    ]);
    expect(bars[0]?.groupName).toBe("First review of the year");
  });

  it("has no bar of a review whose text names no day", () => {
    const open: MandateProfile = {
      ...effectivePractice,
      requirements: effectivePractice.requirements.map((requirement) =>
        requirement.id === "review-2"
          ? { ...requirement, due: { kind: "open", words: "periodically" } }
          : requirement,
      ),
    };
    const groups = reviewHeld.bars(open, AS_OF).map(({ group }) => group);
    expect(groups).toEqual(["review-1", "transition-6", "transition-9", "transition-12"]);
  });

  it.each([
    ["on its due day", reviewed("2021-11-12"), "on-time", true],
    ["the day after its due day", reviewed("2021-11-13"), "held-late", true],
    ["after the as-of day", reviewed("2021-11-27"), "not-held", false],
    ["never", reviewed(), "not-held", false],
    ["never, for want of a plan", null, "no-plan", false],
  ] as const)("of a review held %s is %s", (_name, document, part, isCounted) => {
    expect(partOf(reviewHeld, assessed({ document }), "review-1")).toBe(part);
    expect(counts(part)).toBe(isCounted);
  });

  it("counts nobody whose review is not due or cannot be determined", () => {
    const early = day("2021-11-12");
    const waiting = assessed({ asOf: early });
    expect(partOf(reviewHeld, waiting, "review-1", contextOn(early))).toBe("not-due");
    const unknown = assessed({ hasCalendar: false });
    expect(partOf(reviewHeld, unknown, "review-1")).toBe("not-determinable");
    expect(["not-due", "not-determinable"].filter(counts)).toEqual([]);
  });

  it("keeps a review that was held late, which is not met and not on time", () => {
    const late = assessed({ document: reviewed("2021-11-20") });
    expect(counts(partOf(reviewHeld, late, "review-1"))).toBe(true);
    expect(requirementMet.counted).not.toContain(partOf(requirementMet, late, "review-1"));
    expect(reviewTimeliness.counted).not.toContain(partOf(reviewTimeliness, late));
  });
});
