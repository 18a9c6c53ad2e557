import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { planId } from "../../../functions/domain/ids.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import type { Goal, Plan, PlanDocument } from "../../../functions/domain/plans/plan.ts";
import { assess } from "../../../functions/mandates/assess/assess.ts";
import { NO_MORE_RECORDS } from "../../../functions/mandates/clock/clock-case.ts";
import { MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { clockCase, documentOf, held, plan, wholeCalendar } from "../clock-case.ts";

/** After the plan, the first review (November 12, 2021) and the goals were due; the second is due on January 7, 2022. */
const AS_OF = day("2021-12-01");
const UNDATED = held("2021-10-01", { review: "undated", heldOn: null });

const answersOf = (document: PlanDocument | null, earlier: readonly PlanDocument[] = []) => {
  const student = clockCase({ document, more: { ...NO_MORE_RECORDS, earlier } });
  return (id: string, asOf = AS_OF) => {
    const answers = assess(effectivePractice, student, asOf);
    return answers.find(({ requirement }) => requirement.id === id)!;
  };
};

describe("a review that was held on an unknown day", () => {
  const answer = answersOf(documentOf([UNDATED]));

  it("may be the one that was due", () => {
    expect(answer("review-1")).toMatchObject({
      status: "not-determinable",
      because: "A review is on record as held without a date that can be used.",
    });
    expect(answer("participation", day("2022-01-10")).status).toBe("not-determinable");
  });

  it("is one review, and not two", () => {
    expect(answer("review-2", day("2022-01-10")).status).toBe("not-held");
  });

  it("is not said to be missing before it is due", () => {
    expect(answer("review-1", day("2021-11-01"))).toMatchObject({
      status: "pending",
      because: expect.stringMatching(/^No review that counts here/) as string,
    });
  });

  it("may have come before a late one, and does not outweigh one on time", () => {
    const late = answersOf(documentOf([UNDATED, held("2021-11-20")]));
    expect(late("review-1").status).toBe("not-determinable");
    const onTime = answersOf(documentOf([UNDATED, held("2021-11-12")]));
    expect(onTime("review-1").status).toBe("timely");
  });

  it("is none of a draft", () => {
    const draft = answersOf(documentOf([UNDATED], [plan({ status: "draft" })]));
    expect(draft("review-1").status).toBe("plan-missing");
  });
});

describe("a review whose record says that it was not held, and on which day it was", () => {
  const inDoubt = (state: "scheduled" | "missed", on: string) =>
    held(on, { review: "in doubt", state, scheduledOn: day(on) });

  it.each(["scheduled", "missed"] as const)("may be the one that was due, if %s", (state) => {
    const answer = answersOf(documentOf([inDoubt(state, "2021-10-01")]));
    expect(answer("review-1")).toMatchObject({
      status: "not-determinable",
      because: "A review is on record with a date on which it was held, and as not held.",
    });
    expect(answer("review-1", day("2021-11-12")).status).toBe("pending");
    expect(answer("participation", day("2022-01-10")).status).toBe("not-determinable");
    expect(answer("review-2", day("2022-01-10")).status).toBe("not-held");
    const without = { ...inDoubt(state, "2021-10-01"), heldOn: null };
    expect(answersOf(documentOf([without]))("review-1").status).toBe("not-held");
  });

  it.each([
    ["the day after the date of the data", "2021-12-02", "not-held"],
    ["the date of the data", "2021-12-01", "not-determinable"],
    ["the first day of the school year", "2021-07-01", "not-determinable"],
    ["the last day of the school year before", "2021-06-30", "not-held"],
  ])("counts like a review of its day: %s", (_when, on, status) => {
    expect(answersOf(documentOf([inDoubt("missed", on)]))("review-1").status).toBe(status);
  });

  it("may have come before a late one, and does not outweigh one on time", () => {
    const late = answersOf(documentOf([inDoubt("missed", "2021-10-01"), held("2021-11-20")]));
    expect(late("review-1").status).toBe("not-determinable");
    const onTime = answersOf(documentOf([inDoubt("missed", "2021-10-01"), held("2021-11-12")]));
    expect(onTime("review-1").status).toBe("timely");
  });
});

describe("a review that may have been held, under a rule that counts more than the reviews of a year", () => {
  const year = (earlier: number) => schoolYear(2022 - earlier);
  const of = (
    earlier: number,
    reviews: PlanDocument["reviews"],
    planType: Plan["planType"],
    closedOn: string | null = null,
  ) => ({
    ...documentOf(reviews, [
      plan({
        ...{ planType, schoolYear: year(earlier), openedOn: day(`${2021 - earlier}-09-10`) },
        closedOn: closedOn === null ? null : day(closedOn),
      }),
    ]),
    schoolYear: year(earlier),
  });
  const answer = (
    id: string,
    requirement: string,
    more: { readonly document: PlanDocument | null; readonly earlier?: readonly PlanDocument[] },
  ) => {
    const gradeYears = (["06", "07", "08"] as const).map((grade, index) => ({
      ...{ grade, schoolYear: year(2 - index) },
    }));
    const student = clockCase({
      ...{ grade: "08", document: more.document, calendar: wholeCalendar },
      more: { ...NO_MORE_RECORDS, gradeYears, earlier: more.earlier ?? [] },
    });
    const mandate = MANDATES.find((profile) => profile.id === id)!;
    const answers = assess(mandate, student, day("2022-06-30"));
    return answers.find((given) => given.requirement.id === requirement)!;
  };

  it.each([
    ["before the band, closed by its first day", 2, "2020-07-01", false],
    ["before the band, closed a day later", 2, "2020-07-02", true],
    ["before the band, still open", 2, null, true],
    ["of the band", 1, null, true],
    ["of this year", 0, null, true],
  ])("may be of a band of grades: of the school year %s", (_when, earlier, closedOn, mayBe) => {
    const undated = of(earlier, [{ ...UNDATED, meeting: "individual" }], "PCCR", closedOn);
    const documents =
      earlier === 0 ? { document: undated } : { document: of(0, [], "PCCR"), earlier: [undated] };
    const { because } = answer("UT", "individual-conference-7-8", documents);
    expect(because.includes("without a date that can be used")).toBe(mayBe);
  });

  it("is of any plan if the rule has no plan document", () => {
    const { because } = answer("NY", "annual-review", { document: of(0, [UNDATED], "other") });
    expect(because).toContain("without a date that can be used");
  });
});

describe("a review without a day of a plan that was carried on", () => {
  const before = plan({
    ...{ plan: planId("OLD"), schoolYear: schoolYear(2021), openedOn: day("2020-09-10") },
  });
  const last = {
    ...documentOf([{ ...UNDATED, plan: planId("OLD") }], [before]),
    schoolYear: schoolYear(2021),
  };

  it.each([
    ["no plan of this year", null, "not-determinable"],
    ["a plan opened in the fall", "2021-09-10", "not-determinable"],
    ["a plan opened before the year", "2021-07-01", "not-held"],
  ])("may have been held before the next one was opened: %s", (_when, openedOn, status) => {
    const own = openedOn === null ? null : documentOf([], [plan({ openedOn: day(openedOn) })]);
    expect(answersOf(own, [last])("review-1").status).toBe(status);
  });
});

describe("several plans that are open", () => {
  const later = plan({ plan: planId("P2"), openedOn: day("2021-11-20") });

  it.each([
    ["the one opened first", plan(), "P1", "2021-09-06"],
    ["not one that was closed", plan({ closedOn: AS_OF }), "P2", "2021-11-20"],
    ["one that closes the day after", plan({ closedOn: day("2021-12-02") }), "P1", "2021-09-06"],
  ])("are named by %s", (_which, first, name, on) => {
    for (const plans of [
      [first, later],
      [later, first],
    ]) {
      expect(answersOf(documentOf([], plans))("plan")).toMatchObject({
        status: "met",
        evidence: [{ record: "plan", name, on }],
      });
    }
  });
});

describe("a plan that was closed on an unknown day", () => {
  const closed = plan({ status: "closed" });

  it("may be open in its own school year, and its reviews and goals count", () => {
    const answer = answersOf(documentOf([held("2021-10-01")], [closed]));
    expect(answer("plan")).toMatchObject({
      status: "not-determinable",
      because:
        "A plan of the school year was closed, and no record says when. It was due on October 8, 2021.",
    });
    expect(answer("review-1").status).toBe("timely");
  });

  it("does not make a missing review a missing plan", () => {
    expect(answersOf(documentOf([], [closed]))("review-1").status).toBe("not-held");
  });

  it("is not open in the next school year", () => {
    const year = schoolYear(2021);
    const lastYears = plan({ ...closed, schoolYear: year, openedOn: day("2020-09-10") });
    const earlier = { ...documentOf([], [lastYears]), schoolYear: year };
    expect(answersOf(null, [earlier])("plan").status).toBe("not-met");
  });
});

describe("a plan of an earlier school year that is open", () => {
  const year = schoolYear(2021);
  const goals = (["academic", "career", "personal"] as const).map((domain): Goal => ({
    ...{ goal: domain, plan: planId("OLD"), domain, description: "", measurement: "" },
    ...{ setOn: day("2020-10-01"), targetOn: null, status: "in-progress", statusOn: null },
  }));
  const last = (given: object) => ({
    ...documentOf(
      [],
      [plan({ plan: planId("OLD"), schoolYear: year, openedOn: day("2020-09-10"), ...given })],
    ),
    ...{ schoolYear: year, goals },
  });

  it("is carried on with its goals, from the first day of this one", () => {
    expect(answersOf(null, [last({})])("goal-domains")).toMatchObject({
      status: "met",
      because: "It was done on July 1, 2021, by the due date, November 12, 2021.",
    });
  });

  it("is not where the student has a plan of this one", () => {
    expect(answersOf(documentOf([]), [last({})])("goal-domains").status).toBe("not-met");
  });

  it.each([
    ["2021-11-12", "not-met"],
    ["2021-11-13", "met"],
  ])("was by the due date where the plan of this one was opened on %s: %s", (on, status) => {
    const own = documentOf([], [plan({ openedOn: day(on) })]);
    const closed = last({ status: "closed", closedOn: day("2021-11-13") });
    expect(answersOf(own, [last({})])("goal-domains").status).toBe(status);
    expect(answersOf(own, [closed])("goal-domains").status).toBe(status);
  });

  it("is not once it is closed", () => {
    const closed = last({ status: "closed", closedOn: day("2021-06-10") });
    expect(answersOf(null, [closed])("goal-domains")).toMatchObject({
      status: "not-met",
      because: expect.stringMatching(
        /^No plan of this school year is on record, nor any academic goal of it\./,
      ) as string,
    });
  });
});
