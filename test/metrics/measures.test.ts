// Longer than most: every measure in the order of display.
import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import type { Exemption } from "../../functions/domain/plans/exemption.ts";
import type { Grade } from "../../functions/domain/people/grade.ts";
import { planId, schoolId, studentId } from "../../functions/domain/ids.ts";
import type { PlanDocument } from "../../functions/domain/plans/plan.ts";
import type { RequirementStanding } from "../../functions/domain/plans/requirement-standing.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import { chronicAbsence } from "../../functions/metrics/measures/chronic-absence.ts";
import { chronicAbsenceYear } from "../../functions/metrics/measures/chronic-absence-year.ts";
import { componentCompleteness } from "../../functions/metrics/measures/component-completeness.ts";
import { counselorParticipation } from "../../functions/metrics/measures/counselor-participation.ts";
import { familyParticipation } from "../../functions/metrics/measures/family-participation.ts";
import { METRICS } from "../../functions/metrics/measures/metrics.ts";
import { planCoverage } from "../../functions/metrics/measures/plan-coverage.ts";
import { questionsOf } from "../../functions/metrics/cube/questions.ts";
import { requirementMet } from "../../functions/metrics/measures/requirement-met.ts";
import { requirementsMet } from "../../functions/metrics/measures/requirements-met.ts";
import { reviewHeld } from "../../functions/metrics/measures/review-held.ts";
import { reviewTimeliness } from "../../functions/metrics/measures/review-timeliness.ts";
import { studentParticipation } from "../../functions/metrics/measures/student-participation.ts";
import { transitionCoverage } from "../../functions/metrics/measures/transition-coverage.ts";
import { transitionFocusAreas } from "../../functions/metrics/measures/transition-focus-areas.ts";
import { transitionHandover } from "../../functions/metrics/measures/transition-handover.ts";
import { transitionPlan } from "../../functions/metrics/measures/transition-plan.ts";
import { transitionReview } from "../../functions/metrics/measures/transition-review.ts";
import { documentOf, held, plan } from "../mandates/clock-case.ts";
import { ALL_COLLECTED } from "../mandates/all-collected.ts";
import { AS_OF, assessed, contextOn, goal, partOf, step, withGoals } from "./assessed-student.ts";

const exempt = (requirement: string, given: Partial<Exemption> = {}): Exemption => ({
  student: studentId("0042"),
  requirement,
  reason: "medical",
  decidedBy: "staff-7",
  from: day("2021-09-06"),
  until: null,
  ...given,
});
const iep = plan({ plan: planId("P2"), planType: "IEP" });
const DOMAINS = ["academic", "career", "personal"] as const;
const allGoals = DOMAINS.map((domain) => goal(domain));

/** Each measure with each of its bars and the question it is read from. */
const READ = METRICS.flatMap((metric) =>
  metric.bars(effectivePractice, AS_OF).map((bar) => {
    const question = questionsOf(effectivePractice, AS_OF).find(
      ({ statistic }) => statistic === bar.statistic,
    )!;
    return { metric, bar, question, name: `${metric.id} ${bar.group}` };
  }),
);

