import { describe, expect, it } from "vitest";
import { day, type Day } from "../../../functions/domain/calendar/day.ts";
import { daysAhead, instructionalDaysAhead } from "../../../functions/reports/week/days-ahead.ts";

const days = (...on: readonly string[]): readonly Day[] => on.map(day);
const YEAR = days("2021-08-23", "2022-05-19", "2022-05-20", "2022-05-23", "2022-05-27");

describe("instructionalDaysAhead", () => {
  it.each([
    ["2022-05-19", days("2022-05-19", "2022-05-20", "2022-05-23", "2022-05-27")],
    ["2022-05-21", days("2022-05-23", "2022-05-27")],
    ["2022-05-27", days("2022-05-27")],
    ["2022-05-28", []],
  ])("of %s has that day and those after it", (asOf, ahead) => {
    expect(instructionalDaysAhead(YEAR, day(asOf))).toEqual(ahead);
  });

  it.each([
    ["no day", []],
    ["a last day before May", days("2021-08-23", "2022-04-30")],
  ])("is unknown where the calendar has %s", (_what, calendar) => {
    expect(instructionalDaysAhead(calendar, day("2022-03-15"))).toBeNull();
  });

  it("takes a calendar that ends on May 1 for one of the whole year", () => {
    expect(instructionalDaysAhead(days("2022-03-14", "2022-05-01"), day("2022-03-15"))).toEqual([
      "2022-05-01",
    ]);
  });
});

describe("daysAhead", () => {
  const MONDAY = day("2022-05-23");

  it("has the days on which any of the schools is in session, from the day asked for", () => {
    const schools = { A: days("2022-05-20", "2022-05-23"), B: days("2022-05-23", "2022-05-24") };
    expect(daysAhead(schools, ["A", "B"], MONDAY)).toEqual({
      days: ["2022-05-23", "2022-05-24"],
      areWeekdays: false,
    });
    expect(daysAhead(schools, ["A"], MONDAY).days).toEqual(["2022-05-23"]);
  });

  it("has none where the year is over", () => {
    expect(daysAhead({ A: [] }, ["A"], MONDAY)).toEqual({ days: [], areWeekdays: false });
  });

  it("counts weekdays until June 30 where no calendar goes on, and says so", () => {
    const { days: weekdays, areWeekdays } = daysAhead(
      { A: null },
      ["A", "not there"],
      day("2022-06-24"),
    );
    expect(areWeekdays).toBe(true);
    // A Friday, then Monday to Thursday.
    expect(weekdays).toEqual([
      ...["2022-06-24", "2022-06-27", "2022-06-28", "2022-06-29", "2022-06-30"],
    ]);
  });

  it("goes by the school whose calendar is known where another's is not", () => {
    expect(daysAhead({ A: null, B: days("2022-05-24") }, ["A", "B"], MONDAY)).toEqual({
      days: ["2022-05-24"],
      areWeekdays: false,
    });
  });
});
