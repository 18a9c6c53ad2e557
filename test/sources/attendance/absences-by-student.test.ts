import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Absence } from "../../../functions/domain/calendar/attendance.ts";
import { addDays, day } from "../../../functions/domain/calendar/day.ts";
import { studentId } from "../../../functions/domain/ids.ts";
import { attendanceBook } from "../../../functions/sources/attendance/attendance-book.ts";
import { holdsOver, type DayState } from "../../../functions/sources/attendance/day-states.ts";
import { absencesBy } from "../../support/absences-by.ts";

const record = fc.record({
  student: fc.constantFrom("1", "2", "3"),
  on: fc.nat(5).map((nth) => addDays(day("2022-06-28"), nth)),
  absentMilli: fc.constantFrom(0, 250, 1000),
  excusal: fc.constantFrom("excused", "unexcused", "unknown"),
});
type Sent = typeof record extends fc.Arbitrary<infer T> ? T : never;

/** The mildest of what a generation says of a day. */
const saidBy = (books: readonly (readonly Sent[])[], student: string, on: string) =>
  books
    .flat()
    .filter((sent) => sent.student === student && sent.on === on)
    .reduce<DayState | null>(
      (held, { absentMilli, excusal }) =>
        held === null || holdsOver({ absentMilli, excusal }, held)
          ? { absentMilli, excusal }
          : held,
      null,
    );

describe("absencesByStudent", () => {
  it("lets the last generation that speaks of a day win, and within it the mildest state", () => {
    const generations = fc.array(fc.array(fc.array(record, { maxLength: 12 }), { maxLength: 3 }), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(generations, (sent) => {
        const books = sent.map((together) =>
          together.map((records) => {
            const book = attendanceBook();
            for (const { student, on, absentMilli, excusal } of records) {
              book.add(student, on, absentMilli, excusal);
            }
            return book;
          }),
        );
        for (const student of ["1", "2", "3", "4"].map(studentId)) {
          const expected: Absence[] = [];
          for (let nth = 0; nth <= 5; nth++) {
            const on = addDays(day("2022-06-28"), nth);
            const states = sent.flatMap((together) => saidBy(together, student, on) ?? []);
            const state = states.at(-1);
            if (state !== undefined && state.absentMilli > 0) {
              expected.push({ student, on, ...state });
            }
          }
          expect(absencesBy(books, student)).toEqual(expected);
        }
      }),
      { numRuns: 100 },
    );
  });
});
