import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../functions/domain/calendar/day.ts";
import { EXCUSALS } from "../../functions/domain/calendar/attendance.ts";
import {
  attendanceBook,
  type AttendanceBook,
} from "../../functions/sources/attendance/attendance-book.ts";
import { daysInTwoBooks } from "../../functions/join/days-in-two-books.ts";

type Mark = readonly [student: string, on: string, absentMilli: number];

function bookOf(marks: readonly Mark[]): AttendanceBook {
  const book = attendanceBook();
  for (const [student, on, milli] of marks) book.add(student, day(on), milli, "unknown");
  return book;
}
const [FIRST, SECOND] = ["2022-03-01", "2022-03-02"] as const;

describe("daysInTwoBooks", () => {
  it.each<readonly [string, readonly Mark[], readonly [days: number, different: number]]>([
    ["another student", [["S2", FIRST, 1000]], [0, 0]],
    ["another day", [["S1", SECOND, 1000]], [0, 0]],
    ["the same", [["S1", FIRST, 1000]], [1, 0]],
    ["a presence", [["S1", FIRST, 0]], [1, 1]],
    ["a shorter absence", [["S1", FIRST, 999]], [1, 1]],
  ])("counts what a second book says of a day that the first has: %s", (_, marks, expected) => {
    const { books, days, different } = daysInTwoBooks([
      bookOf([]),
      bookOf([["S1", FIRST, 1000]]),
      bookOf(marks),
    ]);
    expect([days, different]).toEqual(expected);
    expect(books).toEqual(days === 0 ? [] : [1, 2]);
  });

  it("counts a day of three books once", () => {
    const books = [1000, 1000, 0].map((milli) => bookOf([["S1", FIRST, milli]]));
    expect(daysInTwoBooks(books)).toEqual({ books: [0, 1, 2], days: 1, different: 1 });
  });

  it("counts what a list of all marks does, whatever is in the books", () => {
    const mark = fc.record({
      student: fc.constantFrom(...Array.from({ length: 6 }, (_, nth) => `S${nth}`)),
      after: fc.nat({ max: 400 }),
      milli: fc.constantFrom(0, 500, 1000),
      excusal: fc.constantFrom(...EXCUSALS),
    });
    fc.assert(
      fc.property(fc.array(fc.array(mark, { maxLength: 30 }), { maxLength: 4 }), (all) => {
        const books = all.map((marks) => {
          const book = attendanceBook();
          for (const { student, after, milli, excusal } of marks) {
            book.add(student, addDays(day("2021-09-01"), after % 8), milli, excusal);
          }
          return book;
        });
        const said = new Map<string, string[]>();
        for (const book of books) {
          for (const student of book.students()) {
            for (const [on, { absentMilli, excusal }] of book.daysOf(student)) {
              const key = `${student} ${on}`;
              said.set(key, [...(said.get(key) ?? []), `${absentMilli} ${excusal}`]);
            }
          }
        }
        const twice = [...said.values()].filter((states) => states.length > 1);
        const { days, different } = daysInTwoBooks(books);
        expect(days).toBe(twice.length);
        expect(different).toBe(twice.filter((states) => new Set(states).size > 1).length);
      }),
      { numRuns: 200 },
    );
  });
});
