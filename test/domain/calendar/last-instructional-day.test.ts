import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { lastInstructionalDay } from "../../../functions/domain/calendar/last-instructional-day.ts";

describe("the last instructional day of a school year", () => {
  it.each([
    ["2022-04-30", null],
    ["2022-05-01", "2022-05-01"],
    ["2022-05-02", "2022-05-02"],
    ["2022-06-30", "2022-06-30"],
    ["2021-12-17", null],
  ])("of a calendar that ends on %s is %s", (last, expected) => {
    expect(lastInstructionalDay([day("2021-09-06"), day(last)])).toBe(expected);
  });

  it("is not known without a calendar", () => {
    expect(lastInstructionalDay([])).toBeNull();
  });
});
