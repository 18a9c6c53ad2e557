import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { planId } from "../../../functions/domain/ids.ts";
import type { PlanReview } from "../../../functions/domain/plans/plan.ts";
import type { PlanAssent } from "../../../functions/domain/plans/plan-assent.ts";
import { lastReview } from "../../../functions/metrics/plans/last-review.ts";
import { ALL_COLLECTED, NOTHING_COLLECTED } from "../../mandates/all-collected.ts";
import { documentOf, held, plan } from "../../mandates/clock-case.ts";
import { AS_OF, assessed, contextOn } from "../assessed-student.ts";

const UNDATED: PlanAssent = {
  ...{ role: "family", degree: "signature", isDesignee: false, isGoodFaithEffort: false },
  givenOn: null,
};

const signedOn = (givenOn: string, given: Partial<PlanAssent> = {}): PlanAssent => ({
  ...{ role: "family", degree: "signature", isDesignee: false, isGoodFaithEffort: false },
  givenOn: day(givenOn),
  ...given,
});

const lastOf = (
  reviews: readonly PlanReview[],
  assents: readonly PlanAssent[] | null,
  collected = ALL_COLLECTED,
  plans = [plan()],
) => {
  const { record } = assessed({ document: documentOf(reviews, plans), collected });
  return lastReview({ ...record, more: { ...record.more, assents } }, contextOn());
};

const REVIEWS = [held("2021-09-08", { review: "R1" }), held("2021-10-01", { review: "R2" })];
const LAST = { review: "R2", heldOn: "2021-10-01" };

describe("lastReview", () => {
  it.each([
    ["the day before the review", "2021-09-30", null],
    ["the day of the review", "2021-10-01", 0],
    ["the day after", "2021-10-02", 1],
    ["30 days after", "2021-10-31", 30],
    ["31 days after", "2021-11-01", 31],
    ["the date of the data", AS_OF, 56],
    ["the day after the date of the data", "2021-11-27", null],
  ])("signed on %s", (_name, givenOn, days) => {
    expect(lastOf(REVIEWS, [signedOn(givenOn)])).toEqual(
      days === null
        ? { kind: "waiting", ...LAST, days: 56 }
        : { kind: "signed", ...LAST, signedOn: givenOn, days, isFirst: true },
    );
  });

  it("takes the first signature, of the student or of the family", () => {
    const assents = [
      signedOn("2021-11-20"),
      signedOn("2021-10-09", { role: "student", degree: "approval" }),
      signedOn("2021-10-02", { role: "counselor" }),
      signedOn("2021-10-03", { degree: "participation" }),
      signedOn("2021-10-04", { isGoodFaithEffort: true }),
    ];
    expect(lastOf(REVIEWS, assents)).toMatchObject({ signedOn: "2021-10-09", days: 8 });
  });

  it("leaves out reviews of drafts, and those that are only scheduled", () => {
    const drafted = held("2021-11-10", { review: "R3", plan: planId("P2") });
    const drafts = [plan(), plan({ plan: planId("P2"), status: "draft" })];
    const scheduled = { ...held("2021-11-20", { review: "R4" }), state: "scheduled", heldOn: null };
    const given = [...REVIEWS, drafted, { ...scheduled, scheduledOn: day("2021-11-20") }] as const;
    expect(lastOf(given as readonly PlanReview[], [], ALL_COLLECTED, drafts)).toMatchObject(LAST);
    // Of an active plan the same review is the last.
    const active = [plan(), plan({ plan: planId("P2") })];
    expect(lastOf([...REVIEWS, drafted], [], ALL_COLLECTED, active)).toMatchObject({
      review: "R3",
    });
  });

  it("is null without a review this school year, and not recorded where nobody sends signatures", () => {
    expect(lastOf([], [signedOn("2021-10-05")])).toBeNull();
    expect(lastOf([held("2021-06-30")], [signedOn("2021-10-05")])).toBeNull();
    expect(lastOf([held("2021-07-01")], [])).toMatchObject({ heldOn: "2021-07-01" });
    expect(lastOf(REVIEWS, null)).toEqual({ kind: "not-recorded", ...LAST });
    expect(lastOf(REVIEWS, [], NOTHING_COLLECTED)).toEqual({ kind: "not-recorded", ...LAST });
  });

  it("is not recorded where a signature may have been given on any day", () => {
    expect(lastOf(REVIEWS, [UNDATED])).toEqual({ kind: "not-recorded", ...LAST });
    // One of before the review signs an earlier one.
    expect(lastOf(REVIEWS, [UNDATED, signedOn("2021-09-30")])).toMatchObject({
      kind: "not-recorded",
    });
    expect(lastOf(REVIEWS, [UNDATED, signedOn("2021-10-31")])).toMatchObject({
      ...{ kind: "signed", days: 30, isFirst: false },
    });
    for (const no of [{ role: "counselor" }, { isGoodFaithEffort: true }] as const) {
      expect(lastOf(REVIEWS, [{ ...UNDATED, ...no }])).toMatchObject({ kind: "waiting" });
    }
  });
});
