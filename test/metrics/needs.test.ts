import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/day.ts";
import type { Evidence, RequirementAnswer } from "../../functions/mandates/answer.ts";
import { needOf } from "../../functions/metrics/needs.ts";
import { review, standing } from "./given-answer.ts";

const AS_OF = day("2021-10-13");
const evidence: readonly Evidence[] = [{ record: "plan", name: "P1", on: day("2021-09-10") }];

/** What a student waits for who has this answer and no other. */
const need = (answer: RequirementAnswer) => needOf(answer, [answer], AS_OF);

describe("what a student waits for under a review", () => {
  it.each([
    ["plan-missing", "no-plan"],
    ["not-held", "overdue"],
    ["timely", null],
    ["held-late", null],
    ["exempt", null],
    ["not-yet-assessable", null],
  ] as const)("is of a review that is %s: %s", (status, expected) => {
    expect(need(review(status, day("2021-10-20")))).toBe(expected);
  });

  it.each([
    ["2021-10-13", "due-soon"],
    ["2021-11-12", "due-soon"],
    ["2021-11-13", null],
  ] as const)("is due soon within 30 days: due on %s it is %s", (dueOn, expected) => {
    expect(need(review("pending", day(dueOn)))).toBe(expected);
  });

  it.each([
    ["2021-11-11", "due-soon"],
    ["2021-11-12", "due-soon"],
    ["2021-11-13", null],
  ] as const)(
    "is due soon only where its window opens by then: on %s it is %s",
    (opensOn, expected) => {
      const pending = review("pending", day("2021-11-12"), { opensOn: day(opensOn) });
      expect(need(pending)).toBe(expected);
    },
  );

  it("is none of a review whose day nobody knows", () => {
    expect(need(review("pending"))).toBeNull();
  });
});

describe("what a student waits for under a requirement that is no review", () => {
  it("is overdue while nothing is recorded, and none once it was done too late", () => {
    expect(need(standing("not-met"))).toBe("overdue");
    expect(need(standing("not-met", { evidence }))).toBeNull();
  });

  it.each(["met", "not-determinable"] as const)("is none of what is %s", (status) => {
    expect(need(standing(status))).toBeNull();
  });

  it.each([
    ["2021-10-12", -1, null],
    ["2021-10-13", 0, "due-soon"],
    ["2021-11-12", 30, "due-soon"],
    ["2021-11-13", 31, null],
  ] as const)(
    "is due soon within 30 days: due on %s, %d days left, it is %s",
    (on, daysLeft, expected) => {
      const pending = standing("not-applicable", { dueOn: day(on), daysLeft });
      expect(need(pending)).toBe(expected);
    },
  );

  it("is none of what is done already, does not apply, or is due on no known day", () => {
    const dueOn = day("2021-10-20");
    expect(need(standing("not-applicable"))).toBeNull();
    const done = standing("not-applicable", { dueOn, daysLeft: 7, evidence });
    expect(need(done)).toBeNull();
    expect(need(standing("not-applicable", { dueOn }))).toBeNull();
  });

  it("is none while the plan itself is missing: its content comes after it", () => {
    const content = standing("not-met");
    const missing = review("plan-missing");
    expect(needOf(content, [missing, content], AS_OF)).toBeNull();
    expect(needOf(missing, [missing, content], AS_OF)).toBe("no-plan");
    expect(needOf(content, [review("not-held"), content], AS_OF)).toBe("overdue");
  });
});
