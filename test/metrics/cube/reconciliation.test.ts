import { describe, expect, it } from "vitest";
import { NO_MORE_RECORDS } from "../../../functions/mandates/clock/clock-case.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { planId, schoolId, studentId } from "../../../functions/domain/ids.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import type { Enrollment } from "../../../functions/domain/people/student.ts";
import {
  discrepancies,
  problemFigures,
  tallyProblems,
} from "../../../functions/metrics/cube/reconciliation.ts";
import { wholeCalendar as calendar } from "../../mandates/clock-case.ts";
import type {
  SchoolRecords,
  StudentRecord,
} from "../../../functions/metrics/students/school-records.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";

const AS_OF = day("2021-11-26");
const MAREN = studentId("0042");
const SCHOOL = schoolId("A");
const context = {
  asOf: AS_OF,
  mandate: effectivePractice,
  availability: { plans: true, attendance: true },
  stalePlansSince: null,
};
const enrollment = (given: Partial<Enrollment> = {}): Enrollment => ({
  student: MAREN,
  school: SCHOOL,
  enteredOn: day("2021-09-01"),
  withdrewOn: null,
  isPrimary: true,
  ...given,
});

/** Maren in grade 7 with a plan opened on 10 September, which the platform has at her school. */
function record(given: Partial<StudentRecord> = {}): StudentRecord {
  const plan = planId("P1");
  return {
    student: {
      student: MAREN,
      givenName: "Maren",
      familyName: "Alderwick",
      birthOn: null,
      grade: "07",
      sex: null,
      raceEthnicity: null,
    },
    enrollments: [enrollment()],
    document: {
      student: MAREN,
      schoolYear: schoolYear(2022),
      plans: [
        {
          plan,
          student: MAREN,
          planType: "ILP",
          schoolYear: schoolYear(2022),
          status: "active",
          openedOn: day("2021-09-10"),
          closedOn: null,
          counselor: "",
        },
      ],
      goals: [],
      actionSteps: [],
      reviews: [
        {
          review: "R1",
          plan,
          state: "held",
          scheduledOn: null,
          heldOn: day("2021-10-20"),
          participants: [],
          focusAreas: [],
        },
      ],
    },
    absences: [],
    caseload: [],
    statements: [{ plan, school: SCHOOL, grade: "07" }],
    more: NO_MORE_RECORDS,
    ...given,
  };
}

const discrepanciesOf = (given: Partial<StudentRecord>, school: Partial<SchoolRecords> = {}) =>
  discrepancies(
    {
      school: SCHOOL,
      calendars: new Map([[SCHOOL, calendar]]),
      students: [record(given)],
      sharedIdentities: new Set(),
      ...school,
    },
    context,
    () => true,
  ).map(({ problem, sinceOn }) => [problem, sinceOn]);

describe("discrepancies", () => {
  it("finds none where plan and enrollment agree", () => {
    expect(discrepanciesOf({})).toEqual([]);
  });

  it("names a student without a plan since the day they came, once the plan was due", () => {
    expect(discrepanciesOf({ document: null })).toEqual([["enrolled-without-plan", "2021-09-01"]]);
    // Without a calendar nobody knows when it was due.
    expect(discrepanciesOf({ document: null }, { calendars: new Map() })).toEqual([]);
  });

  it("names an open plan of a student who has left since the day of withdrawal", () => {
    const left = [enrollment({ withdrewOn: day("2021-10-04") })];
    expect(discrepanciesOf({ enrollments: left })).toEqual([
      ["plan-without-enrollment", "2021-10-04"],
    ]);
  });

  it("speaks of a student who has left at the last school alone", () => {
    const elsewhere = enrollment({
      school: schoolId("B"),
      enteredOn: day("2021-09-20"),
      withdrewOn: day("2021-10-04"),
    });
    expect(
      discrepanciesOf({ enrollments: [enrollment({ withdrewOn: day("2021-09-20") }), elsewhere] }),
    ).toEqual([]);
  });

  it("names a plan that the platform has at another school or in another grade", () => {
    const plan = planId("P1");
    expect(discrepanciesOf({ statements: [{ plan, school: schoolId("B"), grade: "06" }] })).toEqual(
      [
        ["wrong-school", "2021-09-10"],
        ["wrong-grade", "2021-09-10"],
      ],
    );
  });

  it("says nothing of what the platform does not tell", () => {
    expect(
      discrepanciesOf({ statements: [{ plan: planId("P1"), school: null, grade: null }] }),
    ).toEqual([]);
  });

  it("names a student whose identifier is also another's", () => {
    expect(discrepanciesOf({}, { sharedIdentities: new Set([MAREN]) })).toEqual([
      ["duplicate-identity", "2021-09-01"],
    ]);
  });

  it("names the students with a plan where the platform's file has stopped coming", () => {
    const stale = { ...context, stalePlansSince: day("2021-10-01") };
    const records = { school: SCHOOL, calendars: new Map(), sharedIdentities: new Set<never>() };
    const students = [record(), record({ document: null })];
    expect(
      discrepancies({ ...records, students }, stale, () => false).map(({ problem, sinceOn }) => [
        problem,
        sinceOn,
      ]),
    ).toEqual([["stale-plan-file", "2021-10-01"]]);
  });
});

describe("the weeks of a problem", () => {
  it("are those of the student in the middle", () => {
    const since = ["2021-11-26", "2021-11-12", "2021-09-03"].map((on) => ({
      student: MAREN,
      problem: "wrong-grade" as const,
      sinceOn: day(on),
    }));
    const tally = tallyProblems(since, AS_OF);
    expect(tally).toEqual({ "wrong-grade": { "0": 1, "2": 1, "12": 1 } });
    expect(problemFigures(tally["wrong-grade"]!)).toEqual({ students: 3, medianWeeks: 2 });
    expect(problemFigures({})).toEqual({ students: 0, medianWeeks: 0 });
  });
});
