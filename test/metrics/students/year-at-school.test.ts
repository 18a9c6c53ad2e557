import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { Grade } from "../../../functions/domain/people/grade.ts";
import { schoolId, studentId } from "../../../functions/domain/ids.ts";
import { otherStudentsOfYear } from "../../../functions/metrics/students/assessed-students.ts";
import type {
  SchoolRecords,
  StudentRecord,
} from "../../../functions/metrics/students/school-records.ts";
import { isOfYear } from "../../../functions/metrics/students/is-of-year.ts";
import { yearAtSchool } from "../../../functions/metrics/students/year-at-school.ts";
import { mergeCubes } from "../../../functions/metrics/cube/merge-cubes.ts";
import { calendar } from "../../mandates/clock-case.ts";
import { assessed } from "../assessed-student.ts";
import { CONTEXT, cubeOf, PLAIN, studentOf } from "../drawn-school.ts";

/** The nth instructional day of both schools: the first is Monday, September 6, 2021. */
const nth = (number: number): string => calendar.instructionalDays[number - 1]!;

type Enrollment = readonly [school: string, enteredOn: string, withdrewOn: string | null];

/** A student with stays at schools A and B, absent on some instructional days. */
function moving(
  enrollments: readonly Enrollment[],
  absent: readonly number[] = [],
  grade: Grade | null = "07",
): StudentRecord {
  const drawn = { ...PLAIN, absentAfter: absent.map((number) => number - 1) };
  const record = studentOf("A", 0, drawn);
  return {
    ...record,
    student: { ...record.student, grade },
    enrollments: enrollments.map(([school, enteredOn, withdrewOn]) => ({
      student: studentId("A-0"),
      school: schoolId(school),
      enteredOn: day(enteredOn),
      withdrewOn: withdrewOn === null ? null : day(withdrewOn),
      isPrimary: true,
    })),
  };
}

const recordsOf = (school: string, students: readonly StudentRecord[]): SchoolRecords => ({
  school: schoolId(school),
  calendars: new Map(["A", "B"].map((id) => [schoolId(id), { ...calendar, school: schoolId(id) }])),
  students,
  sharedIdentities: new Set(),
});

/** How many of how many are chronically absent at A, at B, and in the district. */
function countedOn(students: readonly StudentRecord[], asOf = CONTEXT.asOf) {
  const cubes = ["A", "B"].map((school) =>
    cubeOf(recordsOf(school, students), { ...CONTEXT, asOf: day(asOf) }),
  );
  const answer = (of: string, counts: (typeof cubes)[number]["answers"]): string => {
    const [not = 0, chronic = 0] = counts[`chronic-absence-year/${of}`]?.["all/all"] ?? [];
    return `${chronic} of ${not + chronic}`;
  };
  return [
    ...cubes.map(({ answers }) => answer("school", answers)),
    answer("district", mergeCubes(cubes).answers),
  ];
}

