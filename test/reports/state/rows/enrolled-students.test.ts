import { describe, expect, it } from "vitest";
import { educationPlans } from "../../../../functions/reports/state/rows/education-plans.ts";
import { planReconciliation } from "../../../../functions/reports/state/rows/plan-reconciliation.ts";
import { contextOf, schoolGiven, type GivenStudent } from "./school-of-report.ts";

// The count day of both is September 30, 2021.
const TX = contextOf("tx-endorsement-reconciliation");
const ED_FI = contextOf("ed-fi-education-plans");
const ofTexas = (given: GivenStudent): number =>
  planReconciliation.populationOf!(schoolGiven([given], undefined, TX), TX).length;
const ofEdFi = (given: GivenStudent, more = {}): number =>
  educationPlans.populationOf!(schoolGiven([given], undefined, ED_FI), { ...ED_FI, ...more })
    .length;

describe("whom the records of a file must be about", () => {
  it.each([
    ["entered on the count day", "2021-09-30", null, 1],
    ["entered the day after", "2021-10-01", null, 0],
    ["withdrawn on it, which does not count", "2021-08-30", "2021-09-30", 0],
    ["withdrawn the day after", "2021-08-30", "2021-10-01", 1],
  ] as const)("who is %s", (_what, from, until, students) => {
    expect(ofTexas({ enrollments: [[from, until]] })).toBe(students);
  });

  it.each([
    ["08", 0],
    ["09", 1],
    ["12", 1],
    [null, 0],
  ] as const)("of grade %s, of 9 to 12: %i", (grade, students) => {
    expect(ofTexas({ grade })).toBe(students);
  });

  it("is a student enrolled at another school too: that of the school which counts is another question", () => {
    expect(ofTexas({ enrollments: [["2021-08-30", null, "S2"]] })).toBe(1);
  });

  it("has an open plan where the file is of plans, of whatever grade", () => {
    expect(ofEdFi({ grade: null, plans: [{}] })).toBe(1);
    expect(ofEdFi({ plans: [{ status: "draft" }] })).toBe(0);
    expect(ofEdFi({ plans: [] })).toBe(0);
  });

  it("is everybody where no plans were sent", () => {
    const availability = { plans: false, attendance: true };
    expect(ofEdFi({ plans: [] }, { availability })).toBe(1);
  });
});
