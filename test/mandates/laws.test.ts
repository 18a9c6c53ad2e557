import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day, type Day } from "../../functions/domain/calendar/day.ts";
import { planId, studentId } from "../../functions/domain/ids.ts";
import { ASSENT_DEGREES } from "../../functions/domain/plans/plan-assent.ts";
import { PLAN_COMPONENTS } from "../../functions/domain/plans/plan-component.ts";
import {
  FOCUS_AREAS,
  MEETINGS,
  PARTICIPANTS,
  type PlanReview,
} from "../../functions/domain/plans/plan.ts";
import { REQUIREMENT_STANDINGS } from "../../functions/domain/plans/requirement-standing.ts";
import { REVIEW_STATUSES } from "../../functions/domain/plans/review-status.ts";
import { schoolYear } from "../../functions/domain/calendar/school-year.ts";
import { STUDENT_EVENTS } from "../../functions/domain/people/student-event.ts";
import { standingOf, type RequirementAnswer } from "../../functions/mandates/clock/answer.ts";
import { assess } from "../../functions/mandates/assess/assess.ts";
import { NO_MORE_RECORDS, type ClockCase } from "../../functions/mandates/clock/clock-case.ts";
import { compareMandates } from "../../functions/mandates/assess/compare-mandates.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import { MANDATES, mandateById } from "../../functions/mandates/rules/mandates.ts";
import { calendar, clockCase, documentOf, held, plan } from "./clock-case.ts";

const within = fc.integer({ min: -30, max: 170 }).map((n) => addDays(day("2021-09-06"), n));
const review: fc.Arbitrary<PlanReview> = fc
  .record({
    on: within,
    meeting: fc.constantFrom(...MEETINGS, null),
    participants: fc.subarray([...PARTICIPANTS]),
    focusAreas: fc.subarray([...FOCUS_AREAS]),
  })
  .map(({ on, meeting, ...rest }) =>
    held(on, { ...rest, ...(meeting === null ? {} : { meeting }) }),
  );
const orNull = <T>(list: fc.Arbitrary<T>) => fc.option(list, { nil: null });
const student: fc.Arbitrary<ClockCase> = fc
  .record({
    grade: fc.constantFrom("05", "06", "07", "08", "09", "10", "11", "12" as const),
    reviews: fc.array(review, { maxLength: 5 }),
    openedOn: fc.option(within, { nil: null }),
    planType: fc.constantFrom("ILP", "IEP" as const),
    enteredOn: within,
    assents: orNull(
      fc.array(
        fc.record({
          role: fc.constantFrom(...PARTICIPANTS),
          degree: fc.constantFrom(...ASSENT_DEGREES),
          givenOn: within,
          isDesignee: fc.boolean(),
          isGoodFaithEffort: fc.boolean(),
        }),
        { maxLength: 6 },
      ),
    ),
    events: orNull(
      fc.array(fc.record({ kind: fc.constantFrom(...STUDENT_EVENTS), occurredOn: within }), {
        maxLength: 6,
      }),
    ),
    components: orNull(
      fc.array(
        fc.record({
          component: fc.constantFrom(...PLAN_COMPONENTS),
          enteredOn: within,
          quantity: fc.nat({ max: 30 }),
          strand: fc.constantFrom("", "1", "2", "3", "4"),
          marks: fc.subarray(["career-plan", "implementation"]),
        }),
        { maxLength: 12 },
      ),
    ),
    hasHistory: fc.boolean(),
    birthOn: orNull(fc.integer({ min: 0, max: 2500 }).map((n) => addDays(day("2003-01-01"), n))),
    exemptFrom: orNull(within),
  })
  .map(({ grade, reviews, openedOn, planType, enteredOn, hasHistory, exemptFrom, ...more }) =>
    clockCase({
      grade: grade as ClockCase["grade"],
      enteredOn,
      document:
        openedOn === null
          ? null
          : documentOf(
              reviews.filter(({ heldOn }) => heldOn! >= openedOn),
              [
                plan({ openedOn }),
                plan({ plan: planId("P2"), openedOn, planType: planType as "IEP" }),
              ],
            ),
      more: {
        ...more,
        earlier: hasHistory ? [] : null,
        gradeYears: hasHistory ? [{ schoolYear: schoolYear(2021), grade: "07" }] : null,
        calendars: new Map(),
        cohort: { entersGrade9In: null, graduatesIn: null },
        programs: hasHistory ? [] : null,
        exemptions:
          exemptFrom === null
            ? []
            : [
                {
                  ...{ student: studentId("0042"), requirement: "all", reason: "other" as const },
                  ...{ decidedBy: "S-1", from: exemptFrom, until: null },
                },
              ],
        attestations: [],
      },
    }),
  );
const mandate = fc.constantFrom(...MANDATES);

/** From worst to best. What is pending, exempt, too new or does not apply is not held against a student. */
const rank = (answer: RequirementAnswer): number => {
  if (answer.kind === "review") {
    return ["plan-missing", "not-held", "held-late"].indexOf(answer.status) + 1 || 5;
  }
  return { "not-met": 2, "not-determinable": 4, met: 5, "not-applicable": 5 }[answer.status];
};

/** The student without what is dated after a day: what anybody could know then. */
const knownBy = (ownCase: ClockCase, asOf: Day): ClockCase => ({
  ...ownCase,
  document: ownCase.document && {
    ...ownCase.document,
    plans: ownCase.document.plans.filter(({ openedOn }) => openedOn <= asOf),
    reviews: ownCase.document.reviews.filter(({ heldOn }) => heldOn! <= asOf),
  },
  more: {
    ...ownCase.more!,
    assents: ownCase.more!.assents?.filter(({ givenOn }) => givenOn! <= asOf) ?? null,
    events: ownCase.more!.events?.filter(({ occurredOn }) => occurredOn <= asOf) ?? null,
    components: ownCase.more!.components?.filter(({ enteredOn }) => enteredOn! <= asOf) ?? null,
    exemptions: ownCase.more!.exemptions.filter(({ from }) => from <= asOf),
  },
});