describe("everyone of a school year", () => {
  it("counts who left, by the days until then", () => {
    const left = moving([["A", nth(1), nth(21)]], [1, 2]);
    expect(countedOn([left])).toEqual(["1 of 1", "0 of 0", "1 of 1"]);
    expect(countedOn([moving([["A", nth(1), nth(22)]], [1, 2])])[0]).toBe("0 of 1");
  });

  it.each([
    [10, "0 of 0"],
    [11, "0 of 1"],
    [12, "0 of 1"],
  ])("takes ten days enrolled: who withdrew on day %d is %s", (withdrewOn, counted) => {
    expect(countedOn([moving([["A", nth(1), nth(withdrewOn)]])])[0]).toBe(counted);
  });

  it.each([
    [9, "0 of 0"],
    [10, "0 of 1"],
  ])("counts days up to the as-of day alone: on day %d %s", (asOf, counted) => {
    expect(countedOn([moving([["A", nth(1), null]])], day(nth(asOf)))[0]).toBe(counted);
  });

  it.each([
    [[1, 2], "1 of 1"],
    [[1], "0 of 1"],
  ])("takes a tenth of 20 days for chronic: absent on days %j is %s", (absent, counted) => {
    expect(countedOn([moving([["A", nth(1), nth(21)]], absent)])[0]).toBe(counted);
  });

  it("counts a student of two schools in each by its own days, and once in the district by all", () => {
    const enrollments = [
      ["A", nth(1), nth(21)],
      ["B", nth(21), null],
    ] as const;
    // 2 of 20 days at A, none of 80 at B, and 2 of 100 in the district.
    expect(countedOn([moving(enrollments, [1, 2])])).toEqual(["1 of 1", "0 of 1", "0 of 1"]);
    // 2 of 20, 8 of 80, 10 of 100.
    const both = [1, 2, 31, 32, 33, 34, 35, 36, 37, 38];
    expect(countedOn([moving(enrollments, both)])).toEqual(["1 of 1", "1 of 1", "1 of 1"]);
  });

  it("counts a student with nine days at each of two schools in the district alone", () => {
    const enrollments = [
      ["A", nth(1), nth(10)],
      ["B", nth(10), nth(19)],
    ] as const;
    expect(countedOn([moving(enrollments, [1, 2])])).toEqual(["0 of 0", "0 of 0", "1 of 1"]);
  });

  it("counts who went and came back once at the school, by both stays", () => {
    const enrollments = [
      ["A", nth(1), nth(6)],
      ["A", nth(11), nth(16)],
    ] as const;
    expect(countedOn([moving(enrollments, [1, 7])])).toEqual(["1 of 1", "0 of 0", "1 of 1"]);
  });

  it.each(["PK", "PS", "Other"] as const)("leaves out grade %s, as FS195 does", (grade) => {
    expect(countedOn([moving([["A", nth(1), null]], [], grade)])).toEqual([
      ...["0 of 0", "0 of 0", "0 of 0"],
    ]);
  });

  it.each(["KG", "12", "UG", null] as const)("counts grade %s", (grade) => {
    expect(countedOn([moving([["A", nth(1), null]], [], grade)])[2]).toBe("0 of 1");
  });

  it("asks nothing of those whom the school does not count now", () => {
    const students = [moving([["A", nth(1), nth(60)]]), moving([["A", nth(1), null]])];
    const others = otherStudentsOfYear(recordsOf("A", students), CONTEXT.asOf);
    expect(others).toMatchObject([{ isEnrolled: false, isUnderMandate: false, requirements: [] }]);
    expect(cubeOf(recordsOf("A", students)).students["enrolled"]?.["all/all"]).toBe(1);
  });
});

describe("yearAtSchool", () => {
  const of = (enrollments: readonly Enrollment[], school = "A", asOf = "2021-12-01") =>
    yearAtSchool(moving(enrollments), recordsOf(school, []), day(asOf));

  it("is of nobody who was not there this school year, or is not there yet", () => {
    expect(of([["A", "2020-09-01", "2021-07-01"]])).toBeNull();
    expect(of([["A", "2021-12-02", null]])).toBeNull();
    expect(of([["B", "2021-09-06", null]])).toBeNull();
    expect(of([["A", "2021-10-01", "2021-10-01"]])).toBeNull();
    expect(of([["A", "2020-09-01", "2021-07-02"]])?.lastDayHere).toBe("2021-07-01");
  });

  it("ends on the as-of day, or on the last day before withdrawal", () => {
    expect(of([["A", "2021-09-06", null]])?.lastDayHere).toBe("2021-12-01");
    expect(of([["A", "2021-09-06", "2021-12-02"]])?.lastDayHere).toBe("2021-12-01");
    expect(of([["A", "2021-09-06", "2021-12-01"]])?.lastDayHere).toBe("2021-11-30");
  });

  it("is of the last school where no school counted the student later", () => {
    const enrollments = [
      ["A", "2021-09-06", "2021-10-01"],
      ["B", "2021-10-01", "2021-11-01"],
    ] as const;
    expect([of(enrollments, "A")?.isLastSchool, of(enrollments, "B")?.isLastSchool]).toEqual([
      false,
      true,
    ]);
    expect(of([["A", "2021-09-06", "2021-10-01"]])?.isLastSchool).toBe(true);
  });
});

describe("isOfYear", () => {
  const student = assessed({ attendance: { enrolledDays: 10, absentDays: 0 } });

  it("counts in the district at one school only", () => {
    const elsewhere = { ...student, year: { ...student.year, isLastSchool: false } };
    expect([isOfYear(student, "district"), isOfYear(elsewhere, "district")]).toEqual([true, false]);
    expect(isOfYear(elsewhere, "school")).toBe(true);
  });
});
