import fc from "fast-check";
import { addDays, day } from "../../functions/domain/calendar/day.ts";
import { schoolId, studentId } from "../../functions/domain/ids.ts";
import { NO_MORE_RECORDS } from "../../functions/mandates/clock/clock-case.ts";
import { effectivePractice } from "../../functions/mandates/rules/effective-practice.ts";
import { assessedStudents } from "../../functions/metrics/students/assessed-students.ts";
import type { MeasureContext } from "../../functions/metrics/students/measure-context.ts";
import { schoolCube, type SchoolCube } from "../../functions/metrics/cube/school-cube.ts";
import type {
  SchoolRecords,
  StudentRecord,
} from "../../functions/metrics/students/school-records.ts";
import { documentOf, FIRST_DAY, held, plan, wholeCalendar } from "../mandates/clock-case.ts";
import { goal } from "./assessed-student.ts";

/** The last of the calendar's 100 days: 40 days lie after the landmark. */
export const CONTEXT: MeasureContext = {
  asOf: day("2022-01-21"),
  mandate: effectivePractice,
  availability: { plans: true, attendance: true },
  stalePlansSince: null,
};

/** What any student may be like. */
export const drawnStudent = fc.record({
  grade: fc.constantFrom("03", "06", "07", "08", "09", "12", null),
  sex: fc.constantFrom("female", "male", "unspecified", null),
  raceEthnicity: fc.constantFrom("asian", "white", null),
  /** None: no programs were sent. */
  program: fc.constantFrom("Special Education", "Homeless", "", null),
  counselor: fc.constantFrom("K-1", "K-2", ""),
  hasPlan: fc.boolean(),
  goals: fc.nat({ max: 7 }),
  reviewedAfter: fc.array(fc.nat({ max: 130 }), { maxLength: 3 }),
  absentAfter: fc.uniqueArray(fc.nat({ max: 99 }), { maxLength: 20 }),
  /** The instructional day of withdrawal: some leave too soon after the landmark. */
  withdrewAfter: fc.option(fc.integer({ min: 50, max: 99 })),
});
export type Drawn = typeof drawnStudent extends fc.Arbitrary<infer T> ? T : never;

/** A student of grade 7 with an open plan and nothing else. */
export const PLAIN: Drawn = {
  ...{ grade: "07", sex: null, raceEthnicity: null, program: null, counselor: "", hasPlan: true },
  ...{ goals: 0, reviewedAfter: [], absentAfter: [], withdrewAfter: null },
};

export function studentOf(school: string, index: number, drawn: Drawn): StudentRecord {
  const student = studentId(`${school}-${index}`);
  const { grade, sex, raceEthnicity, program, counselor, hasPlan, goals, withdrewAfter } = drawn;
  const withdrewOn =
    withdrewAfter === null ? null : wholeCalendar.instructionalDays[withdrewAfter]!;
  const reviews = drawn.reviewedAfter.map((days) => held(addDays(FIRST_DAY, days)));
  const set = Array.from({ length: goals }, (_, nth) => goal("career", { goal: `G${nth}` }));
  return {
    student: { student, givenName: "", familyName: "", birthOn: null, grade, sex, raceEthnicity },
    enrollments: [
      { student, school: schoolId(school), enteredOn: FIRST_DAY, withdrewOn, isPrimary: true },
    ],
    document: hasPlan ? { ...documentOf(reviews, [plan({ counselor })]), goals: set } : null,
    absences: drawn.absentAfter.map((nth) => ({
      student,
      on: wholeCalendar.instructionalDays[nth]!,
      absentMilli: 1000,
      excusal: "excused",
    })),
    statements: [],
    caseload: [],
    more: {
      ...NO_MORE_RECORDS,
      programs:
        program === null
          ? null
          : program === ""
            ? []
            : [{ student, program, beganOn: FIRST_DAY, endedOn: null }],
    },
  };
}

export function schoolOf(name: string, drawn: readonly Drawn[]): SchoolRecords {
  const school = schoolId(name);
  return {
    school,
    calendars: new Map([[school, { ...wholeCalendar, school }]]),
    students: drawn.map((drawnStudent, index) => studentOf(name, index, drawnStudent)),
    sharedIdentities: new Set(),
  };
}

export const cubeOf = (records: SchoolRecords, context = CONTEXT): SchoolCube =>
  schoolCube(records, assessedStudents(records, context), context);

/** The cubes of one to five schools. */
export const drawnCubes: fc.Arbitrary<readonly SchoolCube[]> = fc
  .array(fc.array(drawnStudent, { maxLength: 6 }), { minLength: 1, maxLength: 5 })
  .map((all) => all.map((drawn, index) => cubeOf(schoolOf(`S${index}`, drawn))));
