// Longer than most: every measure in the order of display.
import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/day.ts";
import type { Exemption } from "../../functions/domain/exemption.ts";
import type { Grade } from "../../functions/domain/grade.ts";
import { planId, schoolId, studentId } from "../../functions/domain/ids.ts";
import type { PlanDocument } from "../../functions/domain/plan.ts";
import { effectivePractice } from "../../functions/mandates/effective-practice.ts";
import { chronicAbsence } from "../../functions/metrics/chronic-absence.ts";
import { componentCompleteness } from "../../functions/metrics/component-completeness.ts";
import { counselorParticipation } from "../../functions/metrics/counselor-participation.ts";
import { familyParticipation } from "../../functions/metrics/family-participation.ts";
import { goalDomains } from "../../functions/metrics/goal-domains.ts";
import { METRICS } from "../../functions/metrics/metrics.ts";
import { planCoverage } from "../../functions/metrics/plan-coverage.ts";
import { reviewTimeliness } from "../../functions/metrics/review-timeliness.ts";
import { studentParticipation } from "../../functions/metrics/student-participation.ts";
import { transitionCoverage } from "../../functions/metrics/transition-coverage.ts";
import { transitionFocusAreas } from "../../functions/metrics/transition-focus-areas.ts";
import { transitionHandover } from "../../functions/metrics/transition-handover.ts";
import { transitionPlan } from "../../functions/metrics/transition-plan.ts";
import { transitionReview } from "../../functions/metrics/transition-review.ts";
import { documentOf, held, plan } from "../mandates/clock-case.ts";
import { AS_OF, assessed, goal, step, verdictOf, withGoals } from "./assessed-student.ts";

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

  it("do not speak of a student below the mandate's grades, but for absence", () => {
    const child = assessed({ grade: "03" });
    const spoken = METRICS.filter((metric) => verdictOf(metric, child) !== "outside");
    expect(spoken.map(({ id }) => id)).toEqual(["chronic-absence"]);
    expect(METRICS.filter(({ population }) => population === "everyone")).toEqual(spoken);
  });
});

describe("review-timeliness", () => {
  it.each([
    ["counts a review held by the due day", ["2021-11-12"], "counted"],
    ["does not count a review held late", ["2021-11-13"], "not-counted"],
    ["does not count a review that is overdue", [], "not-counted"],
  ] as const)("%s", (_name, on, verdict) => {
    const document = documentOf(on.map((one) => held(one)));
    expect(verdictOf(reviewTimeliness, assessed({ document }))).toBe(verdict);
  });

  it("does not count a student without a plan", () => {
    expect(verdictOf(reviewTimeliness, assessed({ document: null }))).toBe("not-counted");
  });

  it("counts only who kept every due review: a transition missed is a review missed", () => {
    const document = documentOf([held("2021-11-01")]);
    expect(verdictOf(reviewTimeliness, assessed({ grade: "07", document }))).toBe("counted");
    expect(verdictOf(reviewTimeliness, assessed({ grade: "06", document }))).toBe("not-counted");
  });
});

describe("plan-coverage", () => {
  it.each([
    ["counts an open plan", plan(), "counted"],
    ["does not count a draft", plan({ status: "draft" }), "not-counted"],
    ["does not count a plan of special education", iep, "not-counted"],
    [
      "does not count a plan opened after the as-of day",
      plan({ openedOn: day("2021-11-27") }),
      "not-counted",
    ],
    [
      "does not count a plan closed on the as-of day",
      plan({ closedOn: day("2021-11-26") }),
      "not-counted",
    ],
  ] as const)("%s", (_name, one, verdict) => {
    expect(verdictOf(planCoverage, assessed({ document: documentOf([], [one]) }))).toBe(verdict);
  });
});

describe("goal-domains", () => {
  const all = [goal("academic"), goal("career"), goal("personal")];

  it("counts a goal in each of the three domains", () => {
    expect(verdictOf(goalDomains, assessed({ document: withGoals(all) }))).toBe("counted");
  });

  it.each([
    ["a domain is missing", all.slice(1)],
    [
      "a goal is set after the as-of day",
      [...all.slice(1), goal("academic", { setOn: day("2021-11-27") })],
    ],
    ["a goal is discontinued", [...all.slice(1), goal("academic", { status: "discontinued" })]],
    ["a goal stands in another plan", [...all.slice(1), goal("academic", { plan: planId("P2") })]],
  ])("does not count where %s", (_name, goals) => {
    const document = { ...withGoals(goals), plans: [plan(), iep] };
    expect(verdictOf(goalDomains, assessed({ document }))).toBe("not-counted");
  });

  it("does not speak of a student without an open plan", () => {
    const document = { ...withGoals(all), plans: [plan({ status: "draft" })] };
    expect(verdictOf(goalDomains, assessed({ document }))).toBe("outside");
    expect(verdictOf(goalDomains, assessed({ document: null }))).toBe("outside");
  });
});