describe("METRICS", () => {
  it("are defined in sentences, under ids of their own", () => {
    const ids = METRICS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const metric of METRICS) {
      expect(metric.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      for (const text of [
        metric.definition,
        metric.numerator,
        metric.denominator,
        metric.exclusions,
        metric.source,
      ]) {
        expect(text, metric.id).toMatch(/^[A-Z].*\.$/);
      }
    }
  });

  it("count everybody of the mandate or of a transition's grade, and absence everybody enrolled", () => {
    const populations = READ.map(({ name, question: { population } }) => [name, population.kind]);
    expect(populations.filter(([, kind]) => kind === "enrolled")).toEqual([
      ["chronic-absence all", "enrolled"],
    ]);
    expect(populations.filter(([, kind]) => kind === "grade").map(([name]) => name)).toEqual([
      ...["coverage", "plan", "review"].flatMap((measure) =>
        ["6", "9", "12"].map((grade) => `transition-${measure} transition-${grade}`),
      ),
      "transition-handover transition-6",
      "transition-handover transition-9",
      ...["6", "9", "12"].map((grade) => `transition-focus-areas transition-${grade}`),
    ]);
  });

  it.each(READ)("$name is read from neighboring parts of its bar", ({ metric, question }) => {
    const parts = question.parts.map(({ id }) => id);
    const places = metric.counted.map((part) => parts.indexOf(part));
    expect(places).toEqual(places.map((_, index) => places[0]! + index));
    expect(places[0]).toBeGreaterThanOrEqual(0);
    expect(metric.against.filter((part) => !parts.includes(part))).toEqual([]);
    expect(metric.against.filter((part) => metric.counted.includes(part))).toEqual([]);
  });

  it.each(READ)("$name needs the records of its question, and is as public", (read) => {
    expect(read.metric.needs).toBe(read.question.needs);
    // In public a requirement that is a review is read from its statuses, and a transition is not asked.
    if (![requirementMet, reviewHeld].includes(read.metric)) {
      expect(read.metric.isPublic).toBe(read.question.isPublic);
    }
  });

  it("that the public edition has are these", () => {
    expect(METRICS.filter(({ isPublic }) => isPublic).map(({ id }) => id)).toEqual([
      "requirements-met",
      "requirement-met",
      "review-timeliness",
      "review-held",
      "plan-coverage",
      "transition-coverage",
      "student-participation",
      "family-participation",
      "counselor-participation",
      "goal-domains",
      "goal-individuality",
      "goals-specific",
      "goals-time-bound",
      "goals-with-steps",
      "goals-reviewed",
      "on-track",
      "chronic-absence",
    ]);
  });

  it("are better the higher they are, but for absence", () => {
    const lower = METRICS.filter(({ isHigherBetter }) => !isHigherBetter);
    expect(lower.map(({ id }) => id)).toEqual(["chronic-absence", "chronic-absence-year"]);
  });

  it("have no bar of what a mandate does not ask", () => {
    const nothing = { ...effectivePractice, requirements: [] };
    const read = METRICS.filter(({ bars }) => bars(nothing, AS_OF).length > 0);
    expect(read.map(({ id }) => id)).not.toContain("requirements-met");
    expect(read.map(({ id }) => id)).not.toContain("requirement-met");
    expect(read.map(({ id }) => id)).not.toContain("review-timeliness");
    expect(read.map(({ id }) => id)).not.toContain("review-held");
    expect(read.map(({ id }) => id)).not.toContain("transition-coverage");
    expect(read.map(({ id }) => id)).toContain("plan-coverage");
  });

  it("do not count a student below the mandate's grades, but for absence", () => {
    const child = assessed({ grade: "03" });
    const counting = READ.filter(
      ({ metric, bar }) => partOf(metric, child, bar.group) !== "outside",
    );
    expect(counting.map(({ name }) => name)).toEqual([
      "chronic-absence all",
      "chronic-absence-year all",
    ]);
  });
});

describe("the requirements that a measure asks for together", () => {
  const composed = (metric: (typeof METRICS)[number]) =>
    metric.bars(effectivePractice, AS_OF).map(({ group, composedOf }) => [group, ...composedOf]);
  const reviews = ["review-1", "review-2", "transition-6", "transition-9", "transition-12"];

  it("are all of the mandate, or its reviews, or what a plan must contain, or the one of a transition", () => {
    const [all] = composed(requirementsMet);
    expect(all).toHaveLength(1 + effectivePractice.requirements.length);
    expect(composed(reviewTimeliness)).toEqual([["all", ...reviews]]);
    expect(composed(componentCompleteness)).toEqual([["all", "goal-domains"]]);
    expect(composed(transitionCoverage)).toEqual(
      reviews.slice(2).map((transition) => [transition, transition]),
    );
  });

  it("are none of any other measure: each requirement by itself is always the same", () => {
    const composites = [
      requirementsMet,
      reviewTimeliness,
      componentCompleteness,
      transitionCoverage,
    ];
    for (const metric of METRICS.filter((metric) => !composites.includes(metric))) {
      expect(
        composed(metric).filter(([, ...together]) => together.length > 0),
        metric.id,
      ).toEqual([]);
    }
  });
});

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

