import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { longDay } from "../../../functions/domain/calendar/long-day.ts";
import { planId } from "../../../functions/domain/ids.ts";
import { clockReview } from "../../../functions/mandates/assess/review-clock.ts";
import type { DueDays } from "../../../functions/mandates/assess/clocked-review.ts";
import { reviewFacts, type ReviewFacts } from "../../../functions/mandates/assess/review-facts.ts";
import type { ClockCase } from "../../../functions/mandates/clock/clock-case.ts";
import { dueFor, type DueFor } from "../../../functions/mandates/clock/due-for.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { isReview } from "../../../functions/mandates/rules/requirement.ts";
import { clockCase, documentOf, plan } from "../clock-case.ts";

/** The first review of the year of good practice, with a plan open and no review on record. */
function facts(asOf: string, given: Partial<ReviewFacts> = {}, student: ClockCase = clockCase({})) {
  const review1 = effectivePractice.requirements.find(({ id }) => id === "review-1")!;
  if (!isReview(review1)) throw new Error("expected a review");
  const dueOf = dueFor(effectivePractice, review1, student, day(asOf));
  return {
    ...reviewFacts(effectivePractice, review1, student, dueOf, day(asOf)),
    ...given,
  };
}
const heldOn = (on: string) => ({ review: "R1", heldOn: day(on) });
const due = (on: string, latest = on): DueDays => ({ on: day(on), latest: day(latest) });
const dueOf = (given: Partial<DueFor>): DueFor => ({ ...facts("2021-12-01").dueOf, ...given });

const WITHOUT_PLAN = clockCase({ document: null });
/** The plan that was open was closed in the year before. */
const CLOSED = documentOf(
  [],
  [plan({ plan: planId("P1"), status: "closed", closedOn: day("2021-09-20") })],
);

describe("clockReview, of a review that was held", () => {
  it.each([
    ["the day before the due day", "2021-11-11", "timely"],
    ["on the due day", "2021-11-12", "timely"],
    ["the day after it", "2021-11-13", "held-late"],
  ])("%s", (_when, on, status) => {
    const answer = clockReview(facts("2021-12-01"), heldOn(on), due("2021-11-12"));
    expect(answer).toMatchObject({ kind: "review", status, heldOn: on, daysLeft: null });
    expect(answer.evidence).toEqual([{ record: "review", name: "R1", on }]);
  });

  it.each([
    ["on the earlier of two readings of the text", "2021-11-12", "timely", "2021-11-12"],
    ["the day after the earlier", "2021-11-13", "not-determinable", "2021-11-12"],
    ["on the later", "2021-11-30", "not-determinable", "2021-11-12"],
    ["the day after the later", "2021-12-01", "held-late", "2021-11-30"],
  ])("%s", (_when, on, status, dueOn) => {
    const dueDays = due("2021-11-12", "2021-11-30");
    const answer = clockReview(facts("2021-12-15"), heldOn(on), dueDays);
    expect(answer).toMatchObject({ status, dueOn });
    expect(answer.because).toContain(longDay(day(dueOn)));
  });

  it("after the due day is not late where an earlier one may not be on record", () => {
    const mayBeUnrecorded = "It may have been held elsewhere.";
    expect(
      clockReview(
        facts("2021-12-01", { mayBeUnrecorded }),
        heldOn("2021-11-20"),
        due("2021-11-12"),
      ),
    ).toMatchObject({ status: "not-determinable", because: mayBeUnrecorded });
  });

  it("after the due day is not late in the school year of the first plan", () => {
    const late = (firstPlan: ReviewFacts["firstPlan"]) =>
      clockReview(facts("2021-12-01", { firstPlan }), heldOn("2021-11-20"), due("2021-11-12"))
        .status;
    expect([late("this"), late("unclear"), late("earlier")]).toEqual([
      ...["timely", "not-determinable", "held-late"],
    ]);
  });
});

