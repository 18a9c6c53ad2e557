import { describe, expect, it } from "vitest";
import { educationPlans } from "../../../../functions/reports/state/rows/education-plans.ts";
import { textOf, type ReportContext } from "../../../../functions/reports/state/rows/report-row.ts";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../../../functions/domain/calendar/school-year.ts";
import { contextOf, schoolGiven, type GivenStudent } from "./school-of-report.ts";

const rowsOf = (students: readonly GivenStudent[], more: Partial<ReportContext> = {}) => {
  const context = contextOf("ed-fi-education-plans", more);
  return educationPlans.rowsOfSchool(schoolGiven(students, undefined, context), context);
};
const plansIn = (students: readonly GivenStudent[], more?: Partial<ReportContext>) =>
  rowsOf(students, more).map(({ value }) => textOf(value("association.plan")));

describe("educationPlans", () => {
  it("has a row for each kind of open plan of each student", () => {
    expect(
      plansIn([
        { plans: [{ planType: "PGP" }, { planType: "504" }] },
        { plans: [] },
        { plans: [{ planType: "IEP" }] },
      ]),
    ).toEqual(["PGP", "504", "IEP"]);
  });

  it("has one row for plans of types that have one value in the standard", () => {
    expect(plansIn([{ plans: [{ planType: "ILP" }, { planType: "ICAP" }] }])).toHaveLength(1);
  });

  it.each([
    ["opened on the count day", { openedOn: day("2021-09-30") }, 1],
    ["opened after it", { openedOn: day("2021-10-01") }, 0],
    ["closed on it", { closedOn: day("2021-09-30"), status: "closed" }, 0],
    ["that is a draft", { status: "draft" }, 0],
  ] as const)("looks at a plan %s", (_when, plan, rows) => {
    expect(plansIn([{ plans: [plan] }])).toHaveLength(rows);
  });

  it("has no plan, and the reason, where none were sent", () => {
    const [row] = rowsOf([{}], { availability: { plans: false, attendance: true } });
    expect(row?.value("association.plan")).toEqual({
      text: "",
      because: "the district sent no plans",
    });
  });

  it("gives the grade at entry: of this year, of an earlier year on record, or none", () => {
    const grade = (enteredOn: string, more: GivenStudent["more"] = {}) =>
      rowsOf([{ grade: "09", enrollments: [[enteredOn, null]], plans: [{}], more }])[0]?.value(
        "association.entryGrade",
      );
    expect(grade("2021-07-01")).toBe("09");
    expect(grade("2021-06-30")).toEqual({
      text: "",
      because:
        "the exports do not say in which grade the student entered in an earlier school year",
    });
    expect(
      grade("2021-06-30", { gradeYears: [{ schoolYear: schoolYear(2021), grade: "08" }] }),
    ).toBe("08");
  });

  it("has the values of a student's row, and no other", () => {
    const [row] = rowsOf([{ plans: [{}], stateIds: "7701" }]);
    expect(row?.value("student.stateId")).toBe("7701");
    expect(row?.value("enrollment.enteredOn")).toBe("2021-08-30");
    expect(() => row?.value("association.signature")).toThrow("no value association.signature");
    expect(educationPlans.sourceOf("association.signature")).toBeNull();
  });
});
