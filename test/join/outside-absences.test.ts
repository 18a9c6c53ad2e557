import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { schoolId, studentId } from "../../functions/domain/ids.ts";
import type { Enrollment } from "../../functions/domain/people/student.ts";
import { outsideAbsences } from "../../functions/join/outside-absences.ts";
import { absencesByStudent } from "../../functions/sources/attendance/absences-by-student.ts";
import { attendanceBook } from "../../functions/sources/attendance/attendance-book.ts";

const ANNA = studentId("0042");
const [EAST, NORTH] = [schoolId("EAST"), schoolId("NORTH")];

const enrolled = (
  school: typeof EAST,
  enteredOn: string,
  withdrewOn: string | null,
  calendar: string | null = null,
): Enrollment =>
  ({
    student: ANNA,
    school,
    enteredOn: day(enteredOn),
    withdrewOn: withdrewOn === null ? null : day(withdrewOn),
    calendar,
  }) as Enrollment;

/** How many of Anna's absences are outside, by school. */
function outside(
  absentOn: readonly string[],
  enrollments: readonly Enrollment[],
  sessions: readonly (readonly [string, readonly string[] | null])[] | null,
): readonly number[] {
  const book = attendanceBook();
  for (const on of absentOn) book.add(ANNA, day(on), 1000, "unknown");
  book.add(ANNA, day("2022-03-10"), 0, "unknown");
  const days = sessions?.map(([on, calendars]) => ({ on: day(on), calendars }));
  const count = outsideAbsences(
    {
      enrollments: new Map([[ANNA, enrollments]]),
      calendars: new Map(days === undefined ? [] : [[NORTH, days]]),
    },
    absencesByStudent([[book]]),
  );
  return [EAST, NORTH].map((school) => count(school, [ANNA]));
}

const SESSIONS = [
  ["2022-03-01", null],
  ["2022-03-02", null],
] as const;

describe("outsideAbsences", () => {
  it.each([
    ["the day before the first", "2022-02-28", 1],
    ["the first day", "2022-03-01", 0],
    ["the last day", "2022-03-02", 0],
    ["the day of the withdrawal", "2022-03-03", 1],
  ])("counts an absence by the enrollment: %s", (_which, on, count) => {
    const open = [enrolled(NORTH, "2022-03-01", "2022-03-03")];
    expect(outside([on], open, null)).toEqual([count, count]);
  });

  it.each([
    ["in session", "2022-03-02", 0],
    ["not in session", "2022-03-05", 1],
  ])("counts an absence by the calendar: %s", (_which, on, count) => {
    expect(outside([on], [enrolled(NORTH, "2021-09-01", null)], SESSIONS)[1]).toBe(count);
  });

  it("takes the days of the calendar that the enrollment names", () => {
    const tracks = [
      ["2022-03-01", ["A"]],
      ["2022-03-02", ["B"]],
    ] as const;
    const days = ["2022-03-01", "2022-03-02"];
    const onTrack = (calendar: string | null) =>
      outside(days, [enrolled(NORTH, "2021-09-01", null, calendar)], tracks)[1];
    expect([onTrack("A"), onTrack(null), onTrack("C")]).toEqual([1, 0, 0]);
  });

  it("reports an absence at the first of the student's schools alone", () => {
    const both = [enrolled(NORTH, "2021-09-01", "2022-01-01"), enrolled(EAST, "2022-01-01", null)];
    expect(outside(["2021-08-01"], both, null)).toEqual([1, 0]);
  });

  it("counts every absence of a student without an enrollment", () => {
    expect(outside(["2022-03-01", "2022-03-02"], [], SESSIONS)).toEqual([2, 2]);
  });
});
