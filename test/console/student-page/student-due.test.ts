import { describe, expect, it } from "vitest";
import { studentDue } from "../../../functions/console/student-page/student-due.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { StudentRow } from "../../../functions/reports/students/students-table.ts";
import { requirementSummary } from "../../releases/mandate-rows.ts";

const REQUIREMENTS = [
  requirementSummary({ id: "first", name: "First review", thing: "Review" }),
  requirementSummary({ id: "second", name: "Second review", thing: "Review" }),
];
const ROW = {
  ...{ student: "900", recordProblems: "wrong-school@2022-01-10", counselor: "S-1" },
  ...{ "first.status": "pending", "first.need": "due-soon", "first.dueOn": day("2022-03-20") },
  ...{ "second.status": "not-held", "second.need": "overdue", "second.dueOn": day("2022-03-01") },
  ...{ "first.because": "Due soon.", "second.because": "None was held." },
} as unknown as StudentRow;
const shown = (seesPlans: boolean) =>
  studentDue(ROW, REQUIREMENTS, day("2022-03-15"), seesPlans).map(
    ({ name, needName, whoActs, daysLeft, sinceOn }) => [
      name,
      needName,
      whoActs,
      daysLeft,
      sinceOn,
    ],
  );

describe("studentDue", () => {
  it("has what is overdue before what is due soon and records to fix, with who acts", () => {
    expect(shown(true)).toEqual([
      ["Second review", "Review overdue", "counselor", -14, null],
      ["First review", "Due within 30 days", "counselor", 5, null],
      ["Plan at another school", "Record to fix", "vendor", null, "2022-01-10"],
    ]);
  });

  it("has the records to fix alone for a reader who sees no plans, with what to do", () => {
    expect(shown(false)).toEqual([
      ["Plan at another school", "Record to fix", "vendor", null, "2022-01-10"],
    ]);
    const [item] = studentDue(ROW, REQUIREMENTS, day("2022-03-15"), false);
    expect(item?.remedy).not.toBe("");
  });
});
