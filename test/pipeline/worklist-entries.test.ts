import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/day.ts";
import { planId, schoolId, studentId } from "../../functions/domain/ids.ts";
import type { PlanDocument } from "../../functions/domain/plan.ts";
import { schoolYear } from "../../functions/domain/school-year.ts";
import { NO_MORE_RECORDS } from "../../functions/mandates/clock-case.ts";
import { effectivePractice } from "../../functions/mandates/effective-practice.ts";
import { assessedStudents } from "../../functions/metrics/assessed-students.ts";
import { schoolDiscrepancies } from "../../functions/metrics/school-partial.ts";
import type { SchoolRecords } from "../../functions/metrics/school-records.ts";
import { worklistEntries } from "../../functions/pipeline/worklist-entries.ts";

const SCHOOL = schoolId("A");
const MAREN = studentId("0042");
const CONTEXT = {
  asOf: day("2021-11-26"),
  mandate: effectivePractice,
  holds: { plans: true, attendance: false },
  stalePlansSince: null,
};

/** Maren in grade 7, without a plan, in a school whose calendar nobody sent. */
const RECORDS: SchoolRecords = {
  school: SCHOOL,
  calendars: new Map(),
  sharedIdentities: new Set(),
  students: [
    {
      student: {
        student: MAREN,
        givenName: "Maren",
        familyName: "Alderwick",
        birthOn: null,
        grade: "07",
        sex: null,
        raceEthnicity: null,
      },
      stays: [
        {
          student: MAREN,
          school: SCHOOL,
          enteredOn: day("2021-09-01"),
          withdrewOn: null,
          isPrimary: true,
        },
      ],
      document: null,
      absences: [],
      statements: [],
      more: NO_MORE_RECORDS,
    },
  ],
};

const students = assessedStudents(RECORDS, CONTEXT);
const listed = (some: typeof students) => worklistEntries(RECORDS, some, "North", CONTEXT);

describe("the worklist", () => {
  it("names each student without a plan, where no review is due, by the record", () => {
    const silent = students.map((one) => ({ ...one, answers: [] }));
    expect(listed(silent).map(({ requirement }) => requirement)).toEqual([
      "record-enrolled-without-plan",
    ]);
  });

  it("names nobody twice for one missing plan", () => {
    const missing = students.map(({ answers, ...one }) => {
      const without = answers
        .slice(0, 1)
        .map((answer) => ({ ...answer, status: "plan-missing" as const }));
      return { ...one, answers: without, requirements: without };
    });
    expect(listed(missing).map(({ need }) => need)).toEqual(["no-plan"]);
  });

  it("lists no student for a plan file that has stopped coming", () => {
    const [maren] = RECORDS.students;
    const plan = { plan: planId("P1"), student: MAREN, planType: "ILP", counselor: "" } as const;
    const year = schoolYear(2022);
    const days = { openedOn: day("2021-09-10"), closedOn: null };
    const document: PlanDocument = {
      student: MAREN,
      schoolYear: year,
      plans: [{ ...plan, ...days, schoolYear: year, status: "active" }],
      goals: [],
      actionSteps: [],
      reviews: [],
    };
    const records = { ...RECORDS, students: [{ ...maren!, document }] };
    const context = { ...CONTEXT, stalePlansSince: day("2021-10-01") };
    const assessed = assessedStudents(records, context);
    expect(schoolDiscrepancies(records, assessed, context)).toMatchObject([
      { problem: "stale-plan-file" },
    ]);
    const entries = worklistEntries(records, assessed, "North", context);
    expect(entries.filter(({ need }) => need === "mend-record")).toEqual([]);
  });
});
