import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolId, studentId } from "../../../functions/domain/ids.ts";
import { assessedStudents } from "../../../functions/metrics/students/assessed-students.ts";
import { populationName } from "../../../functions/metrics/questions/question.ts";
import { questionsOf } from "../../../functions/metrics/cube/questions.ts";
import { schoolCube, schoolDiscrepancies } from "../../../functions/metrics/cube/school-cube.ts";
import type { SchoolRecords } from "../../../functions/metrics/students/school-records.ts";
import { FIRST_DAY } from "../../mandates/clock-case.ts";
import { CONTEXT, cubeOf, drawnStudent, PLAIN, schoolOf, studentOf } from "../drawn-school.ts";

const ABSENCE = ["chronic-absence", "chronic-absence-year/school", "chronic-absence-year/district"];

const sum = (counts: readonly number[] = []): number =>
  counts.reduce((all, count) => all + count, 0);

describe("schoolCube", () => {
  it("counts one student once in each division, by the answer to each question", () => {
    const { students, answers } = cubeOf(
      schoolOf("A", [
        {
          ...PLAIN,
          ...{ sex: "female", raceEthnicity: "asian", program: "Homeless", counselor: "K-1" },
          reviewedAfter: [30, 100],
        },
      ]),
    );
    const groups = [
      ...["all/all", "grade/07", "race-ethnicity/asian", "sex/female", "english-learner/no"],
      ...["disability/no", "economic-status/no", "homeless/yes", "counselor/K-1"],
    ];
    const once = Object.fromEntries(groups.map((group) => [group, 1]));
    expect(students).toEqual({
      ...{ mandate: once, enrolled: once, "year school": once, "year district": once },
    });
    const ofEach = (counts: readonly number[]) =>
      Object.fromEntries(groups.map((group) => [group, counts]));
    expect(answers["plan-coverage"]).toEqual(ofEach([1, 0]));
    expect(answers["statuses/review-1"]).toEqual(ofEach([1, 0, 0, 0, 0, 0]));
    expect(answers["statuses/all"]).toEqual(ofEach([1, 0, 0, 0, 0, 0]));
    expect(answers["participation/student"]).toEqual(ofEach([1, 0, 0, 0]));
    expect(answers["standings/all"]).toEqual(ofEach([0, 1, 0, 0]));
    expect(answers["chronic-absence"]).toEqual(ofEach([1, 0, 0]));
    expect(answers["chronic-absence-year/school"]).toEqual(ofEach([1, 0]));
    expect(answers).not.toHaveProperty("transition/transition-6");
  });

  it("counts a student whose plan names no counselor, or who has none, together", () => {
    const { students } = cubeOf(schoolOf("A", [PLAIN, { ...PLAIN, hasPlan: false }]));
    expect(students["enrolled"]?.["counselor/"]).toBe(2);
  });

  it("counts a student without a grade as enrolled alone, and in no grade", () => {
    const { students, answers } = cubeOf(schoolOf("A", [{ ...PLAIN, grade: null }]));
    const ungraded = { "all/all": 1, "counselor/": 1 };
    expect(students).toEqual({
      ...{ enrolled: ungraded, "year school": ungraded, "year district": ungraded },
    });
    expect(Object.keys(answers)).toEqual(ABSENCE);
  });

  it("counts the students of a transition's grade by themselves", () => {
    const { students, answers } = cubeOf(schoolOf("A", [PLAIN, { ...PLAIN, grade: "06" }]));
    expect(students["grade 06"]?.["all/all"]).toBe(1);
    expect(answers["transition/transition-6"]?.["all/all"]).toEqual([0, 1, 0, 0]);
  });

  it("divides any students in parts that add up to each population, group by group", () => {
    const questions = questionsOf(CONTEXT.mandate, CONTEXT.asOf);
    fc.assert(
      fc.property(fc.array(drawnStudent, { maxLength: 8 }), (drawn) => {
        const { students, answers } = cubeOf(schoolOf("A", drawn));
        const there = drawn.filter(({ withdrewAfter }) => withdrewAfter === null);
        const inMandate = there.filter(({ grade }) => grade !== null && grade !== "03");
        expect(students["enrolled"]?.["all/all"] ?? 0).toBe(there.length);
        expect(students["mandate"]?.["all/all"] ?? 0).toBe(inMandate.length);
        expect(students["year school"]?.["all/all"] ?? 0).toBe(drawn.length);
        for (const { statistic, population } of questions) {
          const sizes = students[populationName(population)] ?? {};
          const counts = Object.entries(answers[statistic] ?? {});
          expect(Object.fromEntries(counts.map(([group, parts]) => [group, sum(parts)]))).toEqual(
            sizes,
          );
        }
        for (const [population, sizes] of Object.entries(students)) {
          const inDivision = (division: string): number =>
            sum(
              Object.entries(sizes)
                .filter(([group]) => group.startsWith(`${division}/`))
                .map(([, size]) => size),
            );
          const all = sizes["all/all"]!;
          expect(inDivision("counselor"), population).toBe(all);
          for (const division of ["grade", "sex", "race-ethnicity", "homeless", "disability"]) {
            expect(inDivision(division), division).toBeLessThanOrEqual(all);
          }
          if (population === "mandate") expect(inDivision("grade")).toBe(all);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("has no answers that rest on records nobody sent, and counts its students all the same", () => {
    const records = schoolOf("A", [PLAIN]);
    const cubeWithout = (availability: typeof CONTEXT.availability) =>
      cubeOf(records, { ...CONTEXT, availability });
    const noPlans = cubeWithout({ plans: false, attendance: true });
    expect(Object.keys(noPlans.answers)).toEqual(ABSENCE);
    expect(noPlans.students["mandate"]?.["all/all"]).toBe(1);
    const noAttendance = cubeWithout({ plans: true, attendance: false });
    for (const name of ABSENCE) expect(noAttendance.answers).not.toHaveProperty(name);
    expect(noAttendance.answers).toHaveProperty("plan-coverage");
    expect(noAttendance.availability).toEqual({ plans: true, attendance: false });
  });

  it("says when each question is first due for any of its students", () => {
    const { firstDueOn } = cubeOf(schoolOf("A", [PLAIN, { ...PLAIN, grade: "06" }]));
    expect(firstDueOn).toMatchObject({
      "statuses/all": "2021-10-20",
      "statuses/review-1": "2021-11-12",
      "statuses/review-2": "2022-01-07",
      "transition/transition-6": "2021-10-20",
    });
    expect(firstDueOn).not.toHaveProperty("transition/transition-9");
    expect(firstDueOn).not.toHaveProperty("plan-coverage");
  });

  it("has the days of its own calendar, and none where none was sent", () => {
    const records = schoolOf("A", [PLAIN]);
    expect(cubeOf(records).instructionalDays).toBe(101);
    expect(cubeOf({ ...records, calendars: new Map() }).instructionalDays).toBe(0);
  });

  it("refuses an answer that is no part of its question", () => {
    const records = schoolOf("A", [PLAIN]);
    const [student] = assessedStudents(records, CONTEXT);
    const requirements = student!.requirements.map((requirement) => ({
      ...requirement,
      status: "lost" as never,
    }));
    expect(() => schoolCube(records, [{ ...student!, requirements }], CONTEXT)).toThrow(
      /^question statuses\/[a-z0-9-]+ has no part /,
    );
  });

  it("counts a student at the school of the as-of day only, so that schools add up", () => {
    const moved = (school: string): SchoolRecords => {
      const student = studentId("0042");
      const enrollment = (school: string, enteredOn: string, withdrewOn: string | null) => ({
        student,
        school: schoolId(school),
        enteredOn: day(enteredOn),
        withdrewOn: withdrewOn === null ? null : day(withdrewOn),
        isPrimary: true,
      });
      const enrollments = [
        enrollment("S0", "2021-09-06", "2022-01-10"),
        enrollment("S1", "2022-01-10", null),
      ];
      return { ...schoolOf(school, []), students: [{ ...studentOf("S0", 0, PLAIN), enrollments }] };
    };
    const enrolledOn = (school: string, asOf: string) =>
      cubeOf(moved(school), { ...CONTEXT, asOf: day(asOf) }).students["enrolled"]?.["all/all"] ?? 0;
    expect([enrolledOn("S0", "2022-01-09"), enrolledOn("S1", "2022-01-09")]).toEqual([1, 0]);
    expect([enrolledOn("S0", "2022-01-10"), enrolledOn("S1", "2022-01-10")]).toEqual([0, 1]);
  });
});

describe("schoolDiscrepancies", () => {
  it("names a student without a plan only where a plan is asked of them", () => {
    const records = schoolOf("A", [
      { ...PLAIN, hasPlan: false },
      { ...PLAIN, hasPlan: false, grade: "03" },
    ]);
    const discrepancies = schoolDiscrepancies(records, assessedStudents(records, CONTEXT), CONTEXT);
    expect(discrepancies).toEqual([
      { student: "A-0", problem: "enrolled-without-plan", sinceOn: FIRST_DAY },
    ]);
  });

  it("counts problems by the weeks they have lasted", () => {
    const { problems } = cubeOf(schoolOf("A", [{ ...PLAIN, hasPlan: false }]));
    // From Monday, September 6, 2021, to Friday, January 21, 2022.
    expect(problems).toEqual({ "enrolled-without-plan": { "19": 1 } });
  });
});