describe("plan-coverage", () => {
  it.each([
    ["counts an open plan", plan(), "open"],
    ["does not count a draft", plan({ status: "draft" }), "none"],
    ["does not count a plan of special education", iep, "none"],
    ["counts a plan opened on the as-of day", plan({ openedOn: AS_OF }), "open"],
    ["does not count one opened the day after", plan({ openedOn: day("2021-11-27") }), "none"],
    ["counts a plan closed the day after", plan({ closedOn: day("2021-11-27") }), "open"],
    ["does not count one closed on the as-of day", plan({ closedOn: AS_OF }), "none"],
  ] as const)("%s", (_name, plan, part) => {
    expect(partOf(planCoverage, assessed({ document: documentOf([], [plan]) }))).toBe(part);
  });

  it("counts nobody without plans, exempt or not", () => {
    expect(partOf(planCoverage, assessed({ document: null }))).toBe("none");
    const student = assessed({ document: null, exemptions: [exempt("all")] });
    expect(partOf(planCoverage, student)).toBe("none");
  });
});

describe("family-participation", () => {
  const family = { participants: ["student", "family"] } as const;

  it("counts family in one of the reviews held", () => {
    const document = documentOf([held("2021-10-01"), held("2021-11-01", family)]);
    expect(partOf(familyParticipation, assessed({ document }))).toBe("took-part");
  });

  it.each([
    [["student", "family"], "did-not"],
    [["student"], "not-recorded"],
  ] as const)("where the district's reviews name %j, without family says %s", (roles, part) => {
    const document = documentOf([held("2021-10-01", { participants: ["student"] })]);
    const collected = { ...ALL_COLLECTED, participants: new Set(roles) };
    expect(partOf(familyParticipation, assessed({ document, collected }))).toBe(part);
  });

  it("counts family in either of two reviews of one day", () => {
    const document = documentOf([
      held("2021-10-01"),
      held("2021-10-01", { review: "R2", ...family }),
    ]);
    expect(partOf(familyParticipation, assessed({ document }))).toBe("took-part");
  });

  it.each([
    ["no family took part", held("2021-10-01")],
    ["family took part after the as-of day", held("2021-11-27", family)],
    ["family was only invited", held("2021-10-04", { ...family, state: "scheduled" })],
    [
      "family took part in another plan's review that day",
      held("2021-10-01", { review: "R2", plan: planId("P2"), ...family }),
    ],
    ["another review names nobody", held("2021-11-01", { participants: [] })],
  ])("does not count where %s", (_name, review) => {
    const document = documentOf([held("2021-10-01"), review], [plan(), iep]);
    expect(partOf(familyParticipation, assessed({ document }))).toBe("did-not");
  });

  it("is not recorded where no review names who took part", () => {
    const nobody = { participants: [] };
    const document = documentOf([held("2021-10-01", nobody), held("2021-11-01", nobody)]);
    expect(partOf(familyParticipation, assessed({ document }))).toBe("not-recorded");
  });

  it.each([
    ["family is named too", ["unlisted", "family"], "took-part"],
    ["nobody else is named", ["unlisted"], "not-recorded"],
    ["only the student is named besides", ["student", "unlisted"], "not-recorded"],
    ["all words are listed", ["student"], "did-not"],
  ] as const)(
    "of a review with a word that is not listed, where %s",
    (_fact, participants, part) => {
      const document = documentOf([held("2021-10-01", { participants })]);
      expect(partOf(familyParticipation, assessed({ document }))).toBe(part);
    },
  );

  it("has no review to take part in where none was held", () => {
    expect(partOf(familyParticipation, assessed({}))).toBe("no-review-held");
    expect(partOf(familyParticipation, assessed({ document: null }))).toBe("no-review-held");
  });
});

describe("taking part", () => {
  const reviewed = documentOf([held("2021-10-01", { participants: ["student", "counselor"] })]);

  it("is counted of student, family and counselor each for themselves", () => {
    const student = assessed({ document: reviewed });
    expect(partOf(studentParticipation, student)).toBe("took-part");
    expect(partOf(familyParticipation, student)).toBe("did-not");
    expect(partOf(counselorParticipation, student)).toBe("took-part");
  });
});

