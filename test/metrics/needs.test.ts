import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/day.ts";
import type { Evidence } from "../../functions/mandates/answer.ts";
import { needOf, needOfStanding } from "../../functions/metrics/needs.ts";
import { review, standing } from "./given-answer.ts";

const AS_OF = day("2021-10-13");
const evidence: readonly Evidence[] = [{ record: "plan", name: "P1", on: day("2021-09-10") }];

describe("needOf", () => {
  it.each([
    ["plan-missing", "no-plan"],
    ["not-held", "overdue"],
    ["timely", null],
    ["held-late", null],
    ["exempt", null],
    ["not-yet-assessable", null],
  ] as const)("is of a review that is %s: %s", (status, need) => {
    expect(needOf(review(status, day("2021-10-20")), AS_OF)).toBe(need);
  });

  it.each([
    ["2021-10-13", "due-soon"],
    ["2021-11-12", "due-soon"],
    ["2021-11-13", null],
  ] as const)("is due soon within 30 days: due on %s it is %s", (dueOn, need) => {
    expect(needOf(review("pending", day(dueOn)), AS_OF)).toBe(need);
  });

  it.each([
    ["2021-11-11", "due-soon"],
    ["2021-11-12", "due-soon"],
    ["2021-11-13", null],
  ] as const)(
    "is due soon only where its window opens by then: on %s it is %s",
    (opensOn, need) => {
      const pending = review("pending", day("2021-11-12"), { opensOn: day(opensOn) });
      expect(needOf(pending, AS_OF)).toBe(need);
    },
  );

  it("is none of a review whose day nobody knows", () => {
    expect(needOf(review("pending"), AS_OF)).toBeNull();
  });
});

describe("needOfStanding", () => {
  it("is overdue while nothing is recorded, and none once it was done too late", () => {
    expect(needOfStanding(standing("not-met"), AS_OF)).toBe("overdue");
    expect(needOfStanding(standing("not-met", { evidence }), AS_OF)).toBeNull();
  });

  it.each(["met", "not-determinable"] as const)("is none of what is %s", (status) => {
    expect(needOfStanding(standing(status), AS_OF)).toBeNull();
  });

  it.each([
    ["2021-10-12", -1, null],
    ["2021-10-13", 0, "due-soon"],
    ["2021-11-12", 30, "due-soon"],
    ["2021-11-13", 31, null],
  ] as const)(
    "is due soon within 30 days: due on %s, %d days left, it is %s",
    (on, daysLeft, need) => {
      const pending = standing("not-applicable", { dueOn: day(on), daysLeft });
      expect(needOfStanding(pending, AS_OF)).toBe(need);
    },
  );

  it("is none of what is done already, does not apply, or is due on no known day", () => {
    const dueOn = day("2021-10-20");
    expect(needOfStanding(standing("not-applicable"), AS_OF)).toBeNull();
    const done = standing("not-applicable", { dueOn, daysLeft: 7, evidence });
    expect(needOfStanding(done, AS_OF)).toBeNull();
    expect(needOfStanding(standing("not-applicable", { dueOn }), AS_OF)).toBeNull();
  });
});
