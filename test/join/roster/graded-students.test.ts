import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { Grade } from "../../../functions/domain/people/grade.ts";
import { schoolId, studentId } from "../../../functions/domain/ids.ts";
import { columnsOf } from "../../../functions/domain/records/columns-builder.ts";
import { fieldOf, rowAt } from "../../../functions/domain/records/columns.ts";
import { gradedStudents, gradeLevels } from "../../../functions/join/roster/graded-students.ts";
import type { EnrollmentAsSent } from "../../../functions/sources/roster/enrollment-rows.ts";

const ADA = studentId("0042");

/** School, first day, first day that no longer counts, grade, and whether it is a second school. */
type Row = readonly [string, string, string | null, Grade | null, "second"?];

const enrollmentOf = ([school, from, until, grade, second]: Row): EnrollmentAsSent => ({
  ...{ student: ADA, school: schoolId(school), enteredOn: day(from) },
  ...{ withdrewOn: until === null ? null : day(until), isPrimary: second === undefined, grade },
});

const studentsOf = (grade: Grade | null) => ({
  columns: columnsOf([{ student: ADA, grade }]),
  rowOf: new Map([[ADA, 0]]),
});

function gradeOn(on: string | null, rows: readonly Row[], stated: Grade | null = null): unknown {
  const enrollments = new Map([[ADA, rows.map(enrollmentOf)]]);
  const asked = on === null ? null : day(on);
  return rowAt(gradedStudents(studentsOf(stated), enrollments, asked).columns, 0)["grade"];
}

describe("the grade of a student", () => {
  it.each(["2022-03-15", "2022-03-16", "2022-03-17"])(
    "is that of the only enrollment, whose last day was March 15, on %s",
    (on) => {
      expect(gradeOn(on, [["A", "2021-08-30", "2022-03-16", "10"]])).toBe("10");
    },
  );

  it.each([
    ["the day before the last day of the first", "2022-06-09", "10"],
    ["the last day of the first", "2022-06-10", "10"],
    ["the day after it, in the summer", "2022-06-11", "10"],
    ["the day before the first day of the next", "2022-08-28", "10"],
    ["the first day of the next", "2022-08-29", "11"],
    ["the day after it", "2022-08-30", "11"],
  ])(
    "with an enrollment for next year registered is on %s that of the one that counts",
    (_day, on, grade) => {
      const rows: readonly Row[] = [
        ["A", "2021-08-30", "2022-06-11", "10"],
        ["B", "2022-08-29", null, "11"],
      ];
      expect(gradeOn(on, rows)).toBe(grade);
      expect(gradeOn(on, rows.toReversed())).toBe(grade);
    },
  );

  it("is that of the last enrollment once all have ended, and of the first while none has begun", () => {
    const rows: readonly Row[] = [
      ["B", "2022-01-11", "2022-06-11", "10"],
      ["A", "2021-08-30", "2022-01-11", "09"],
    ];
    expect(gradeOn("2022-07-15", rows)).toBe("10");
    expect(gradeOn("2021-07-15", rows)).toBe("09");
  });

  it.each<readonly [string, Grade, Row, Row]>([
    [
      "the primary one",
      "10",
      ["B", "2021-08-30", null, "10"],
      ["A", "2022-01-11", null, "09", "second"],
    ],
    ["the later-begun", "09", ["A", "2021-08-30", null, "10"], ["B", "2022-01-11", null, "09"]],
    [
      "the one of the smaller school id",
      "09",
      ["B", "2021-08-30", null, "10"],
      ["A", "2021-08-30", null, "09"],
    ],
    [
      "the one that gives a grade",
      "09",
      ["A", "2021-08-30", null, null],
      ["B", "2021-08-30", null, "09", "second"],
    ],
  ])("of two enrollments on one day is that of %s", (_rule, grade, a, b) => {
    expect(gradeOn("2022-03-15", [a, b])).toBe(grade);
    expect(gradeOn("2022-03-15", [b, a])).toBe(grade);
  });

  it("is not known from an enrollment that has ended while the one in force gives none", () => {
    const ended: Row = ["A", "2020-08-31", "2021-06-12", "09"];
    expect(gradeOn("2022-03-15", [ended, ["A", "2021-08-30", null, null]])).toBeNull();
  });

  it("is what a file of students says, whatever an enrollment does", () => {
    expect(gradeOn("2022-03-15", [["A", "2021-08-30", null, "10"]], "09")).toBe("09");
  });

  it("is not known of a student without an enrollment, and where no file enrolls anybody", () => {
    expect(gradeOn("2022-03-15", [])).toBeNull();
    expect(gradeOn(null, [])).toBeNull();
  });
});

it("counts the students with an enrollment, and those of them without a grade", () => {
  const ids = ["1", "2", "3"].map(studentId);
  const grades = ["09", null, null];
  const columns = columnsOf(
    ids.map((student, place) => ({ student, grade: grades[place] ?? null })),
  );
  const rowOf = new Map(ids.map((student, row) => [student, row]));
  expect(fieldOf(columns, "grade").codes).toHaveLength(3);
  expect(gradeLevels({ columns, rowOf }, ids.slice(0, 2))).toEqual({ students: 2, unknown: 1 });
});
