import { describe, expect, it } from "vitest";
import type { Day } from "../../../functions/domain/calendar/day.ts";
import { attendanceBook } from "../../../functions/sources/attendance/attendance-book.ts";
import { daysGone } from "../../../functions/sources/attendance/days-gone.ts";

const book = (...days: readonly (readonly [student: string, on: string])[]) => {
  const made = attendanceBook();
  for (const [student, on] of days) made.add(student, on as Day, 1000, "unknown");
  return made;
};

describe("daysGone", () => {
  const earlier = book(["a", "2021-09-01"], ["a", "2022-05-02"], ["b", "2022-05-02"]);

  it.each([
    [
      "nothing of a file that says the same in another order",
      book(["b", "2022-05-02"], ["a", "2022-05-02"], ["a", "2021-09-01"]),
      0,
    ],
    [
      "nothing of one that says more",
      book(["c", "2022-05-03"], ["a", "2021-09-01"], ["a", "2022-05-02"], ["b", "2022-05-02"]),
      0,
    ],
    ["the day of a student who is not in it", book(["a", "2021-09-01"], ["a", "2022-05-02"]), 1],
    ["each day of another school year", book(["a", "2020-09-01"], ["b", "2021-05-02"]), 3],
    ["all of one without attendance", null, 3],
  ])("counts %s", (_fact, now, gone) => {
    expect(daysGone(earlier, now)).toEqual({ before: 3, gone });
  });

  it("counts students beyond the first 4,096, whatever their numbers are in each file", () => {
    const many = Array.from({ length: 4_100 }, (_, index) => [`S-${index}`, "2022-05-02"] as const);
    const without = many.filter(([student]) => student !== "S-4097").toReversed();
    expect(daysGone(book(...many), book(...without))).toEqual({ before: 4_100, gone: 1 });
  });

  it("counts a day as it is, also where the file now says present", () => {
    const now = book(["a", "2021-09-01"], ["b", "2022-05-02"]);
    now.add("a", "2022-05-02" as Day, 0, "unknown");
    expect(daysGone(earlier, now)).toEqual({ before: 3, gone: 0 });
  });
});
