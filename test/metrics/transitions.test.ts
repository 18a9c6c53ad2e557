import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import type { Exemption } from "../../functions/domain/plans/exemption.ts";
import type { Grade } from "../../functions/domain/people/grade.ts";
import { planId, schoolId } from "../../functions/domain/ids.ts";
import type { PlanDocument } from "../../functions/domain/plans/plan.ts";
import type { RequirementStanding } from "../../functions/domain/plans/requirement-standing.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import { transitionCoverage } from "../../functions/metrics/measures/transition-coverage.ts";
import { transitionFocusAreas } from "../../functions/metrics/measures/transition-focus-areas.ts";
import { transitionHandover } from "../../functions/metrics/measures/transition-handover.ts";
import { transitionPlan } from "../../functions/metrics/measures/transition-plan.ts";
import { transitionReview } from "../../functions/metrics/measures/transition-review.ts";
import { documentOf, held, plan } from "../mandates/clock-case.ts";
import {
  AS_OF,
  assessed,
  contextOn,
  exempt,
  goal,
  iep,
  partOf,
  step,
  withGoals,
} from "./assessed-student.ts";

/** Each measure with each of its bars and the question it is read from. */

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

  it("is ready by what was done where only a part of the calendar was sent, and else cannot be determined", () => {
    const inPart = { grade: "06", isCalendarInPart: true } as const;
    const done = assessed({ ...inPart, document: documentOf([held("2021-10-01", areas)]) });
    expect(partOf(transitionCoverage, done, AT)).toBe("ready");
    expect(partOf(transitionReview, done, AT)).toBe("yes");
    const nothing = assessed({ ...inPart, document: documentOf([]) });
    expect(partOf(transitionCoverage, nothing, AT)).toBe("not-determinable");
    expect(partOf(transitionReview, nothing, AT)).toBe("no");
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