describe("component-completeness", () => {
  it("counts a plan that has all that is asked by the middle of the year", () => {
    expect(partOf(componentCompleteness, assessed({ document: withGoals(allGoals) }))).toBe("met");
  });

  it("does not count one that lacks a part, or had it too late", () => {
    const two = withGoals(allGoals.slice(1));
    expect(partOf(componentCompleteness, assessed({ document: two }))).toBe("not-met");
    const late = [...allGoals.slice(1), goal("academic", { setOn: day("2021-11-13") })];
    const student = assessed({ document: withGoals(late) });
    expect(partOf(componentCompleteness, student)).toBe("not-met");
    const inTime = [...allGoals.slice(1), goal("academic", { setOn: day("2021-11-12") })];
    const other = assessed({ document: withGoals(inTime) });
    expect(partOf(componentCompleteness, other)).toBe("met");
  });

  it.each([
    ["2021-11-12", "not-applicable"],
    ["2021-11-13", "not-met"],
  ] as const)("asks nothing before it is due: on %s it is %s", (asOf, part) => {
    const student = assessed({ document: withGoals(allGoals.slice(1)), asOf: day(asOf) });
    expect(partOf(componentCompleteness, student)).toBe(part);
  });

  it("does not apply to a student who is exempt from it", () => {
    const student = assessed({ exemptions: [exempt("goal-domains")] });
    expect(partOf(componentCompleteness, student)).toBe("not-applicable");
  });
});

describe("a student who is exempt", () => {
  it("from one review is not due there, and under every other as before", () => {
    const student = assessed({ grade: "06", exemptions: [exempt("transition-6")] });
    expect(partOf(transitionPlan, student, "transition-6")).toBe("not-asked");
    expect(partOf(transitionCoverage, student, "transition-6")).toBe("not-due");
    expect(partOf(planCoverage, student)).toBe("open");
    expect(partOf(reviewTimeliness, student)).toBe("not-held");
  });

  it("is asked again from the day on which the exemption ends", () => {
    const until = (on: string) =>
      partOf(reviewTimeliness, assessed({ exemptions: [exempt("all", { until: day(on) })] }));
    expect(until("2021-11-27")).toBe("not-due");
    expect(until("2021-11-26")).toBe("not-held");
  });
});