const RUNS = { numRuns: 400 };

describe("under every mandate", () => {
  it("each requirement gives a student one answer, and the standings divide the students", () => {
    fc.assert(
      fc.property(
        mandate,
        fc.array(student, { minLength: 1, maxLength: 5 }),
        within,
        (rule, all, asOf) => {
          const answers = all.map((ownCase) => assess(rule, ownCase, asOf));
          for (const [index, requirement] of rule.requirements.entries()) {
            const counts = REQUIREMENT_STANDINGS.map(
              (standing) =>
                answers.filter((answer) => standingOf(answer[index]!) === standing).length,
            );
            expect(counts.reduce((a, b) => a + b, 0)).toBe(all.length);
            for (const answer of answers) {
              expect(answer[index]!.requirement).toBe(requirement);
              const { kind, status, because } = answer[index]!;
              const standings: readonly string[] =
                kind === "review" ? REVIEW_STATUSES : REQUIREMENT_STANDINGS;
              expect(standings).toContain(status);
              expect(because).toMatch(/^\S[^]*\.$/);
            }
            expect(answers.every((answer) => answer.length === rule.requirements.length)).toBe(
              true,
            );
          }
        },
      ),
      RUNS,
    );
  });

  it("one more review held makes no student worse", () => {
    fc.assert(
      fc.property(mandate, student, review, within, (rule, ownCase, extra, asOf) => {
        fc.pre(ownCase.document !== null);
        const document = { ...ownCase.document!, reviews: [...ownCase.document!.reviews, extra] };
        const before = assess(rule, ownCase, asOf);
        const after = assess(rule, { ...ownCase, document }, asOf);
        before.forEach((answer, index) => {
          expect(rank(after[index]!), answer.requirement.id).toBeGreaterThanOrEqual(rank(answer));
        });
      }),
      RUNS,
    );
  });

  it("a later day never turns held late into timely", () => {
    fc.assert(
      fc.property(mandate, student, within, fc.nat({ max: 90 }), (rule, ownCase, asOf, days) => {
        const later = assess(rule, ownCase, addDays(asOf, days));
        assess(rule, ownCase, asOf).forEach((answer, index) => {
          if (answer.status === "held-late") expect(later[index]!.status).not.toBe("timely");
        });
      }),
      RUNS,
    );
  });

  it("a day in the past gives the answer that was true then: later records change nothing", () => {
    fc.assert(
      fc.property(mandate, student, within, (rule, ownCase, asOf) => {
        expect(assess(rule, ownCase, asOf)).toEqual(assess(rule, knownBy(ownCase, asOf), asOf));
      }),
      RUNS,
    );
  });

  it("evidence is dated by the day, and what is met and dated has some", () => {
    fc.assert(
      fc.property(mandate, student, within, (rule, ownCase, asOf) => {
        for (const { evidence } of assess(rule, ownCase, asOf)) {
          for (const { on } of evidence) expect(on <= asOf).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe("compareMandates", () => {
  // No event has occurred.
  const more = { ...NO_MORE_RECORDS, events: [] };
  const reviewedOnce = clockCase({
    grade: "08",
    more,
    document: documentOf([
      held("2021-10-05", { participants: ["student", "family", "counselor"] }),
    ]),
  });
  const students = [
    { student: studentId("A"), records: reviewedOnce },
    { student: studentId("B"), records: clockCase({ grade: "08", document: null, more }) },
    { student: studentId("C"), records: clockCase({ grade: "05" }) },
  ];

  it("says who would move: a plan by the end of grade 8 is enough in Indiana, and not for good practice", () => {
    const comparison = compareMandates(
      mandateById("IN"),
      effectivePractice,
      students,
      day("2022-01-21"),
    );
    expect(comparison).toMatchObject({ from: "IN", to: "effective-practice", students: 3 });
    const move = (from: string, to: string) =>
      comparison.moves.find((move) => move.from === from && move.to === to)!.students;
    expect(move("met", "not-met")).toBe(1);
    expect(move("not-applicable", "not-met")).toBe(1);
    expect(move("not-applicable", "not-applicable")).toBe(1);
    expect(comparison.moved).toEqual([
      { student: "A", from: "met", to: "not-met" },
      { student: "B", from: "not-applicable", to: "not-met" },
    ]);
  });

  it("divides the students whatever the mandates, and moves nobody from a mandate to itself", () => {
    fc.assert(
      fc.property(
        mandate,
        mandate,
        fc.array(student, { maxLength: 6 }),
        within,
        (a, b, all, asOf) => {
          const compared = all.map((records, index) => ({
            student: studentId(String(index)),
            records,
          }));
          const { moves, moved } = compareMandates(a, b, compared, asOf);
          expect(moves.reduce((sum, { students: n }) => sum + n, 0)).toBe(all.length);
          expect(moved.length).toBe(
            moves
              .filter(({ from, to }) => from !== to)
              .reduce((sum, { students: n }) => sum + n, 0),
          );
          expect(compareMandates(a, a, compared, asOf).moved).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the calendar of these laws", () => {
  it("begins on 2021-09-06", () => {
    expect(calendar.instructionalDays[0]).toBe("2021-09-06");
  });
});
