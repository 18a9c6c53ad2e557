import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absencePartitions } from "../../functions/conformed/absence-partitions.ts";
import { addDays, day, monthOf } from "../../functions/domain/calendar/day.ts";
import { schoolId, studentId } from "../../functions/domain/ids.ts";
import { CONFORMED } from "../../functions/domain/record-types/conformed-tables.ts";
import { fromArrow, toArrow } from "../../functions/releases/files/arrow-rows.ts";
import { absencesByStudent } from "../../functions/sources/attendance/absences-by-student.ts";
import { attendanceBook } from "../../functions/sources/attendance/attendance-book.ts";
import { absencesBy } from "../support/absences-by.ts";

const NORTH = schoolId("NORTH");

describe("absence partitions", () => {
  it("are the bytes that the rows make, month by month", () => {
    const record = fc.record({
      student: fc.constantFrom("2", "10", "é", "7"),
      nth: fc.nat(70),
      milli: fc.constantFrom(0, 250, 1000),
      excusal: fc.constantFrom("excused", "unexcused", "unknown"),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 60 }), (records) => {
        const book = attendanceBook();
        for (const { student, nth, milli, excusal } of records) {
          book.add(student, addDays(day("2022-01-10"), nth), milli, excusal);
        }
        const students = ["10", "2", "nobody", "é"].map(studentId);
        const rows = students.flatMap((student) => absencesBy([[book]], student));
        const months = [...new Set(rows.map(({ on }) => monthOf(on)))].sort();
        const expected = months.map((month) => {
          const ofMonth = rows.filter(({ on }) => monthOf(on) === month);
          return { month, rows: ofMonth.length, bytes: toArrow(CONFORMED.absence, ofMonth) };
        });
        const built = [...absencePartitions(absencesByStudent([[book]]), NORTH, students)];
        expect(built.map(({ month, rows, bytes }) => ({ month, rows, bytes }))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it("have the absences of the school's students alone, by student and then by day", () => {
    const book = attendanceBook();
    for (const student of ["3", "1", "2"]) {
      book.add(student, day("2022-03-02"), 1000, "excused");
      book.add(student, day("2022-03-01"), 500, "unknown");
    }
    const students = ["1", "3"].map(studentId);
    const [partition] = absencePartitions(absencesByStudent([[book]]), NORTH, students);
    expect(partition).toMatchObject({ table: "absence", month: "2022-03", rows: 4 });
    expect(fromArrow(CONFORMED.absence, partition?.bytes ?? new Uint8Array())).toEqual(
      students.flatMap((student) => [
        { student, on: "2022-03-01", absentMilli: 500, excusal: "unknown" },
        { student, on: "2022-03-02", absentMilli: 1000, excusal: "excused" },
      ]),
    );
  });
});