describe("the transition into grade 6", () => {
  const areas = { focusAreas: ["career-exploration", "education-plan"] } as const;
  const AT = "transition-6";
  const six = (document: PlanDocument | null, asOf = AS_OF) =>
    assessed({ grade: "06", document, asOf });

  it("is ready with an open plan, a review in the window and its focus areas", () => {
    const student = six(documentOf([held("2021-10-01", areas)]));
    expect(partOf(transitionCoverage, student, AT)).toBe("ready");
    for (const metric of [transitionPlan, transitionReview, transitionFocusAreas]) {
      expect(partOf(metric, student, AT), metric.id).toBe("yes");
    }
  });

  it("is ready by a review held late, too", () => {
    const student = six(documentOf([held("2021-11-20", areas)]));
    expect(partOf(transitionCoverage, student, AT)).toBe("ready");
  });

  it.each([
    ["2021-10-19", "not-due"],
    ["2021-10-20", "not-due"],
    ["2021-10-21", "not-ready"],
  ] as const)("is, on %s, %s where nothing was done", (on, part) => {
    const asOf = day(on);
    expect(partOf(transitionCoverage, six(documentOf([]), asOf), AT, contextOn(asOf))).toBe(part);
  });

  it("is ready before it is due, where all is done", () => {
    const asOf = day("2021-10-04");
    const student = six(documentOf([held("2021-10-01", areas)]), asOf);
    expect(partOf(transitionCoverage, student, AT, contextOn(asOf))).toBe("ready");
  });

  it("cannot be determined where no calendar says when it is due", () => {
    const student = assessed({ grade: "06", hasCalendar: false });
    expect(partOf(transitionCoverage, student, AT)).toBe("not-determinable");
  });

  it.each([
    ["met", "ready"],
    ["not-met", "not-ready"],
    ["not-determinable", "not-determinable"],
    ["not-applicable", "not-due"],
  ] as const)("that is %s by something else is %s", (status: RequirementStanding, part) => {
    const student = six(documentOf([]));
    const requirements = student.requirements.map((requirement) =>
      requirement.requirement.id === AT
        ? { ...requirement, kind: "standing" as const, status }
        : requirement,
    );
    expect(partOf(transitionCoverage, { ...student, requirements }, AT)).toBe(part);
  });

  it.each([
    ["too new, with a day to come", "not-yet-assessable", "2021-12-20", "not-due"],
    ["too new, without a day", "not-yet-assessable", null, "not-determinable"],
    ["pending, due in a school year to come", "pending", null, "not-due"],
    ["not held, though its day has passed", "not-held", "2021-11-25", "not-ready"],
  ] as const)("is, where its review is %s, as the clock says", (_name, status, dueOn, part) => {
    const student = six(documentOf([]));
    const requirements = student.requirements.map((requirement) =>
      requirement.requirement.id === AT && requirement.kind === "review"
        ? { ...requirement, status, dueOn: dueOn === null ? null : day(dueOn) }
        : requirement,
    );
    expect(partOf(transitionCoverage, { ...student, requirements }, AT)).toBe(part);
  });

  it("has its focus areas from a review and a completed step together", () => {
    const review = held("2021-10-01", { focusAreas: ["career-exploration"] });
    const withStep = (given: Parameters<typeof step>[0]) =>
      partOf(
        transitionFocusAreas,
        six(
          withGoals([goal("career")], [review], [step({ focusArea: "education-plan", ...given })]),
        ),
        AT,
      );
    expect(withStep({ completedOn: day("2021-11-26") })).toBe("yes");
    expect(withStep({ completedOn: day("2021-11-27") })).toBe("no");
    expect(withStep({ completedOn: null })).toBe("no");
    expect(withStep({ completedOn: day("2021-11-01"), goal: "of another plan" })).toBe("no");
  });

  it("does not have the focus areas of another plan's review on the same day", () => {
    const document = documentOf(
      [held("2021-10-01"), held("2021-10-01", { review: "R2", plan: planId("P2"), ...areas })],
      [plan(), iep],
    );
    expect(partOf(transitionFocusAreas, six(document), AT)).toBe("no");
  });

  it("is not ready without a plan, a review or a focus area", () => {
    const partly = [
      documentOf([held("2021-10-01", areas)], [plan({ closedOn: day("2021-11-01") })]),
      documentOf([]),
      documentOf([held("2021-10-01", { focusAreas: ["education-plan"] })]),
    ];
    for (const document of partly) {
      expect(partOf(transitionCoverage, six(document), AT)).toBe("not-ready");
    }
    expect(partOf(transitionPlan, six(partly[0]!), AT)).toBe("no");
    expect(partOf(transitionReview, six(partly[0]!), AT)).toBe("yes");
    expect(partOf(transitionReview, six(partly[1]!), AT)).toBe("no");
  });

  it.each([
    ["the other area is missing", ["education-plan", "unlisted"], "not-determinable", "not-asked"],
    ["all areas are there", [...areas.focusAreas, "unlisted"], "ready", "yes"],
    ["all words are listed", ["education-plan"], "not-ready", "no"],
  ] as const)(
    "of a review with an area that is not listed, where %s",
    (_fact, focusAreas, coverage, present) => {
      const student = six(documentOf([held("2021-10-01", { focusAreas })]));
      expect(partOf(transitionCoverage, student, AT)).toBe(coverage);
      expect(partOf(transitionFocusAreas, student, AT)).toBe(present);
    },
  );

  it("does not count a student at no transition", () => {
    for (const metric of [
      transitionCoverage,
      transitionPlan,
      transitionReview,
      transitionFocusAreas,
    ]) {
      expect(partOf(metric, assessed({ grade: "07" }), AT)).toBe("outside");
    }
  });
});

