import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  isDay,
  monthOf,
} from "../../../functions/domain/calendar/day.ts";

describe("isDay", () => {
  it.each(["2022-02-28", "2024-02-29", "2000-02-29", "1900-01-01", "2022-12-31"])(
    "knows %s",
    (text) => {
      expect(isDay(text)).toBe(true);
    },
  );

  it.each([
    "2022-02-29",
    "1900-02-29",
    "2022-04-31",
    "2022-00-10",
    "2022-13-01",
    "2022-01-00",
    "2022-1-1",
    "22-01-01",
    "2022/01/01",
    "2022-01-01T00:00:00Z",
    " 2022-01-01",
    "2022-01-01\n",
    "",
  ])("knows no day %j", (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe("day", () => {
  it("refuses what is no day, and says what it expected", () => {
    expect(() => day("2022-02-30")).toThrow(
      '"2022-02-30" is not a valid date; expected YYYY-MM-DD',
    );
  });

  it("repeats no more than the beginning of a long text", () => {
    expect(() => day("x".repeat(200))).toThrow(`"${"x".repeat(20)}" is not a valid date`);
  });
});

describe("the arithmetic of days", () => {
  const number = fc.integer({
    min: dayNumber(day("1900-01-01")),
    max: dayNumber(day("2100-01-01")),
  });

  it("counts from 1 January 1970", () => {
    expect(dayNumber(day("1970-01-01"))).toBe(0);
    expect(dayNumber(day("2022-03-15"))).toBe(19066);
    expect(dayNumber(day("1969-12-31"))).toBe(-1);
  });

  it("steps over the ends of months, leap days and the change of clocks", () => {
    expect(addDays(day("2022-02-28"), 1)).toBe("2022-03-01");
    expect(addDays(day("2024-02-28"), 1)).toBe("2024-02-29");
    expect(addDays(day("2022-01-01"), -1)).toBe("2021-12-31");
    expect(addDays(day("2022-03-12"), 2)).toBe("2022-03-14");
    expect(daysBetween(day("2021-11-03"), day("2022-01-02"))).toBe(60);
    expect(daysBetween(day("2022-01-02"), day("2021-11-03"))).toBe(-60);
  });

  it("goes to a number and back, in the order of the text", () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        expect(dayNumber(dayFromNumber(a))).toBe(a);
        expect(isDay(dayFromNumber(a))).toBe(true);
        expect(dayFromNumber(a) < dayFromNumber(b)).toBe(a < b);
        expect(daysBetween(dayFromNumber(a), dayFromNumber(b))).toBe(b - a);
      }),
    );
  });

  it("names the month", () => {
    expect(monthOf(day("2022-03-15"))).toBe("2022-03");
  });
});
