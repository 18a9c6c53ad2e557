// Longer than most: every status of the one interpreter, with the days that make it so, belongs together.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, daysBetween, type Day } from "../../../functions/domain/calendar/day.ts";
import { planId, schoolId } from "../../../functions/domain/ids.ts";
import type { PlanReview } from "../../../functions/domain/plans/plan.ts";
import { REVIEW_STATUSES } from "../../../functions/domain/plans/review-status.ts";
import { reviewAnswers } from "../../../functions/mandates/clock/answer.ts";
import { assess as assessAll } from "../../../functions/mandates/assess/assess.ts";
import { NO_MORE_RECORDS, type ClockCase } from "../../../functions/mandates/clock/clock-case.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import type { MandateProfile } from "../../../functions/mandates/rules/mandate-profile.ts";
import { heldReviews } from "../../../functions/mandates/evidence/plan-records.ts";
import { ALL_COLLECTED } from "../all-collected.ts";
import { calendar, clockCase, documentOf, held, plan } from "../clock-case.ts";

/** The answers for reviews: what good practice asks beyond them has tests of its own. */
const assess = (mandate: MandateProfile, student: ClockCase, asOf: Day) =>
  reviewAnswers(assessAll(mandate, student, asOf));

const answers = (student: ClockCase, asOf: string) => assess(effectivePractice, student, day(asOf));

const statuses = (student: ClockCase, asOf: string) =>
  Object.fromEntries(
    answers(student, asOf).map(({ requirement, status }) => [requirement.id, status]),
  );

const reviewed = (...on: readonly string[]) =>
  clockCase({ document: documentOf(on.map((heldOn) => held(heldOn))) });