describe("transition-handover", () => {
  const arrived = (given: {
    readonly grade?: Grade;
    readonly told?: string | null;
    readonly since?: string;
    /** Since when the student was at another school, up to the move. */
    readonly before?: string;
    readonly document?: PlanDocument | null;
    readonly exemptions?: readonly Exemption[];
  }) => {
    const { told = "A", since = "2021-09-06", before, ...rest } = given;
    const student = assessed({ grade: "09", ...rest });
    const { record } = student;
    const enrollments = record.enrollments.flatMap((enrollment) => [
      ...(before === undefined
        ? []
        : [
            {
              ...{ ...enrollment, school: schoolId("B") },
              ...{ enteredOn: day(before), withdrewOn: day(since) },
            },
          ]),
      { ...enrollment, enteredOn: day(since) },
    ]);
    const school = told === null ? null : schoolId(told);
    const statements = [{ plan: planId("P1"), school, grade: null }];
    return { ...student, record: { ...record, enrollments, statements } };
  };

  it.each([
    ["counts an arrival in grade 9 whose plan is at the new school", arrived({}), "yes"],
    ["counts one who was at another school before", arrived({ before: "2019-09-03" }), "yes"],
    ["does not count one whose plan stayed behind", arrived({ told: "B" }), "no"],
    [
      "takes no review for a handover",
      arrived({ told: "B", document: documentOf([held("2021-10-04")]) }),
      "no",
    ],
    ["does not ask where the platform gives no school", arrived({ told: null }), "not-asked"],
    ["does not ask without an open plan", arrived({ document: null }), "not-asked"],
    [
      "does not ask of a plan of another type",
      arrived({ document: documentOf([], [plan({ planType: "IEP" })]) }),
      "not-asked",
    ],
    [
      "asks of who came on the first day of the school year",
      arrived({ since: "2021-07-01" }),
      "yes",
    ],
    [
      "does not ask of who was at the school the day before it",
      arrived({ since: "2021-06-30" }),
      "not-asked",
    ],
    ["does not ask of who is exempt", arrived({ exemptions: [exempt("all")] }), "not-asked"],
    [
      "does not ask of who is exempt from the transition's review",
      arrived({ exemptions: [exempt("transition-9")] }),
      "not-asked",
    ],
    ["does not count a move that lies ahead", arrived({ grade: "08" }), "outside"],
    ["does not count leaving grade 12", arrived({ grade: "12" }), "outside"],
  ] as const)("%s", (_, student, expected) => {
    expect(partOf(transitionHandover, student, "transition-9")).toBe(expected);
  });

  it("counts the arrivals of a move under that move, and none after grade 12", () => {
    expect(partOf(transitionHandover, arrived({ grade: "06" }), "transition-6")).toBe("yes");
    expect(partOf(transitionHandover, arrived({ grade: "06" }), "transition-9")).toBe("outside");
    expect(transitionHandover.bars(effectivePractice, AS_OF).map(({ group }) => group)).toEqual([
      "transition-6",
      "transition-9",
    ]);
  });
});

describe("the transition from grade 8 to 9", () => {
  const AT = "transition-9";

  it.each([
    ["the day before its window opens", "2021-10-20", "not-asked"],
    ["the day it opens", "2021-10-21", "no"],
  ] as const)("asks for no review and no focus areas %s", (_name, on, part) => {
    const asOf = day(on);
    const student = assessed({ grade: "08", asOf });
    const context = contextOn(asOf);
    expect(partOf(transitionReview, student, AT, context)).toBe(part);
    expect(partOf(transitionFocusAreas, student, AT, context)).toBe(part);
    expect(partOf(transitionPlan, student, AT, context)).toBe("yes");
    expect(partOf(transitionCoverage, student, AT, context)).toBe("not-due");
  });
});

describe("chronic-absence", () => {
  it.each([
    [6, 60, "chronic"],
    [5, 60, "not-chronic"],
    [1, 10, "chronic"],
    [0, 10, "not-chronic"],
    [9, 9, "too-few-days"],
    [0, 0, "too-few-days"],
  ] as const)("of %d absent of %d enrolled days is %s", (absentDays, enrolledDays, part) => {
    const student = assessed({ attendance: { absentDays, enrolledDays } });
    expect(partOf(chronicAbsence, student)).toBe(part);
  });

  it("is of those who are enrolled now alone", () => {
    const left = { ...assessed({}), isEnrolled: false };
    expect(partOf(chronicAbsence, left)).toBe("outside");
    expect(chronicAbsence.name).toContain("enrolled now");
  });
});

describe("chronic-absence-year", () => {
  it.each([
    [6, 60, "chronic"],
    [5, 60, "not-chronic"],
    [1, 10, "chronic"],
    [0, 10, "not-chronic"],
    [9, 9, "outside"],
    [0, 0, "outside"],
  ] as const)("of %d absent of %d enrolled days is %s", (absentDays, enrolledDays, part) => {
    const student = assessed({ attendance: { absentDays, enrolledDays } });
    expect(partOf(chronicAbsenceYear, student)).toBe(part);
  });

  it("is for staff alone, and no column of an extract", () => {
    expect(chronicAbsenceYear.isPublic).toBe(false);
    expect(chronicAbsenceYear.isInExtract).toBe(false);
  });
});
