import { day } from "../../../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../../../functions/domain/calendar/school-year.ts";
import type { SchoolId, StudentId } from "../../../../functions/domain/ids.ts";
import type {
  Enrollment,
  ProgramParticipation,
} from "../../../../functions/domain/people/student.ts";
import type { Plan } from "../../../../functions/domain/plans/plan.ts";
import {
  NO_MORE_RECORDS,
  type MoreRecords,
} from "../../../../functions/mandates/clock/clock-case.ts";
import { effectivePractice } from "../../../../functions/mandates/rules/effective-practice.ts";
import { assessedStudents } from "../../../../functions/metrics/students/assessed-students.ts";
import type {
  SchoolRecords,
  StudentRecord,
} from "../../../../functions/metrics/students/school-records.ts";
import { NO_REPORT_SETTINGS } from "../../../../functions/reports/state/definitions/report-settings.ts";
import type {
  ReportContext,
  SchoolOfReport,
} from "../../../../functions/reports/state/rows/report-row.ts";
import { reportCalled } from "../../../support/made-report.ts";

export const SCHOOL = "S1" as SchoolId;
/** Thirty days of instruction, September 1 to 30, 2021. */
export const SEPTEMBER = Array.from({ length: 30 }, (_, index) =>
  day(`2021-09-${String(index + 1).padStart(2, "0")}`),
);

export interface GivenStudent {
  readonly id?: string;
  readonly grade?: StudentRecord["student"]["grade"];
  readonly sex?: StudentRecord["student"]["sex"];
  readonly race?: StudentRecord["student"]["raceEthnicity"];
  readonly stateIds?: string | null;
  /** Days of entry and withdrawal, at the school or another. */
  readonly enrollments?: readonly (readonly [
    from: string,
    until: string | null,
    school?: string,
  ])[];
  /** Days of September that were missed, whole; or thousandths of each. */
  readonly absent?: number;
  readonly milli?: number;
  readonly programs?: readonly (readonly [program: string, from: string, until?: string])[] | null;
  readonly plans?: readonly Partial<Plan>[];
  readonly more?: Partial<MoreRecords>;
}

export function studentGiven(given: GivenStudent, index = 0): StudentRecord {
  const student = (given.id ?? `N${index + 1}`) as StudentId;
  const enrollments = (given.enrollments ?? [["2021-08-30", null]]).map(
    ([from, until, school = SCHOOL]): Enrollment => ({
      ...{ student, school: school as SchoolId, enteredOn: day(from), isPrimary: true },
      withdrewOn: until === null ? null : day(until),
    }),
  );
  const programs =
    given.programs === null
      ? null
      : (given.programs ?? []).map(([program, from, until]): ProgramParticipation => ({
          ...{ student, program, beganOn: day(from) },
          endedOn: until === undefined ? null : day(until),
        }));
  const plans = (given.plans ?? []).map((plan, place) => ({
    ...{ plan: `P${student}${place}`, student, planType: "ILP", schoolYear: schoolYear(2022) },
    ...{ status: "active", openedOn: day("2021-09-01"), closedOn: null, counselor: "" },
    ...plan,
  })) as unknown as readonly Plan[];
  return {
    student: {
      ...{ student, givenName: "Ada", familyName: "Alder", birthOn: null },
      grade: given.grade === undefined ? "09" : given.grade,
      sex: given.sex === undefined ? "female" : given.sex,
      raceEthnicity: given.race === undefined ? "white" : given.race,
      stateIds: given.stateIds === undefined ? `77${index}` : given.stateIds,
    },
    enrollments,
    document:
      plans.length === 0
        ? null
        : {
            ...{ student, schoolYear: schoolYear(2022), plans },
            goals: [],
            actionSteps: [],
            reviews: [],
          },
    absences: SEPTEMBER.slice(0, given.absent ?? 0).map((on) => ({
      on,
      absentMilli: given.milli ?? 1000,
    })),
    statements: [],
    caseload: [],
    more: { ...NO_MORE_RECORDS, programs, ...given.more },
  };
}

export const CONTEXT: ReportContext = {
  definition: reportCalled("edfacts-fs195"),
  asOf: day("2021-09-30"),
  year: schoolYear(2022),
  mandate: effectivePractice,
  ofDistrict: effectivePractice,
  availability: { plans: true, attendance: true },
  settings: { ...NO_REPORT_SETTINGS, schools: { S1: "9001" } },
};

export const contextOf = (report: string, more: Partial<ReportContext> = {}): ReportContext => ({
  ...CONTEXT,
  definition: reportCalled(report),
  ...more,
});

export function schoolGiven(
  students: readonly GivenStudent[],
  days: readonly string[] = SEPTEMBER,
  context: ReportContext = CONTEXT,
): SchoolOfReport {
  const instructionalDays = days.map((on) => day(on));
  const calendar = (school: string) =>
    [school as SchoolId, { school: school as SchoolId, instructionalDays }] as const;
  const records: SchoolRecords = {
    school: SCHOOL,
    calendars: new Map(days.length === 0 ? [] : [calendar("S1"), calendar("S2")]),
    students: students.map(studentGiven),
    sharedIdentities: new Set(),
  };
  return {
    ...{ id: "S1", name: "Alder School", records, discrepancies: [] },
    counted: assessedStudents(records, context),
  };
}
