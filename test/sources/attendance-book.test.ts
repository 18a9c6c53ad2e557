import { describe, expect, it } from "vitest";
import { ABSENT_DAY_MILLI } from "../../functions/domain/attendance.ts";
import { addDays, day } from "../../functions/domain/day.ts";
import { studentId } from "../../functions/domain/ids.ts";
import { absencesBy, attendanceBook } from "../../functions/sources/attendance-book.ts";

const ANNA = studentId("0042");

describe("attendanceBook", () => {
  it("keeps absences in order of the day, and no day present", () => {
    const book = attendanceBook();
    book.add(ANNA, day("2022-03-02"), 1000, "unexcused");
    book.add(ANNA, day("2022-03-03"), 0, "unknown");
    book.add(ANNA, day("2022-03-01"), 500, "excused");
    expect(absencesBy([book], ANNA)).toEqual([
      { student: "0042", on: "2022-03-01", absentMilli: 500, excusal: "excused" },
      { student: "0042", on: "2022-03-02", absentMilli: 1000, excusal: "unexcused" },
    ]);
  });

  it("counts a record sent twice once, and lets the later record of a day win", () => {
    const book = attendanceBook();
    book.add(ANNA, day("2022-03-01"), 1000, "unexcused");
    book.add(ANNA, day("2022-03-01"), 1000, "unexcused");
    book.add(ANNA, day("2022-03-01"), 1000, "excused");
    expect(absencesBy([book], ANNA)).toHaveLength(1);
    expect(absencesBy([book], ANNA)[0]?.excusal).toBe("excused");
  });

  it("lets the later file win a day, also where it says present", () => {
    const [first, second] = [attendanceBook(), attendanceBook()];
    first.add(ANNA, day("2022-03-01"), 1000, "unexcused");
    first.add(ANNA, day("2022-03-02"), 1000, "unexcused");
    second.add(ANNA, day("2022-03-01"), 0, "unknown");
    expect(absencesBy([first, second], ANNA).map(({ on }) => on)).toEqual(["2022-03-02"]);
    expect(absencesBy([second, first], ANNA)).toHaveLength(2);
  });

  it("keeps both ends of a school year, of leap years too", () => {
    const book = attendanceBook();
    const days = ["2023-06-30", "2023-07-01", "2024-02-29", "2024-06-30", "2024-07-01"].map(day);
    for (const on of days) book.add(ANNA, on, 1000, "unknown");
    expect(absencesBy([book], ANNA).map(({ on }) => on)).toEqual(days);
  });

  it("knows nothing of a student who is not in the file", () => {
    expect(absencesBy([attendanceBook()], ANNA)).toEqual([]);
    expect([...attendanceBook().students()]).toEqual([]);
  });

  it("takes any number of different portions, and rounds none across half a day", () => {
    const book = attendanceBook();
    const first = day("2021-07-01");
    const sent = Array.from({ length: 360 }, (_, index) => 320 + index);
    sent.forEach((milli, index) => book.add(ANNA, addDays(first, index), milli, "excused"));
    const kept = absencesBy([book], ANNA).map(({ absentMilli }) => absentMilli);
    expect(kept).toHaveLength(360);
    expect(kept.slice(0, 200)).toEqual(sent.slice(0, 200));
    const isAbsent = (milli: number) => milli >= ABSENT_DAY_MILLI;
    expect(kept.map(isAbsent)).toEqual(sent.map(isAbsent));
  });
});
