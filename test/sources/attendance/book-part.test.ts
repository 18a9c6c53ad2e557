import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../../functions/domain/calendar/day.ts";
import { studentId } from "../../../functions/domain/ids.ts";
import { bookFromPart, partOfBook } from "../../../functions/sources/attendance/book-part.ts";
import {
  attendanceBook,
  type AttendanceBook,
} from "../../../functions/sources/attendance/attendance-book.ts";
import { SEGMENT } from "../../../functions/sources/attendance/day-columns.ts";

const said = (book: AttendanceBook): readonly unknown[] =>
  [...book.students()].map((student) => [student, ...book.daysOf(student)]);

const again = (book: AttendanceBook): AttendanceBook => bookFromPart(partOfBook(book));

describe("a book at rest", () => {
  it("says what the book said, of any records", () => {
    const record = fc.record({
      student: fc.nat(2 * SEGMENT + 5),
      day: fc.nat(1200),
      milli: fc.nat(1000),
      excusal: fc.constantFrom("excused", "unexcused", "unknown"),
    });
    fc.assert(
      fc.property(fc.array(record, { maxLength: 400 }), (records) => {
        const book = attendanceBook();
        for (const { student, day: nth, milli, excusal } of records) {
          book.add(`S${student}`, addDays(day("2020-07-01"), nth), milli, excusal);
        }
        expect(said(again(book))).toEqual(said(book));
      }),
      { numRuns: 20 },
    );
  });

  it.each([SEGMENT - 1, SEGMENT, SEGMENT + 1])("takes more marks, of %i students", (students) => {
    const book = attendanceBook();
    for (let student = 0; student < students; student++) {
      book.add(`S${student}`, day("2021-09-01"), 1000, "excused");
    }
    const loaded = again(book);
    for (const which of [loaded, book]) {
      which.add("S0", day("2021-09-01"), 0, "unknown");
      which.add("later", day("2021-09-01"), 500, "unexcused");
      which.add("later", day("2022-09-01"), 500, "unexcused");
    }
    const some = ["S0", `S${students - 1}`, "later"].map(studentId);
    const saidOf = (which: AttendanceBook) => some.map((student) => [...which.daysOf(student)]);
    expect(saidOf(loaded)).toEqual(saidOf(book));
    expect([...loaded.students()]).toEqual([...book.students()]);
  });

  it.each([1, 8, SEGMENT - 1, SEGMENT, SEGMENT + 1])(
    "knows which days of %i students were contradicted before",
    (students) => {
      const book = attendanceBook();
      const mark = (which: AttendanceBook, student: number, milli: number): void =>
        which.add(`S${student}`, day("2021-09-01"), milli, "excused");
      for (let student = 0; student < students; student++) mark(book, student, 1000);
      mark(book, 0, 0);
      mark(book, students - 1, 500);
      mark(book, students - 1, 500);
      const loaded = again(book);
      expect(loaded.duplicates()).toEqual(book.duplicates());
      const isLast = (student: string): boolean => student === `S${students - 1}`;
      expect(loaded.duplicates(isLast)).toEqual(book.duplicates(isLast));
      const before = loaded.duplicates();
      // A day on which records disagree is counted once.
      mark(loaded, 0, 250);
      mark(loaded, students - 1, 250);
      const { repeated, contradicted } = loaded.duplicates();
      expect([repeated, contradicted]).toEqual([before.repeated + 2, before.contradicted]);
      expect(partOfBook(again(loaded))).toEqual(partOfBook(loaded));
    },
  );

  it("numbers states as before, in tenths too", () => {
    const book = attendanceBook();
    for (let milli = 0; milli <= 1000; milli++) {
      book.add(studentId("7"), addDays(day("2021-07-01"), milli), milli, "excused");
    }
    const loaded = again(book);
    expect(loaded.states).toEqual(book.states);
    expect(loaded.states.isInTenths).toBe(true);
    expect(loaded.codeOf(555, "unexcused")).toBe(book.codeOf(555, "unexcused"));
  });

  it("shares no bytes with those it was read from", () => {
    const book = attendanceBook();
    for (let student = 0; student < SEGMENT; student++) {
      book.add(`S${student}`, day("2021-09-01"), 1000, "excused");
    }
    const part = partOfBook(book);
    const before = part.slice();
    bookFromPart(part).add("S0", day("2021-09-01"), 0, "unknown");
    expect(part).toEqual(before);
  });

  it("is refused when it is cut short", () => {
    const book = attendanceBook();
    book.add("7", day("2021-09-01"), 1000, "excused");
    expect(() => bookFromPart(partOfBook(book).slice(0, -1))).toThrow("cut short");
  });
});
