import { NO_MORE_RECORDS } from "../../functions/mandates/clock-case.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../functions/domain/day.ts";
import type { Grade } from "../../functions/domain/grade.ts";
import { schoolId, studentId } from "../../functions/domain/ids.ts";
import { effectivePractice } from "../../functions/mandates/effective-practice.ts";
import {
  mergePartials,
  mergeTwo,
  type DistrictPartial,
} from "../../functions/metrics/merge-partials.ts";
import type { MeasureContext } from "../../functions/metrics/metric.ts";
import { assessedStudents } from "../../functions/metrics/assessed-students.ts";
import { measureSchool, type SchoolPartial } from "../../functions/metrics/school-partial.ts";
import type { SchoolRecords, StudentRecord } from "../../functions/metrics/school-records.ts";
import { calendar, documentOf, FIRST_DAY, held } from "../mandates/clock-case.ts";
import { goal } from "./assessed-student.ts";

/** The last of the calendar's 100 days: 40 days lie after the landmark. */
const context = {
  asOf: day("2022-01-21"),
  mandate: effectivePractice,
  holds: { plans: true, attendance: true },
  stalePlansSince: null,
};

const record = fc.record({
  grade: fc.constantFrom("03", "06", "07", "08", "12" as const),
  hasPlan: fc.boolean(),
  goals: fc.nat({ max: 7 }),
  reviewedAfter: fc.array(fc.nat({ max: 130 }), { maxLength: 3 }),
  absentAfter: fc.uniqueArray(fc.nat({ max: 99 }), { maxLength: 20 }),
  /** The instructional day of withdrawal: some leave too soon after the landmark. */
  withdrewAfter: fc.option(fc.integer({ min: 50, max: 99 })),
});
type Drawn = typeof record extends fc.Arbitrary<infer T> ? T : never;

function studentOf(school: string, index: number, drawn: Drawn): StudentRecord {
  const student = studentId(`${school}-${index}`);
  const { hasPlan, goals, reviewedAfter, absentAfter, withdrewAfter } = drawn;
  const withdrewOn = withdrewAfter === null ? null : calendar.instructionalDays[withdrewAfter]!;
  const reviews = reviewedAfter.map((days) => held(addDays(FIRST_DAY, days)));
  const given = Array.from({ length: goals }, (_, nth) => goal("career", { goal: `G${nth}` }));
  return {
    student: {
      student,
      givenName: "",
      familyName: "",
      birthOn: null,
      grade: drawn.grade as Grade,
      sex: null,
      raceEthnicity: null,
    },
    stays: [
      { student, school: schoolId(school), enteredOn: FIRST_DAY, withdrewOn, isPrimary: true },
    ],
    document: hasPlan ? { ...documentOf(reviews), goals: given } : null,
    absences: absentAfter.map((nth) => ({
      student,
      on: calendar.instructionalDays[nth]!,
      absentMilli: 1000,
      excusal: "excused",
    })),
    statements: [],
    more: NO_MORE_RECORDS,
  };
}

function schoolOf(name: string, drawn: readonly Drawn[]): SchoolRecords {
  const school = schoolId(name);
  return {
    school,
    calendars: new Map([[school, { ...calendar, school }]]),
    students: drawn.map((one, index) => studentOf(name, index, one)),
    sharedIdentities: new Set(),
  };
}

const measured = (records: SchoolRecords, given: MeasureContext): SchoolPartial =>
  measureSchool(records, assessedStudents(records, given), given);

const schools = fc
  .array(fc.array(record, { maxLength: 6 }), { minLength: 1, maxLength: 5 })
  .map((all) => all.map((drawn, index) => measured(schoolOf(`S${index}`, drawn), context)));

/** What is counted, exactly; and the moments, which are floating sums. */
const counted = ({ association, ...counts }: DistrictPartial) => {
  const { all, byPlan, byGoals, ...exact } = association;
  return { exact: { ...counts, ...exact }, moments: { all, byPlan, byGoals } };
};

/** The order of a floating sum is all that may differ. */
function expectClose(given: unknown, expected: unknown): void {
  const [some, others] = [numbersIn(given), numbersIn(expected)];
  expect(some).toHaveLength(others.length);
  some.forEach((number, index) => expect(number).toBeCloseTo(others[index]!, 9));
}

