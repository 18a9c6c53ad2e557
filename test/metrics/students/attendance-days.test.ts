import { describe, expect, it } from "vitest";
import { NO_MORE_RECORDS } from "../../../functions/mandates/clock/clock-case.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolId, studentId } from "../../../functions/domain/ids.ts";
import { attendanceDays } from "../../../functions/metrics/students/attendance-days.ts";
import { calendar } from "../../mandates/clock-case.ts";

const A = schoolId("A");
const B = schoolId("B");
const student = studentId("0042");
/** School B has the same days but Fridays. */
const calendars = new Map([
  [A, calendar],
  [
    B,
    {
      school: B,
      instructionalDays: calendar.instructionalDays.filter((_, index) => index % 5 !== 4),
    },
  ],
]);

/** Two weeks, Monday 2021-09-06 to Friday 2021-09-17. */
function days(
  enrollments: readonly (readonly [typeof A, string, string | null])[],
  absences: readonly (readonly [string, number])[] = [],
) {
  const record = {
    student: {
      student,
      givenName: "",
      familyName: "",
      birthOn: null,
      grade: null,
      sex: null,
      raceEthnicity: null,
    },
    enrollments: enrollments.map(([school, enteredOn, withdrewOn]) => ({
      student,
      school,
      enteredOn: day(enteredOn),
      withdrewOn: withdrewOn === null ? null : day(withdrewOn),
      isPrimary: true,
    })),
    document: null,
    statements: [],
    caseload: [],
    more: NO_MORE_RECORDS,
    absences: absences.map(([on, absentMilli]) => ({
      ...{ student, on: day(on), absentMilli, excusal: "unknown" as const },
    })),
  };
  const { enrolledDays, absentDays } = attendanceDays(
    record,
    calendars,
    day("2021-09-06"),
    day("2021-09-17"),
  );
  return [absentDays, enrolledDays];
}

describe("attendanceDays", () => {
  it("counts both ends of the span", () => {
    expect(days([[A, "2021-08-01", null]])).toEqual([0, 10]);
    expect(
      days(
        [[A, "2021-08-01", null]],
        [
          ["2021-09-06", 1000],
          ["2021-09-17", 1000],
        ],
      ),
    ).toEqual([2, 10]);
  });

  it("does not count an absence on a day without school, before entry or from withdrawal", () => {
    const enrollment = [[A, "2021-09-07", "2021-09-16"]] as const;
    expect(days(enrollment)).toEqual([0, 7]);
    expect(
      days(enrollment, [
        ["2021-09-06", 1000],
        ["2021-09-11", 1000],
        ["2021-09-15", 1000],
        ["2021-09-16", 1000],
      ]),
    ).toEqual([1, 7]);
  });

  it("takes half a day missed for an absent day, and less for none", () => {
    const enrollment = [[A, "2021-08-01", null]] as const;
    expect(days(enrollment, [["2021-09-08", 500]])).toEqual([1, 10]);
    expect(days(enrollment, [["2021-09-08", 499]])).toEqual([0, 10]);
  });

  it("counts each stay by the calendar of its school", () => {
    expect(
      days([
        [A, "2021-08-01", "2021-09-13"],
        [B, "2021-09-13", null],
      ]),
    ).toEqual([0, 9]);
    expect(
      days(
        [
          [A, "2021-08-01", "2021-09-13"],
          [B, "2021-09-13", null],
        ],
        [["2021-09-17", 1000]],
      ),
    ).toEqual([0, 9]);
  });

  it("counts each day once where stays overlap, whatever their order", () => {
    const enrollments = [
      [A, "2021-08-01", "2021-09-15"],
      [B, "2021-09-08", null],
      [A, "2021-09-09", "2021-09-10"],
    ] as const;
    expect(days(enrollments, [["2021-09-09", 1000]])).toEqual([1, 9]);
    expect(days(enrollments.toReversed(), [["2021-09-09", 1000]])).toEqual([1, 9]);
  });

  it("counts no day at a school without a calendar", () => {
    expect(days([[schoolId("C"), "2021-08-01", null]], [["2021-09-08", 1000]])).toEqual([0, 0]);
  });
});