describe("assess", () => {
  it("gives an answer for each requirement that speaks of the grade", () => {
    const ids = (grade: "06" | "07" | "08" | "12") =>
      Object.keys(statuses(clockCase({ grade }), "2021-10-01"));
    expect(ids("06")).toEqual(["review-1", "review-2", "transition-6"]);
    expect(ids("07")).toEqual(["review-1", "review-2"]);
    expect(ids("08")).toEqual(["review-1", "review-2", "transition-9"]);
    expect(ids("12")).toEqual(["review-1", "review-2", "transition-12"]);
  });

  it("asks nothing below grade 6, nor of a student without a grade", () => {
    expect(answers(clockCase({ grade: "05" }), "2021-10-01")).toEqual([]);
    expect(answers(clockCase({ grade: null }), "2021-10-01")).toEqual([]);
  });

  it.each([
    ["all of whom are asked", ["student", "family", "counselor"], "met"],
    ["without family", ["student", "counselor"], "not-met"],
    [
      "without family, and somebody whose word is not listed",
      ["student", "counselor", "unlisted"],
      "not-determinable",
    ],
    [
      "with family and somebody whose word is not listed",
      ["student", "family", "counselor", "unlisted"],
      "met",
    ],
  ] as const)("of taking part, by a review %s", (_fact, participants, status) => {
    const document = documentOf([held("2021-10-05", { participants })]);
    const more = { ...NO_MORE_RECORDS, assents: [], collected: ALL_COLLECTED };
    const answers = assessAll(effectivePractice, clockCase({ document, more }), day("2022-05-31"));
    const answer = answers.find(({ requirement }) => requirement.id === "participation");
    expect(answer).toMatchObject({ status });
  });

  describe("the first review, due on the 50th of 100 days", () => {
    const first = (student: ClockCase, asOf: string) => statuses(student, asOf)["review-1"];

    it("is due on 2021-11-12", () => {
      expect(answers(clockCase({}), "2021-10-01")[0]).toMatchObject({
        dueOn: "2021-11-12",
        daysLeft: 42,
        heldOn: null,
        opensOn: null,
      });
    });

    it("is pending up to the due day, and not held from the next", () => {
      expect(first(clockCase({}), "2021-11-12")).toBe("pending");
      expect(first(clockCase({}), "2021-11-13")).toBe("not-held");
      expect(answers(clockCase({}), "2021-11-13")[0]?.daysLeft).toBe(-1);
    });

    it("is timely on the due day, and held late on the next", () => {
      expect(first(reviewed("2021-11-12"), "2022-01-10")).toBe("timely");
      expect(first(reviewed("2021-11-13"), "2022-01-10")).toBe("held-late");
    });

    it("does not count a review held in an earlier school year", () => {
      expect(first(reviewed("2019-05-01"), "2022-01-10")).toBe("not-held");
    });

    it("does not see a review held after the date of the data", () => {
      expect(first(reviewed("2021-10-05"), "2021-10-04")).toBe("pending");
      expect(first(reviewed("2021-10-05"), "2021-10-05")).toBe("timely");
    });

    it("takes no review that is scheduled or missed for one that was held", () => {
      const document = documentOf([
        held("2021-10-05", { state: "scheduled", scheduledOn: day("2021-10-05"), heldOn: null }),
        held("2021-10-06", { state: "missed", scheduledOn: day("2021-10-06"), heldOn: null }),
      ]);
      expect(first(clockCase({ document }), "2021-12-01")).toBe("not-held");
    });

    it("misses the plan of a student who has none from the day after its own due day", () => {
      const none = clockCase({ document: null });
      expect(first(none, "2021-10-01")).toBe("pending");
      expect(first(none, "2021-11-12")).toBe("pending");
      expect(first(none, "2021-11-13")).toBe("plan-missing");
    });

    it("has no due day without a plan until the plan is due, on the 25th day, 2021-10-08", () => {
      const none = clockCase({ document: null });
      expect(answers(none, "2021-10-08")[0]).toMatchObject({ status: "pending", dueOn: null });
      expect(answers(none, "2021-10-09")[0]).toMatchObject({ dueOn: "2021-11-12" });
    });

    it.each([
      ["a draft", plan({ status: "draft" })],
      ["a plan for English learners", plan({ planType: "EL-ILP" })],
      ["a plan of special education", plan({ planType: "IEP" })],
      ["a plan that is closed", plan({ status: "closed", closedOn: day("2021-10-01") })],
      ["a plan opened later", plan({ openedOn: day("2021-11-14") })],
    ])("takes %s for no plan", (_name, plan) => {
      const document = documentOf([], [plan]);
      expect(first(clockCase({ document }), "2021-11-13")).toBe("plan-missing");
    });

    it.each([
      ["a draft", plan({ status: "draft" })],
      ["a plan for English learners", plan({ planType: "EL-ILP" })],
    ])("does not count a review held on %s", (_name, plan) => {
      const document = documentOf([held("2021-10-01")], [plan]);
      expect(first(clockCase({ document }), "2021-11-13")).toBe("plan-missing");
    });

    it("counts a review held on a plan that was closed since", () => {
      const document = documentOf(
        [held("2021-10-01")],
        [plan({ status: "closed", closedOn: day("2021-12-01") })],
      );
      expect(first(clockCase({ document }), "2022-01-10")).toBe("timely");
    });

    it("does not count a review of a plan that is not in the document", () => {
      const document = documentOf([held("2021-10-01", { plan: planId("P9") })]);
      expect(first(clockCase({ document }), "2021-10-05")).toBe("pending");
    });
  });

  describe("the second review, 60 days after the first and by the 90th of 100 days", () => {
    const second = (student: ClockCase, asOf = "2022-01-21") => statuses(student, asOf)["review-2"];

    it("counts from 60 days after the first, not from 59", () => {
      expect(second(reviewed("2021-10-01", "2021-11-30"))).toBe("timely");
      expect(second(reviewed("2021-10-01", "2021-11-29"))).toBe("not-held");
    });

    it("is the first that is far enough, whatever lies between", () => {
      const student = reviewed("2021-10-01", "2021-10-20", "2021-11-29", "2021-12-15");
      expect(answers(student, "2022-01-21")[1]).toMatchObject({
        status: "timely",
        heldOn: "2021-12-15",
        review: "held 2021-12-15",
      });
    });

    it("is timely on its due day 2022-01-07, and held late on the next", () => {
      expect(second(reviewed("2021-10-01", "2022-01-07"))).toBe("timely");
      expect(second(reviewed("2021-10-01", "2022-01-08"))).toBe("held-late");
    });

    it("is not held by a second review on the day of the first", () => {
      const twice = [held("2021-10-01"), held("2021-10-01", { review: "another" })];
      expect(second(clockCase({ document: documentOf(twice) }))).toBe("not-held");
      expect(heldReviews(effectivePractice, [documentOf(twice)], day("2022-01-21"))).toEqual([
        { review: "another", heldOn: "2021-10-01" },
      ]);
    });
  });

  describe("the review at a transition", () => {
    const statusAt = (grade: "06" | "08" | "12", asOf: string, ...on: readonly string[]) =>
      statuses({ ...reviewed(...on), grade }, asOf)[
        { "06": "transition-6", "08": "transition-9", "12": "transition-12" }[grade]
      ];

    it("on entering grade 6 is due at a third of the year, the 33rd day, 2021-10-20", () => {
      expect(statusAt("06", "2022-01-10", "2021-10-20")).toBe("timely");
      expect(statusAt("06", "2022-01-10", "2021-10-21")).toBe("held-late");
      expect(statusAt("06", "2021-10-20")).toBe("pending");
      expect(statusAt("06", "2021-10-21")).toBe("not-held");
    });

    it("from grade 8 to 9 counts from the 34th day, 2021-10-21, to the 70th, 2021-12-10", () => {
      expect(statusAt("08", "2022-01-21", "2021-10-20")).toBe("not-held");
      expect(statusAt("08", "2022-01-21", "2021-10-21")).toBe("timely");
      expect(statusAt("08", "2022-01-21", "2021-12-10")).toBe("timely");
      expect(statusAt("08", "2022-01-21", "2021-12-11")).toBe("held-late");
      expect(answers(clockCase({ grade: "08" }), "2021-10-01")[2]).toMatchObject({
        opensOn: "2021-10-21",
        dueOn: "2021-12-10",
      });
    });

    it("on entering grade 12 is due at a quarter of the year, the 25th day, 2021-10-08", () => {
      expect(statusAt("12", "2021-12-01", "2021-10-08")).toBe("timely");
      expect(statusAt("12", "2021-12-01", "2021-10-09")).toBe("held-late");
      expect(statusAt("12", "2021-10-08")).toBe("pending");
      expect(statusAt("12", "2021-10-09")).toBe("not-held");
    });

    it("on entering grade 12 does not count a review before the first day", () => {
      const document = documentOf([held("2021-09-03")], [plan({ openedOn: day("2021-08-01") })]);
      const student = clockCase({ grade: "12", document });
      expect(statuses(student, "2021-12-01")).toMatchObject({
        "review-1": "timely",
        "transition-12": "not-held",
      });
    });
  });

  describe("a student who enters during the year", () => {
    const first = (enteredOn: string, asOf: string, ...on: readonly string[]) =>
      statuses({ ...reviewed(...on), enteredOn: day(enteredOn) }, asOf)["review-1"];

    it("on the first day is no entrant", () => {
      expect(first("2021-09-06", "2021-09-07")).toBe("pending");
      expect(first("2021-09-07", "2021-09-08")).toBe("not-yet-assessable");
    });

    it("is too new for 30 days, and may then be asked", () => {
      expect(first("2021-09-20", "2021-10-19")).toBe("not-yet-assessable");
      expect(first("2021-09-20", "2021-10-20")).toBe("pending");
    });

    it("is due 30 days after entering where that is later", () => {
      const student = clockCase({ enteredOn: day("2021-11-01") });
      expect(answers(student, "2021-11-05")[0]).toMatchObject({ dueOn: "2021-12-01" });
      expect(first("2021-11-01", "2021-12-01")).toBe("pending");
      expect(first("2021-11-01", "2021-12-02")).toBe("not-held");
      expect(first("2021-11-01", "2022-01-10", "2021-12-01")).toBe("timely");
      expect(first("2021-11-01", "2022-01-10", "2021-12-02")).toBe("held-late");
    });

    it("is exempt when entering after the due day, not on it", () => {
      expect(first("2021-11-12", "2021-11-20")).toBe("not-yet-assessable");
      expect(first("2021-11-13", "2021-11-20")).toBe("exempt");
      expect(first("2021-11-13", "2022-01-21")).toBe("exempt");
    });

    it("after the due day and is reviewed all the same is timely, and not late after 30 days", () => {
      expect(first("2021-11-13", "2022-01-20", "2021-12-13")).toBe("timely");
      expect(first("2021-11-13", "2022-01-20", "2021-12-14")).toBe("exempt");
    });

    it("without a plan is too new first, then awaited, and without a plan after the due day", () => {
      const student = clockCase({ document: null, enteredOn: day("2021-09-20") });
      expect(statuses(student, "2021-10-19")["review-1"]).toBe("not-yet-assessable");
      expect(statuses(student, "2021-10-20")["review-1"]).toBe("pending");
      expect(statuses(student, "2021-11-12")["review-1"]).toBe("pending");
      expect(statuses(student, "2021-11-13")["review-1"]).toBe("plan-missing");
    });
  });

  it("cannot answer for a school without a calendar", () => {
    const none = { school: schoolId("A"), instructionalDays: [] };
    const student = { ...reviewed("2021-10-01"), calendar: none };
    for (const answer of answers(student, "2021-12-01")) {
      expect(answer).toMatchObject({ status: "not-yet-assessable", dueOn: null, daysLeft: null });
      expect(answer.because).toContain("no calendar");
    }
  });

  it("says why with the days it rests on", () => {
    expect(answers(reviewed("2021-11-13"), "2022-01-10")[0]?.because).toBe(
      "The review was held on November 13, 2021, after the due date, November 12, 2021.",
    );
  });

  describe("always", () => {
    const within = fc.integer({ min: -30, max: 170 }).map((n) => addDays(day("2021-09-06"), n));
    const review: fc.Arbitrary<PlanReview> = fc
      .tuple(within, fc.constantFrom("held", "held", "missed", "scheduled"), fc.nat({ max: 9 }))
      .map(([on, state, id]) => {
        const days = state === "held" ? {} : { scheduledOn: on, heldOn: null };
        return held(on, { state, review: `R${id} ${on}`, ...days });
      });
    const student = fc
      .record({
        grade: fc.constantFrom("06", "07", "08", "09", "12" as const),
        reviews: fc.array(review, { maxLength: 6 }),
        enteredOn: within,
        hasPlan: fc.boolean(),
      })
      .map(({ grade, reviews, enteredOn, hasPlan }) =>
        clockCase({
          grade: grade as ClockCase["grade"],
          enteredOn,
          document: documentOf(reviews, hasPlan ? [plan()] : []),
        }),
      );
    /** From worst to best. What is pending, exempt or too new is not held against a student. */
    const standing = (status: string) =>
      ["plan-missing", "not-held", "held-late"].indexOf(status) + 1 || 4;

    it("gives each requirement one of the statuses, and a reason", () => {
      fc.assert(
        fc.property(student, within, (ownCase, asOf) => {
          for (const answer of assess(effectivePractice, ownCase, asOf)) {
            expect(REVIEW_STATUSES).toContain(answer.status);
            expect(answer.because).toMatch(/^[A-Z].*\.$/);
            const isHeld = answer.status === "timely" || answer.status === "held-late";
            if (isHeld) expect(answer.heldOn! <= asOf).toBe(true);
            else expect(answer.heldOn === null || answer.status === "exempt").toBe(true);
          }
        }),
      );
    });

    it("is no student worse off for one more review held", () => {
      fc.assert(
        fc.property(student, within, within, (ownCase, on, asOf) => {
          fc.pre(ownCase.document!.plans.length > 0);
          const more = documentOf([...ownCase.document!.reviews, held(on)]);
          const before = assess(effectivePractice, ownCase, asOf);
          const after = assess(effectivePractice, { ...ownCase, document: more }, asOf);
          before.forEach(({ status }, index) => {
            const now = after[index]!.status;
            expect(standing(now)).toBeGreaterThanOrEqual(standing(status));
            if (status === "timely") expect(now).toBe("timely");
          });
        }),
      );
    });

    it("is held late or on time for good: later days do not change it", () => {
      fc.assert(
        fc.property(student, within, fc.nat({ max: 60 }), (ownCase, asOf, days) => {
          const before = assess(effectivePractice, ownCase, asOf);
          const after = assess(effectivePractice, ownCase, addDays(asOf, days));
          before.forEach(({ status, heldOn }, index) => {
            if (heldOn === null) return;
            expect(after[index]).toMatchObject({ status, heldOn });
          });
        }),
      );
    });

    it("is not held only once the due day is over", () => {
      fc.assert(
        fc.property(student, within, (ownCase, asOf) => {
          for (const { status, dueOn, daysLeft } of assess(effectivePractice, ownCase, asOf)) {
            if (status === "not-held") expect(dueOn! < asOf).toBe(true);
            if (status === "pending") expect(dueOn === null || dueOn >= asOf).toBe(true);
            if (daysLeft !== null) expect(daysLeft).toBe(daysBetween(asOf, dueOn!));
          }
        }),
      );
    });
  });
});

describe("the calendar of these cases", () => {
  it("has the days that its comment says", () => {
    const instructionalDay = (nth: number) => calendar.instructionalDays[nth - 1];
    expect([
      instructionalDay(1),
      instructionalDay(25),
      instructionalDay(33),
      instructionalDay(50),
      instructionalDay(70),
      instructionalDay(90),
      instructionalDay(100),
    ]).toEqual([
      "2021-09-06",
      "2021-10-08",
      "2021-10-20",
      "2021-11-12",
      "2021-12-10",
      "2022-01-07",
      "2022-01-21",
    ]);
  });
});