/** All numbers of a value, in the order of its keys. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  const keys = Object.keys(value).sort();
  return keys.flatMap((key) => numbersIn((value as { readonly [key: string]: unknown })[key]));
}

const withoutSchool = ({ school: _school, ...partial }: SchoolPartial): DistrictPartial => partial;

describe("mergePartials", () => {
  it("comes to the same in any order of the schools, to the last bit", () => {
    fc.assert(
      fc.property(schools, (parts) => {
        expect(mergePartials(parts.toReversed())).toEqual(mergePartials(parts));
      }),
    );
  });

  it("comes to the same however the schools are grouped", () => {
    fc.assert(
      fc.property(schools, fc.nat(), (parts, place) => {
        fc.pre(parts.length > 1);
        const at = 1 + (place % (parts.length - 1));
        const whole = counted(mergePartials(parts));
        const halves = counted(
          mergeTwo(mergePartials(parts.slice(0, at)), mergePartials(parts.slice(at))),
        );
        expect(halves.exact).toEqual(whole.exact);
        expectClose(halves.moments, whole.moments);
      }),
    );
  });

  it("comes to what one school of all the students would", () => {
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        fc.nat({ max: 8 }),
        (drawn, at) => {
          const split = mergePartials([
            measured(schoolOf("S0", drawn.slice(0, at)), context),
            measured(schoolOf("S1", drawn.slice(at)), context),
          ]);
          const whole = counted(withoutSchool(measured(schoolOf("S0", drawn), context)));
          expect(counted(split).exact).toEqual(whole.exact);
          expectClose(counted(split).moments, whole.moments);
        },
      ),
    );
  });

  it("is not to be had of no school", () => {
    expect(() => mergePartials([])).toThrow("merge partials: expected at least one school");
  });
});

describe("measureSchool", () => {
  it("counts each student under each requirement in one status", () => {
    fc.assert(
      fc.property(schools, (parts) => {
        const { statuses, counts, studentsUnderMandate, students } = mergePartials(parts);
        const sum = (byStatus: { readonly [status: string]: number } = {}) =>
          Object.values(byStatus).reduce((total, count) => total + count, 0);
        expect(sum(statuses["all"]?.["all/all"])).toBe(studentsUnderMandate);
        expect(sum(statuses["review-1"]?.["all/all"])).toBe(studentsUnderMandate);
        const byGrade = Object.entries(statuses["all"] ?? {}).filter(([key]) =>
          key.startsWith("grade/"),
        );
        expect(byGrade.reduce((total, [, one]) => total + sum(one), 0)).toBe(studentsUnderMandate);
        for (const groups of Object.values(counts)) {
          for (const { numerator, denominator } of Object.values(groups)) {
            expect(numerator).toBeLessThanOrEqual(denominator);
            expect(denominator).toBeLessThanOrEqual(students);
          }
        }
      }),
    );
  });

  it("counts a student at the school of the as-of day only, so that schools add up", () => {
    const moved = (school: string): SchoolRecords => {
      const student = studentId("0042");
      const stay = (at: string, enteredOn: string, withdrewOn: string | null) => ({
        student,
        school: schoolId(at),
        enteredOn: day(enteredOn),
        withdrewOn: withdrewOn === null ? null : day(withdrewOn),
        isPrimary: true,
      });
      const one = studentOf("S0", 0, {
        grade: "07",
        hasPlan: true,
        goals: 0,
        reviewedAfter: [],
        absentAfter: [],
        withdrewAfter: null,
      });
      const stays = [stay("S0", "2021-09-06", "2022-01-10"), stay("S1", "2022-01-10", null)];
      return { ...schoolOf(school, []), students: [{ ...one, stays }] };
    };
    expect(measured(moved("S0"), context).students).toBe(0);
    expect(measured(moved("S1"), context).students).toBe(1);
    const early = { ...context, asOf: day("2022-01-09") };
    expect(measured(moved("S0"), early).students).toBe(1);
    expect(measured(moved("S1"), early).students).toBe(0);
  });

  it("says what a student waits for: overdue, due within 30 days, or a plan", () => {
    const needs = (asOf: string, drawn: Partial<Drawn> = {}) => {
      const one = {
        grade: "07" as const,
        hasPlan: true,
        goals: 0,
        reviewedAfter: [],
        absentAfter: [],
        withdrewAfter: null,
        ...drawn,
      };
      return measured(schoolOf("S0", [one]), { ...context, asOf: day(asOf) }).needs;
    };
    expect(needs("2021-10-12")).toEqual({});
    expect(needs("2021-10-13")).toEqual({ "review-1": { "due-soon": 1 } });
    expect(needs("2021-11-12")).toEqual({ "review-1": { "due-soon": 1 } });
    expect(needs("2021-11-13")).toEqual({ "review-1": { overdue: 1 } });
    expect(needs("2021-10-12", { hasPlan: false })).toEqual({
      "review-1": { "no-plan": 1 },
      "review-2": { "no-plan": 1 },
    });
    expect(needs("2021-11-13", { reviewedAfter: [30] })).toEqual({});
  });
});