describe("family-participation", () => {
  const family = { participants: ["student", "family"] } as const;

  it("counts family in one of the reviews held", () => {
    const document = documentOf([held("2021-10-01"), held("2021-11-01", family)]);
    expect(verdictOf(familyParticipation, assessed({ document }))).toBe("counted");
  });

  it("counts family in either of two reviews of one day", () => {
    const document = documentOf([
      held("2021-10-01"),
      held("2021-10-01", { review: "R2", ...family }),
    ]);
    expect(verdictOf(familyParticipation, assessed({ document }))).toBe("counted");
  });

  it.each([
    ["no family took part", held("2021-10-01")],
    ["family took part after the as-of day", held("2021-11-27", family)],
    ["family was only invited", held("2021-10-04", { ...family, state: "scheduled" })],
    [
      "family took part in another plan's review that day",
      held("2021-10-01", { review: "R2", plan: planId("P2"), ...family }),
    ],
  ])("does not count where %s", (_name, review) => {
    const document = documentOf([held("2021-10-01"), review], [plan(), iep]);
    expect(verdictOf(familyParticipation, assessed({ document }))).toBe("not-counted");
  });

  it("does not speak of a student without a held review", () => {
    expect(verdictOf(familyParticipation, assessed({}))).toBe("outside");
  });
});

describe("taking part", () => {
  const reviewed = documentOf([held("2021-10-01", { participants: ["student", "counselor"] })]);

  it("is told of student, family and counselor each for themselves", () => {
    const student = assessed({ document: reviewed });
    expect(verdictOf(studentParticipation, student)).toBe("counted");
    expect(verdictOf(familyParticipation, student)).toBe("not-counted");
    expect(verdictOf(counselorParticipation, student)).toBe("counted");
  });
});

describe("component-completeness", () => {
  const goals = ["academic", "career", "personal"] as const;

  it("counts a plan that has all that is asked by the middle of the year", () => {
    const all = withGoals(goals.map((domain) => goal(domain)));
    expect(verdictOf(componentCompleteness, assessed({ document: all }))).toBe("counted");
  });

  it("does not count one that lacks a part, or had it too late", () => {
    const two = withGoals([goal("academic"), goal("career")]);
    expect(verdictOf(componentCompleteness, assessed({ document: two }))).toBe("not-counted");
    const late = [goal("academic"), goal("career"), goal("personal", { setOn: day("2021-11-20") })];
    expect(verdictOf(componentCompleteness, assessed({ document: withGoals(late) }))).toBe(
      "not-counted",
    );
  });

  it("does not speak of a student who is exempt from it", () => {
    const student = assessed({ exemptions: [exempt("goal-domains")] });
    expect(verdictOf(componentCompleteness, student)).toBe("outside");
  });
});

describe("a student who is exempt", () => {
  it("from all requirements is spoken of by no measure of the mandate", () => {
    const student = assessed({ grade: "06", exemptions: [exempt("all")] });
    const spoken = METRICS.filter((metric) => verdictOf(metric, student) !== "outside");
    expect(spoken.map(({ id }) => id)).toEqual(["chronic-absence"]);
  });

  it("from one review leaves its denominator and no other's", () => {
    const student = assessed({ grade: "06", exemptions: [exempt("transition-6")] });
    expect(verdictOf(transitionPlan, student)).toBe("outside");
    expect(verdictOf(transitionCoverage, student)).toBe("outside");
    expect(verdictOf(planCoverage, student)).toBe("counted");
    expect(verdictOf(reviewTimeliness, student)).toBe("not-counted");
  });

  it("is asked again from the day on which the exemption ends", () => {
    const ended = exempt("all", { until: AS_OF });
    expect(verdictOf(planCoverage, assessed({ exemptions: [ended] }))).toBe("counted");
  });
});

