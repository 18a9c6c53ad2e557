import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ABSENT_DAY_MILLI, type Excusal } from "../../../functions/domain/calendar/attendance.ts";
import { addDays, day } from "../../../functions/domain/calendar/day.ts";
import { studentId } from "../../../functions/domain/ids.ts";
import { absencesBy } from "../../support/absences-by.ts";
import { attendanceBook } from "../../../functions/sources/attendance/attendance-book.ts";

const ANNA = studentId("0042");

describe("attendanceBook", () => {
  it("keeps absences in order of the day, and no day present", () => {
    const book = attendanceBook();
    book.add(ANNA, day("2022-03-02"), 1000, "unexcused");
    book.add(ANNA, day("2022-03-03"), 0, "unknown");
    book.add(ANNA, day("2022-03-01"), 500, "excused");
    expect(absencesBy([[book]], ANNA)).toEqual([
      { student: "0042", on: "2022-03-01", absentMilli: 500, excusal: "excused" },
      { student: "0042", on: "2022-03-02", absentMilli: 1000, excusal: "unexcused" },
    ]);
  });

  const ABSENT = [1000, "unexcused"] as const;
  const EXCUSED = [1000, "excused"] as const;
  const UNSTATED = [1000, "unknown"] as const;
  const HALF = [500, "unexcused"] as const;
  const PRESENT = [0, "unknown"] as const;
  const inAnyOrder = (states: readonly (readonly [number, Excusal])[]) =>
    fc.assert(
      fc.property(fc.shuffledSubarray([...states], { minLength: states.length }), (order) => {
        const book = attendanceBook();
        for (const [absentMilli, excusal] of order) {
          book.add(ANNA, day("2022-03-01"), absentMilli, excusal);
        }
        expect([absencesBy([[book]], ANNA), book.duplicates()]).toEqual(told);
      }),
    );
  let told: readonly unknown[] = [];

  it.each([
    ["a record sent twice counts once", [ABSENT, ABSENT], ABSENT, 1, 0],
    ["present rather than absent", [ABSENT, PRESENT], null, 0, 1],
    ["the shorter absence holds", [ABSENT, HALF], HALF, 0, 1],
    ["an excused absence holds over one that is not", [ABSENT, EXCUSED], EXCUSED, 0, 1],
    ["a stated excuse holds over none", [UNSTATED, ABSENT], ABSENT, 0, 1],
    ["of three, one contradicts", [ABSENT, ABSENT, PRESENT], null, 1, 1],
  ] as const)("%s, in any order", (_fact, states, held, repeated, contradicted) => {
    const [absentMilli, excusal] = held ?? [];
    const absence = { student: ANNA, on: "2022-03-01", absentMilli, excusal };
    told = [held === null ? [] : [absence], { repeated, contradicted }];
    inAnyOrder(states);
  });

  it("counts what is passed over of the students that are asked for", () => {
    const book = attendanceBook();
    for (const student of ["0042", "0043"]) {
      book.add(student, day("2022-03-01"), 1000, "excused");
      book.add(student, day("2022-03-01"), 0, "unknown");
    }
    expect(book.duplicates((student) => student === "0043")).toEqual({
      repeated: 0,
      contradicted: 1,
    });
  });

  it("counts a day as present when the source withdraws its absence and says nothing else of that day", () => {
    const book = attendanceBook();
    book.add(ANNA, day("2022-03-01"), 1000, "excused");
    book.addWhereUnmarked(ANNA, day("2022-03-01"), 0, "unknown");
    book.addWhereUnmarked(ANNA, day("2022-03-02"), 0, "unknown");
    expect([...book.daysOf(ANNA)].map(([on, { absentMilli }]) => [on, absentMilli])).toEqual([
      ["2022-03-01", 1000],
      ["2022-03-02", 0],
    ]);
  });

  it("lets the milder state of two files that came together hold", () => {
    const [first, second] = [attendanceBook(), attendanceBook()];
    first.add(ANNA, day("2022-03-01"), 1000, "unexcused");
    second.add(ANNA, day("2022-03-01"), 0, "unknown");
    expect(absencesBy([[first, second]], ANNA)).toEqual([]);
    expect(absencesBy([[second, first]], ANNA)).toEqual([]);
  });

  it("lets the later file win a day, also where it says present", () => {
    const [first, second] = [attendanceBook(), attendanceBook()];
    first.add(ANNA, day("2022-03-01"), 1000, "unexcused");
    first.add(ANNA, day("2022-03-02"), 1000, "unexcused");
    second.add(ANNA, day("2022-03-01"), 0, "unknown");
    expect(absencesBy([[first], [second]], ANNA).map(({ on }) => on)).toEqual(["2022-03-02"]);
    expect(absencesBy([[second], [first]], ANNA)).toHaveLength(2);
  });

  it("keeps both ends of a school year, of leap years too", () => {
    const book = attendanceBook();
    const days = ["2023-06-30", "2023-07-01", "2024-02-29", "2024-06-30", "2024-07-01"].map(day);
    for (const on of days) book.add(ANNA, on, 1000, "unknown");
    expect(absencesBy([[book]], ANNA).map(({ on }) => on)).toEqual(days);
  });

  it("knows nothing of a student who is not in the file", () => {
    expect(absencesBy([[attendanceBook()]], ANNA)).toEqual([]);
    expect([...attendanceBook().students()]).toEqual([]);
  });

  it("takes any number of different portions, and rounds none across half a day", () => {
    const book = attendanceBook();
    const first = day("2021-07-01");
    const sent = Array.from({ length: 360 }, (_, index) => 320 + index);
    sent.forEach((milli, index) => book.add(ANNA, addDays(first, index), milli, "excused"));
    const kept = absencesBy([[book]], ANNA).map(({ absentMilli }) => absentMilli);
    expect(kept).toHaveLength(360);
    // Cut down alike, those that came before as those that came after.
    expect(kept).toEqual(sent.map((milli) => Math.floor(milli / 100) * 100));
    const isAbsent = (milli: number) => milli >= ABSENT_DAY_MILLI;
    expect(kept.map(isAbsent)).toEqual(sent.map(isAbsent));
  });
});