describe("clockReview, of a review that was not held", () => {
  it.each([
    ["the day before the due day", "2021-11-11", "pending", 1],
    ["on the due day", "2021-11-12", "pending", 0],
    ["the day after it", "2021-11-13", "not-held", -1],
  ])("%s", (_when, asOf, status, daysLeft) => {
    expect(clockReview(facts(asOf), null, due("2021-11-12"))).toMatchObject({
      ...{ status, daysLeft, heldOn: null, evidence: [], dueOn: "2021-11-12" },
    });
  });

  it.each([
    ["the day after the earlier of two readings", "2021-11-13", "not-determinable", "2021-11-12"],
    ["on the later", "2021-11-30", "not-determinable", "2021-11-12"],
    ["the day after the later", "2021-12-01", "not-held", "2021-11-30"],
  ])("%s", (_when, asOf, status, dueOn) => {
    const answer = clockReview(facts(asOf), null, due("2021-11-12", "2021-11-30"));
    expect(answer).toMatchObject({ status, dueOn });
    expect(answer.because).toContain(longDay(day(dueOn)));
  });

  it("is pending where the due day lies in a school year to come", () => {
    const later = dueOf({
      due: { kind: "later", notBefore: day("2022-07-01"), notAfter: day("2023-06-30") },
    });
    expect(clockReview(facts("2021-12-01", { dueOf: later }), null, null)).toMatchObject({
      ...{ status: "pending", dueOn: null },
    });
  });

  it.each([
    ["the day before an entrant's grace ends", "2021-12-09", "not-yet-assessable"],
    ["on the day it ends", "2021-12-10", "not-held"],
  ])("%s", (_when, asOf, status) => {
    const original = { kind: "day", ...due("2021-11-12") } as const;
    const entrant = dueOf({ original, isEntrant: true, graceEndsOn: day("2021-12-10") });
    const dueDays = due("2021-11-20");
    expect(clockReview(facts(asOf, { dueOf: entrant }), null, dueDays).status).toBe(status);
  });

  it.each([
    ["on the due day of others", "2021-11-12", "not-held"],
    ["the day after it", "2021-11-13", "exempt"],
  ])("by a student who entered %s", (_when, entered, status) => {
    const student = clockCase({ enteredOn: day(entered) });
    const original = { kind: "day", ...due("2021-11-12") } as const;
    const given = {
      dueOf: dueOf({
        original,
        cameOn: day(entered),
        isEntrant: true,
        graceEndsOn: day("2021-12-01"),
      }),
    };
    const answer = clockReview(facts("2021-12-20", given, student), null, due("2021-12-01"));
    expect(answer.status).toBe(status);
  });

  it("says that the plan is missing where none is open and one was due", () => {
    const answer = clockReview(facts("2021-12-01", {}, WITHOUT_PLAN), null, due("2021-11-12"));
    // Good practice's plan is due by a convention, which convicts.
    expect(answer.status).toBe("plan-missing");
    const needsNone = facts("2021-12-01", { needsPlan: false }, WITHOUT_PLAN);
    expect(clockReview(needsNone, null, due("2021-11-12")).status).toBe("not-held");
  });

  it("is not late before a plan is due, unless a plan was made and closed", () => {
    const early = clockReview(facts("2021-10-01", {}, WITHOUT_PLAN), null, due("2021-09-20"));
    expect(early).toMatchObject({ status: "pending", dueOn: null });
    const student = clockCase({ document: CLOSED });
    const closed = clockReview(facts("2021-10-01", {}, student), null, due("2021-09-20"));
    expect(closed).toMatchObject({ status: "not-held", dueOn: "2021-09-20" });
  });

  it("waits for the next school year while the first plan is still to be made", () => {
    const given = { startsNextYear: true, firstPlan: "none" } as const;
    const answer = clockReview(facts("2021-12-01", given, WITHOUT_PLAN), null, due("2021-11-12"));
    expect(answer).toMatchObject({ status: "pending", dueOn: null });
  });
});

describe("clockReview, without a due day", () => {
  it("is timely once held, and undetermined until then", () => {
    const given = { dueOf: dueOf({ due: { kind: "open", because: "No due date is named." } }) };
    const answer = (on: string | null) =>
      clockReview(facts("2021-12-01", given), on === null ? null : heldOn(on), null).status;
    expect([answer("2021-11-20"), answer(null)]).toEqual(["timely", "not-determinable"]);
  });

  it.each([
    ["by the day of ordinary progress", "2021-06-30", "timely"],
    ["the day after it", "2021-07-01", "not-determinable"],
  ])("of an earlier school year, held %s", (_when, on, status) => {
    const past = { kind: "past", before: day("2021-07-01"), about: day("2021-06-30") } as const;
    const given = { dueOf: dueOf({ due: past }) };
    expect(clockReview(facts("2021-12-01", given), heldOn(on), null).status).toBe(status);
  });

  it("is not assessable without a calendar, and undetermined without another record", () => {
    const student = clockCase({ calendar: { ...clockCase({}).calendar, instructionalDays: [] } });
    const answer = clockReview(facts("2021-12-01", {}, student), null, null);
    expect(answer).toMatchObject({ status: "not-yet-assessable", dueOn: null });
    const given = { dueOf: dueOf({ due: { kind: "unknown", because: "No day of birth." } }) };
    expect(clockReview(facts("2021-12-01", given), null, null)).toMatchObject({
      ...{ kind: "standing", status: "not-determinable", because: "No day of birth." },
      window: { opensOn: null, heldOn: null },
    });
  });

  it("says when a review was held of which only the due day is unknown", () => {
    const given = { dueOf: dueOf({ due: { kind: "unknown", because: "No day of birth." } }) };
    expect(clockReview(facts("2021-12-01", given), heldOn("2021-10-04"), null)).toMatchObject({
      ...{ kind: "standing", status: "not-determinable" },
      window: { heldOn: "2021-10-04" },
    });
  });
});
