import { describe, expect, it } from "vitest";
import { longDay } from "../../../functions/domain/calendar/long-day.ts";

describe("longDay", () => {
  it.each([
    ["2022-02-28", "February 28, 2022"],
    ["2021-12-01", "December 1, 2021"],
    ["2022-01-09", "January 9, 2022"],
  ])("writes %s as %s", (on, text) => {
    expect(longDay(on)).toBe(text);
  });
});
