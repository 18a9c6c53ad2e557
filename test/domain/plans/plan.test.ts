import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { planId, studentId } from "../../../functions/domain/ids.ts";
import { isActiveOn, mayBeActiveOn, type Plan } from "../../../functions/domain/plans/plan.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";

const plan: Plan = {
  plan: planId("P1"),
  student: studentId("0042"),
  planType: "ILP",
  schoolYear: schoolYear(2022),
  status: "active",
  openedOn: day("2021-09-10"),
  closedOn: day("2022-03-15"),
  counselor: "",
};

describe("isActiveOn", () => {
  it("counts the day a plan was opened, and not the day it was closed", () => {
    expect(isActiveOn(plan, day("2021-09-09"))).toBe(false);
    expect(isActiveOn(plan, day("2021-09-10"))).toBe(true);
    expect(isActiveOn(plan, day("2022-03-14"))).toBe(true);
    expect(isActiveOn(plan, day("2022-03-15"))).toBe(false);
  });

  it("counts a plan closed since on the days it was open", () => {
    expect(isActiveOn({ ...plan, status: "closed" }, day("2021-12-01"))).toBe(true);
  });

  it("never counts a plan that was closed on an unknown day, which may be open since it was opened", () => {
    const closed: Plan = { ...plan, status: "closed", closedOn: null };
    expect(isActiveOn(closed, day("2021-12-01"))).toBe(false);
    expect(mayBeActiveOn(closed, day("2021-09-09"))).toBe(false);
    expect(mayBeActiveOn(closed, day("2021-09-10"))).toBe(true);
    expect(mayBeActiveOn({ ...closed, status: "active" }, day("2021-12-01"))).toBe(false);
    expect(mayBeActiveOn({ ...plan, status: "closed" }, day("2021-12-01"))).toBe(false);
  });

  it("never counts a draft", () => {
    expect(isActiveOn({ ...plan, status: "draft" }, day("2021-12-01"))).toBe(false);
  });
});
