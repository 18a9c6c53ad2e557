import { describe, expect, it } from "vitest";
import { PLAN_SOURCES, planValue } from "../../../../functions/reports/state/rows/plan-values.ts";
import { AS_OF, assessed } from "../../../metrics/assessed-student.ts";
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
  it("is nothing that has no name", () => {
    expect(() => planValue("plan.color", assessed({}), context)).toThrow("no value plan.color");
  });
});
