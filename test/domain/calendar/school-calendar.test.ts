import { describe, expect, it } from "vitest";
import { addDays, day } from "../../../functions/domain/calendar/day.ts";
import { schoolId } from "../../../functions/domain/ids.ts";
import {
  instructionalDay,
  instructionalDaysIn,
} from "../../../functions/domain/calendar/school-calendar.ts";

/** Monday to Friday of two weeks. */
const calendar = {
  school: schoolId("A"),
  instructionalDays: [0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map((n) => addDays(day("2022-03-07"), n)),
};

describe("instructionalDaysIn", () => {
  it("counts from the first day, and not the last", () => {
    expect(instructionalDaysIn(calendar, day("2022-03-07"), day("2022-03-11"))).toBe(4);
    expect(instructionalDaysIn(calendar, day("2022-03-07"), day("2022-03-12"))).toBe(5);
    expect(instructionalDaysIn(calendar, day("2022-03-12"), day("2022-03-14"))).toBe(0);
    expect(instructionalDaysIn(calendar, day("2022-01-01"), day("2022-12-31"))).toBe(10);
  });

  it("counts none where the end is not after the beginning", () => {
    expect(instructionalDaysIn(calendar, day("2022-03-09"), day("2022-03-09"))).toBe(0);
    expect(instructionalDaysIn(calendar, day("2022-03-11"), day("2022-03-08"))).toBe(0);
  });
});

describe("instructionalDay", () => {
  it("is counted from 1, and there is none beyond the last", () => {
    expect(instructionalDay(calendar, 1)).toBe("2022-03-07");
    expect(instructionalDay(calendar, 6)).toBe("2022-03-14");
    expect(instructionalDay(calendar, 11)).toBeNull();
    expect(instructionalDay(calendar, 0)).toBeNull();
  });
});
