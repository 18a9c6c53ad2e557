import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import { requirementMet } from "../../functions/metrics/measures/requirement-met.ts";
import { requirementsMet } from "../../functions/metrics/measures/requirements-met.ts";
import { reviewTimeliness } from "../../functions/metrics/measures/review-timeliness.ts";
import { documentOf, held } from "../mandates/clock-case.ts";
import {
  allGoals,
  AS_OF,
  assessed,
  contextOn,
  exempt,
  partOf,
  withGoals,
} from "./assessed-student.ts";

/** Each measure with each of its bars and the question it is read from. */

describe("requirement-met", () => {
  it("has each requirement by its name", () => {
    const bars = requirementMet.bars(effectivePractice, AS_OF);
    expect(bars.map(({ group, groupName }) => [group, groupName])).toEqual(
      effectivePractice.requirements.map(({ id, name }) => [id, name]),
    );
  });

  it("keeps what is met when another requirement comes due", () => {
    const student = (asOf: string) => {
      const on = day(asOf);
      const document = { ...withGoals(allGoals), reviews: [held("2021-11-01")] };
      const student = assessed({ document, asOf: on });
      return [
        partOf(requirementMet, student, "review-1", contextOn(on)),
        partOf(reviewTimeliness, student, "all", contextOn(on)),
      ];
    };
    // The second review is due on January 7, 2022.
    expect(student("2022-01-07")).toEqual(["met", "on-time"]);
    expect(student("2022-01-08")).toEqual(["met", "not-held"]);
  });
});

describe("requirements-met", () => {
  const document = { ...withGoals(allGoals), reviews: [held("2021-11-01")] };

  it.each([
    ["met where all that is due is met", assessed({ document }), "met"],
    ["not met where one is missed", assessed({ document: withGoals(allGoals) }), "not-met"],
    ["not met where a transition is missed", assessed({ grade: "06", document }), "not-met"],
    ["not met without a plan", assessed({ document: null }), "not-met"],
    [
      "not applicable before anything is due",
      assessed({ document: null, asOf: day("2021-09-20") }),
      "not-applicable",
    ],
    [
      "met by an open plan alone while nothing else is due",
      assessed({ asOf: day("2021-09-20") }),
      "met",
    ],
    [
      "not applicable to who is exempt",
      assessed({ exemptions: [exempt("all")] }),
      "not-applicable",
    ],
    [
      "not to be determined without a calendar",
      assessed({ document, hasCalendar: false }),
      "not-determinable",
    ],
  ])("is %s", (_name, student, part) => {
    expect(partOf(requirementsMet, student)).toBe(part);
  });
});

describe("review-timeliness", () => {
  it.each([
    ["on time where it is held by the due day", ["2021-11-12"], "on-time"],
    ["late where it is held the day after", ["2021-11-13"], "held-late"],
    ["not held where it is overdue", [], "not-held"],
  ] as const)("is %s", (_name, on, part) => {
    const document = documentOf(on.map((heldOn) => held(heldOn)));
    expect(partOf(reviewTimeliness, assessed({ document }))).toBe(part);
  });

  it.each([
    ["2021-11-12", "not-due"],
    ["2021-11-13", "not-held"],
  ] as const)("of who has had no review is, on %s, %s", (asOf, part) => {
    const student = assessed({ asOf: day(asOf) });
    expect(partOf(reviewTimeliness, student, "all", contextOn(day(asOf)))).toBe(part);
  });

  it("is no plan, exempt, or not to be determined without a calendar", () => {
    expect(partOf(reviewTimeliness, assessed({ document: null }))).toBe("no-plan");
    expect(partOf(reviewTimeliness, assessed({ exemptions: [exempt("all")] }))).toBe("not-due");
    const unknown = assessed({ hasCalendar: false });
    expect(partOf(reviewTimeliness, unknown)).toBe("not-determinable");
  });

  it("counts only who kept every due review: a transition missed is a review missed", () => {
    const document = documentOf([held("2021-11-01")]);
    expect(partOf(reviewTimeliness, assessed({ grade: "07", document }))).toBe("on-time");
    expect(partOf(reviewTimeliness, assessed({ grade: "06", document }))).toBe("held-late");
  });
});
