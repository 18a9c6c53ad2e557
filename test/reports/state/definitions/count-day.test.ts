import { describe, expect, it } from "vitest";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { countDayOf, dueDayOf } from "../../../../functions/reports/state/definitions/count-day.ts";

const yearly = (month: number, on: number) => ({
  countDay: { kind: "yearly", month, day: on } as const,
});

describe("the count day", () => {
  it("is the day that is asked for, where a report counts as of any day", () => {
    expect(countDayOf({ countDay: { kind: "as-of" } }, day("2022-02-28"))).toBe("2022-02-28");
  });

  it.each([
    ["2023-06-30", "2023-06-30"],
    ["2023-07-01", "2023-06-30"],
    ["2023-09-30", "2023-06-30"],
    ["2023-10-01", "2024-06-30"],
    ["2024-06-29", "2024-06-30"],
    ["2024-06-30", "2024-06-30"],
    ["2024-07-01", "2024-06-30"],
  ])("of June 30 is for %s %s", (asked, expected) => {
    expect(countDayOf(yearly(6, 30), day(asked))).toBe(expected);
  });

  it.each([
    ["2023-06-30", "2022-10-01"],
    ["2023-07-01", "2023-10-01"],
    ["2024-06-30", "2023-10-01"],
  ])("of October 1 is for %s %s", (asked, expected) => {
    expect(countDayOf(yearly(10, 1), day(asked))).toBe(expected);
  });

  it.each([
    [7, 1, "2023-07-01"],
    [6, 1, "2024-06-01"],
  ])("in month %i of a school year that begins in July, with two digits", (month, on, expected) => {
    expect(countDayOf(yearly(month, on), day("2024-01-10"))).toBe(expected);
  });
});

describe("the due day", () => {
  it("is that of the school year of the day", () => {
    const due = { status: "confirmed", citation: "the law", month: 9, day: 5 } as const;
    expect(dueDayOf({ due }, day("2024-06-30"))).toBe("2023-09-05");
  });
  it("is unknown where no day is known", () => {
    expect(dueDayOf({ due: null }, day("2024-06-30"))).toBe(null);
  });
});
