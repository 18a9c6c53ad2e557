import { describe, expect, it } from "vitest";
import { PLAN_SOURCES, planValue } from "../../../../functions/reports/state/rows/plan-values.ts";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { planId } from "../../../../functions/domain/ids.ts";
import { schoolYear } from "../../../../functions/domain/calendar/school-year.ts";
import {
  UNLISTED,
  type PlanDocument,
  type PlanReview,
} from "../../../../functions/domain/plans/plan.ts";
import { documentOf, held, plan } from "../../../mandates/clock-case.ts";
import { AS_OF, assessed, goal } from "../../../metrics/assessed-student.ts";
import { contextWith } from "../../../support/report-in-hand.ts";

const context = contextWith({ asOf: AS_OF });

describe("what a row says of a plan", () => {
  it("is known for each of its names", () => {
    for (const name of Object.keys(PLAN_SOURCES)) {
      expect(typeof planValue(name, assessed({}), context), name).toBe("string");
    }
  });
  it.each([
    ["plan.type", "ILP"],
    ["goals.all", "0"],
    ["reviews.count", "0"],
    ["reviews.days", ""],
    ["participants.family", ""],
    ["exemptions", ""],
  ])("of %s is %j for a plan with nothing else", (name, expected) => {
    expect(planValue(name, assessed({}), context)).toBe(expected);
  });
  it("is nothing for a student without a plan, and no goals are none", () => {
    const none = assessed({ document: null });
    expect(planValue("plan.type", none, context)).toBe("");
    expect(planValue("goals.career", none, context)).toBe("0");
  });
  it("is said to be not sent where the district sent no plans, exemptions apart", () => {
    const unsent = contextWith({ asOf: AS_OF, availability: { plans: false, attendance: true } });
    expect(planValue("goals.all", assessed({}), unsent)).toEqual({
      ...{ text: "", because: "the district sent no plans" },
    });
    expect(planValue("exemptions", assessed({}), unsent)).toBe("");
  });
  it.each([
    ["nobody", [], ""],
    ["the student alone", ["student"], "no"],
    ["the student and the family", ["student", "family"], "yes"],
    ["the student and a word that no list has", ["student", UNLISTED], ""],
    ["the family and a word that no list has", ["family", UNLISTED], "yes"],
  ] as const)(
    "is whether the family took part, of a review with %s",
    (_, participants, expected) => {
      const document = documentOf([held("2021-11-03", { participants })]);
      expect(planValue("participants.family", assessed({ document }), context)).toBe(expected);
    },
  );

  it("is not how many reviews were held, nor that somebody was in none, where one has no day", () => {
    const undated: PlanReview = { ...held("2021-11-03"), review: "R2", heldOn: null };
    const only = held("2021-11-03", { participants: ["student"] });
    const student = assessed({ document: documentOf([only, undated]) });
    expect(planValue("reviews.count", student, context)).toEqual({
      ...{
        text: "",
        because: "a review may have been held on a day that no record gives for certain",
      },
    });
    expect(planValue("reviews.days", student, context)).toBe("2021-11-03");
    expect(planValue("participants.family", student, context)).toBe("");
    expect(planValue("participants.student", student, context)).toBe("yes");
  });

  describe("of the goals", () => {
    const ofYear = (year: number, status: "active" | "closed"): PlanDocument => {
      const id = planId(`P${year}`);
      const openedOn = day(`${year - 1}-09-10`);
      const closedOn = status === "closed" ? day(`${year}-06-10`) : null;
      const given = { plan: id, schoolYear: schoolYear(year), openedOn, closedOn, status } as const;
      return {
        ...documentOf([], [plan(given)]),
        schoolYear: schoolYear(year),
        goals: [goal("career", { goal: `G${year}`, plan: id, setOn: openedOn })],
      };
    };
    const goalsWith = (document: PlanDocument | null, earlier: PlanDocument): unknown => {
      const student = assessed({ document });
      const more = { ...student.record.more, earlier: [earlier] };
      return planValue("goals.all", { ...student, record: { ...student.record, more } }, context);
    };

    it.each([
      ["of an open plan of last year, which is carried on", null, ofYear(2021, "active"), "1"],
      ["not of a closed plan of last year", null, ofYear(2021, "closed"), "0"],
      [
        "of this year's plan alone, if last year's is open too",
        ofYear(2022, "active"),
        ofYear(2021, "active"),
        "1",
      ],
    ])("are those %s", (_, document, earlier, goals) => {
      expect(goalsWith(document, earlier)).toBe(goals);
    });
  });

  it("is nothing that has no name", () => {
    expect(() => planValue("plan.color", assessed({}), context)).toThrow("no value plan.color");
  });
});