describe("the transition into grade 6", () => {
  const areas = { focusAreas: ["career-exploration", "education-plan"] } as const;
  const six = (document: Parameters<typeof assessed>[0]["document"]) =>
    assessed({ grade: "06", document });

  it("is covered by an open plan, a review in the window and its focus areas", () => {
    const student = six(documentOf([held("2021-10-01", areas)]));
    for (const metric of [
      transitionCoverage,
      transitionPlan,
      transitionReview,
      transitionFocusAreas,
    ]) {
      expect(verdictOf(metric, student), metric.id).toBe("counted");
    }
  });

  it("is covered by a review held late, too", () => {
    const student = six(documentOf([held("2021-11-20", areas)]));
    expect(verdictOf(transitionCoverage, student)).toBe("counted");
  });

  it("has its focus areas from a review and a completed step together", () => {
    const review = held("2021-10-01", { focusAreas: ["career-exploration"] });
    const withStep = (given: Parameters<typeof step>[0]) =>
      verdictOf(
        transitionFocusAreas,
        six(
          withGoals([goal("career")], [review], [step({ focusArea: "education-plan", ...given })]),
        ),
      );
    expect(withStep({ completedOn: day("2021-11-26") })).toBe("counted");
    expect(withStep({ completedOn: day("2021-11-27") })).toBe("not-counted");
    expect(withStep({ completedOn: null })).toBe("not-counted");
    expect(withStep({ completedOn: day("2021-11-01"), goal: "of another plan" })).toBe(
      "not-counted",
    );
  });

  it("does not have the focus areas of another plan's review on the same day", () => {
    const document = documentOf(
      [held("2021-10-01"), held("2021-10-01", { review: "R2", plan: planId("P2"), ...areas })],
      [plan(), iep],
    );
    expect(verdictOf(transitionFocusAreas, six(document))).toBe("not-counted");
  });

  it("is not covered without a plan, a review or a focus area", () => {
    const partly = [
      documentOf([held("2021-10-01", areas)], [plan({ closedOn: day("2021-11-01") })]),
      documentOf([]),
      documentOf([held("2021-10-01", { focusAreas: ["education-plan"] })]),
    ];
    for (const document of partly) {
      expect(verdictOf(transitionCoverage, six(document))).toBe("not-counted");
    }
    expect(verdictOf(transitionPlan, six(partly[0]))).toBe("not-counted");
    expect(verdictOf(transitionReview, six(partly[0]))).toBe("counted");
    expect(verdictOf(transitionReview, six(partly[1]))).toBe("not-counted");
  });

  it("does not speak of a student at no transition", () => {
    for (const metric of [
      transitionCoverage,
      transitionPlan,
      transitionReview,
      transitionFocusAreas,
    ]) {
      expect(verdictOf(metric, assessed({ grade: "07" }))).toBe("outside");
    }
  });
});

describe("transition-handover", () => {
  const arrived = (given: {
    readonly grade?: Grade;
    readonly told?: string | null;
    readonly since?: string;
    readonly document?: PlanDocument | null;
    readonly exemptions?: readonly Exemption[];
  }) => {
    const { told = "A", since = "2021-09-06", ...rest } = given;
    const student = assessed({ grade: "09", ...rest });
    const { record } = student;
    const stays = record.stays.map((stay) => ({ ...stay, enteredOn: day(since) }));
    const school = told === null ? null : schoolId(told);
    const statements = [{ plan: planId("P1"), school, grade: null }];
    return { ...student, record: { ...record, stays, statements } };
  };

  it.each([
    ["counts an arrival in grade 9 whose plan is at the new school", arrived({}), "counted"],
    ["counts an arrival in grade 6 alike", arrived({ grade: "06" }), "counted"],
    ["does not count one whose plan stayed behind", arrived({ told: "B" }), "not-counted"],
    [
      "takes no review for a handover",
      arrived({ told: "B", document: documentOf([held("2021-10-04")]) }),
      "not-counted",
    ],
    ["says nothing where the platform gives no school", arrived({ told: null }), "outside"],
    ["says nothing without an open plan", arrived({ document: null }), "outside"],
    [
      "says nothing of a plan of another type",
      arrived({ document: documentOf([], [plan({ planType: "IEP" })]) }),
      "outside",
    ],
    [
      "does not speak of a student who was at the school before",
      arrived({ since: "2021-04-12" }),
      "outside",
    ],
    ["does not speak of who is exempt", arrived({ exemptions: [exempt("all")] }), "outside"],
    ["does not speak of a move that lies ahead", arrived({ grade: "08" }), "outside"],
    ["does not speak of leaving grade 12", arrived({ grade: "12" }), "outside"],
  ] as const)("%s", (_, student, expected) => {
    expect(verdictOf(transitionHandover, student)).toBe(expected);
  });

  it("speaks of the arrivals of a move under that move", () => {
    const context = { asOf: AS_OF, mandate: effectivePractice };
    const under = (grade: Grade) => transitionHandover.transitionOf?.(arrived({ grade }), context);
    expect([under("06"), under("08"), under("09"), under("12")]).toEqual([
      "transition-6",
      null,
      "transition-9",
      null,
    ]);
  });
});

describe("the transition from grade 8 to 9", () => {
  it("is not spoken of before its window opens, but for the plan", () => {
    const student = assessed({ grade: "08" });
    const early = {
      ...student,
      answers: student.answers.map((one) => ({ ...one, opensOn: day("2021-11-27") })),
    };
    expect(verdictOf(transitionReview, student)).toBe("not-counted");
    expect(verdictOf(transitionReview, early)).toBe("outside");
    expect(verdictOf(transitionCoverage, early)).toBe("outside");
    expect(verdictOf(transitionFocusAreas, early)).toBe("outside");
    expect(verdictOf(transitionPlan, early)).toBe("counted");
  });
});

describe("chronic-absence", () => {
  it.each([
    [6, 60, "counted"],
    [5, 60, "not-counted"],
    [1, 10, "counted"],
    [9, 9, "outside"],
    [0, 0, "outside"],
  ] as const)("of %d absent of %d enrolled days is %s", (absentDays, enrolledDays, verdict) => {
    const student = assessed({ attendance: { absentDays, enrolledDays } });
    expect(verdictOf(chronicAbsence, student)).toBe(verdict);
  });
});
