import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { REVIEW_PARTS, STANDING_PARTS } from "../../../functions/domain/figures/parts.ts";
import type { RequirementAnswer } from "../../../functions/mandates/clock/answer.ts";
import {
  allReviews,
  allStandings,
  REVIEW_AFTER_DUE,
  reviewPart,
  STANDING_AFTER_DUE,
  standingInReviews,
} from "../../../functions/metrics/questions/requirement-answers.ts";
import { review, standing } from "../given-answer.ts";

const DUE = day("2021-11-12");

/** An answer that is in each part of the bar of reviews. */
const IN_PART = {
  "on-time": review("timely"),
  "held-late": review("held-late"),
  "not-held": review("not-held"),
  "no-plan": review("plan-missing"),
  "not-determinable": review("not-yet-assessable"),
  "not-due": review("pending"),
} as const;
type Part = keyof typeof IN_PART;

describe("reviewPart", () => {
  it.each([
    ["timely", null, "on-time"],
    ["held-late", null, "held-late"],
    ["not-held", null, "not-held"],
    ["plan-missing", null, "no-plan"],
    ["pending", null, "not-due"],
    ["exempt", null, "not-due"],
    ["not-yet-assessable", DUE, "not-due"],
    ["not-yet-assessable", null, "not-determinable"],
  ] as const)("puts a review that is %s, due on %s, in %s", (status, dueOn, part) => {
    expect(reviewPart(review(status, dueOn))).toBe(part);
  });

  it.each([
    ["met", "on-time"],
    ["not-met", "not-held"],
    ["not-determinable", "not-determinable"],
    ["not-applicable", "not-due"],
  ] as const)("puts a review that something else shows as %s in %s", (status, part) => {
    expect(reviewPart(standing(status))).toBe(part);
  });
});

describe("allReviews", () => {
  const of = (...parts: readonly Part[]) => allReviews(parts.map((part) => IN_PART[part]));
  const ORDER = [
    "no-plan",
    "not-held",
    "not-determinable",
    "held-late",
    "on-time",
    "not-due",
  ] as const;

  it.each(
    ORDER.flatMap((first, index) => ORDER.slice(index).map((other) => [first, other] as const)),
  )("puts a student with %s and %s in the first of them", (first, other) => {
    expect(of(first, other)).toBe(first);
    expect(of(other, first)).toBe(first);
  });

  it("is not due for a student under no review", () => {
    expect(of()).toBe("not-due");
  });
});

describe("allStandings", () => {
  const of = (...answers: readonly RequirementAnswer[]) => allStandings(answers);
  const ORDER = ["not-met", "not-determinable", "met", "not-applicable"] as const;

  it.each(
    ORDER.flatMap((first, index) => ORDER.slice(index).map((other) => [first, other] as const)),
  )("puts a student with %s and %s in the first of them", (first, other) => {
    expect(of(standing(first), standing(other))).toBe(first);
    expect(of(standing(other), standing(first))).toBe(first);
  });

  it("takes reviews by their standing", () => {
    expect(of(review("timely"), standing("met"))).toBe("met");
    expect(of(review("held-late"), standing("met"))).toBe("not-met");
    expect(of(review("pending"), standing("met"))).toBe("met");
  });

  it("does not apply to a student of whom nothing is asked", () => {
    expect(of()).toBe("not-applicable");
  });
});

describe("the standings as parts of the bar of reviews", () => {
  it("have each part of a review in one standing", () => {
    expect(
      STANDING_PARTS.map(({ id }) => standingInReviews(id))
        .flat()
        .sort(),
    ).toEqual(REVIEW_PARTS.map(({ id }) => id).sort());
  });

  it("say of any answers what the standings say of them", () => {
    const answers = fc.constantFrom<RequirementAnswer>(
      ...Object.values(IN_PART),
      review("not-yet-assessable", DUE),
      review("exempt"),
      ...STANDING_PARTS.map(({ id }) => standing(id)),
    );
    fc.assert(
      fc.property(answers, (answer) => {
        expect(standingInReviews(allStandings([answer]))).toContain(reviewPart(answer));
      }),
    );
  });

  it("are neighbors, so that their share is the band of one part after another", () => {
    const order: readonly string[] = REVIEW_PARTS.map(({ id }) => id);
    for (const parts of STANDING_PARTS.map(({ id }) => standingInReviews(id))) {
      const places = parts.map((part) => order.indexOf(part));
      expect(places).toEqual(places.map((_, index) => places[0]! + index));
    }
  });
});

describe("standingInReviews", () => {
  it("knows no other standing", () => {
    expect(() => standingInReviews("mett")).toThrow("no requirement has the standing mett");
  });
});

describe("the parts that nobody can be in before something is due", () => {
  it("are held late and not held, and not met", () => {
    expect(REVIEW_AFTER_DUE).toEqual(["held-late", "not-held"]);
    expect(STANDING_AFTER_DUE).toEqual(["not-met"]);
  });
});
