import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  dayIn,
  isTimezone,
  mailDate,
  mondayOf,
} from "../../../functions/domain/calendar/zoned-day.ts";

const CHICAGO = "America/Chicago";

describe("the week by a district's clock", () => {
  it.each([
    ["Sunday 23:59 in Chicago", "2022-05-23T04:59:59Z", "2022-05-22", "2022-05-16"],
    ["Monday 00:00 in Chicago", "2022-05-23T05:00:00Z", "2022-05-23", "2022-05-23"],
    // The clock goes from 1:59 to 3:00 on this Sunday, and a day later Monday begins an hour earlier.
    [
      "Sunday 23:59 of the day that has 23 hours",
      "2022-03-14T04:59:59Z",
      "2022-03-13",
      "2022-03-07",
    ],
    ["Monday 00:00 after it", "2022-03-14T05:00:00Z", "2022-03-14", "2022-03-14"],
    [
      "Sunday 23:59 of the day that has 25 hours",
      "2022-11-07T05:59:59Z",
      "2022-11-06",
      "2022-10-31",
    ],
    ["Monday 00:00 after it", "2022-11-07T06:00:00Z", "2022-11-07", "2022-11-07"],
  ])("at %s", (_when, instant, on, monday) => {
    expect(dayIn(CHICAGO, new Date(instant))).toBe(on);
    expect(mondayOf(dayIn(CHICAGO, new Date(instant)))).toBe(monday);
  });

  it("is another one in another zone at the same instant", () => {
    const instant = new Date("2022-05-23T05:00:00Z");
    expect(dayIn("Pacific/Honolulu", instant)).toBe("2022-05-22");
    expect(dayIn("America/New_York", instant)).toBe("2022-05-23");
  });

  it("begins on the Monday, whatever the day", () => {
    const week = ["2022-05-23", "2022-05-24", "2022-05-28", "2022-05-29"];
    expect(week.map((on) => mondayOf(day(on)))).toEqual(week.map(() => "2022-05-23"));
    expect(mondayOf(day("1969-12-31"))).toBe("1969-12-29");
  });
});

describe("mailDate", () => {
  it.each([
    [CHICAGO, "2022-05-23T12:00:00Z", "Mon, 23 May 2022 07:00:00 -0500"],
    [CHICAGO, "2022-01-03T06:00:05Z", "Mon, 3 Jan 2022 00:00:05 -0600"],
    [CHICAGO, "2022-03-13T07:59:59Z", "Sun, 13 Mar 2022 01:59:59 -0600"],
    [CHICAGO, "2022-03-13T08:00:00Z", "Sun, 13 Mar 2022 03:00:00 -0500"],
    ["UTC", "2022-05-23T12:00:00Z", "Mon, 23 May 2022 12:00:00 +0000"],
    ["Asia/Kolkata", "2022-05-23T12:00:00Z", "Mon, 23 May 2022 17:30:00 +0530"],
  ])("in %s of %s", (timezone, instant, text) => {
    expect(mailDate(timezone, new Date(instant))).toBe(text);
  });
});

describe("isTimezone", () => {
  it("knows the names of zones alone", () => {
    expect([CHICAGO, "UTC"].map(isTimezone)).toEqual([true, true]);
    expect(["", "Chicago", "CDT+5"].map(isTimezone)).toEqual([false, false, false]);
  });
});
