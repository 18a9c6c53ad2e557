import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  nearestDayLastYear,
  nearestLastYear,
  type PastRate,
} from "../../../functions/releases/overview/last-year.ts";
import { atSchool, rateRow, shown, unshown } from "../release-rows.ts";

const RATE = { measure: "review-timeliness", school: "", breakdown: "all", group: "all" };
const on = (asOf: string, given: Partial<PastRate> = {}): PastRate => ({
  ...rateRow(),
  asOf,
  ...given,
  drawnOn: asOf,
});
const nearest = (rows: readonly PastRate[], asOf = "2022-03-15") =>
  nearestLastYear(rows, RATE, day(asOf));
const rateOn = (asOf: string) => ({ asOf, low: 0.7, high: 0.79 });

describe("the same day of the year before", () => {
  it.each([
    ["31 days before", "2021-02-12", rateOn("2021-02-12")],
    ["32 days before", "2021-02-11", null],
    ["31 days after", "2021-04-15", rateOn("2021-04-15")],
    ["32 days after", "2021-04-16", null],
    ["the day itself", "2021-03-15", rateOn("2021-03-15")],
  ])("is near %s: %s", (_, asOf, expected) => {
    expect(nearest([on(asOf)])).toEqual(expected);
  });

  it("is the nearest of several, and of two as near the earlier", () => {
    expect(nearest([on("2021-02-28"), on("2021-03-31"), on("2021-03-20")])).toEqual(
      rateOn("2021-03-20"),
    );
    expect(nearest([on("2021-03-10"), on("2021-03-20")])).toEqual(rateOn("2021-03-10"));
  });

  it.each([
    ["the day before it, of the leap day", "2024-02-29", "2023-02-28", true],
    ["31 days from that day", "2024-02-29", "2023-03-31", true],
    ["32 days from that day", "2024-02-29", "2023-04-01", false],
    ["the same day, after a leap day", "2024-03-01", "2023-03-01", true],
    ["the day after the leap day of the year before", "2025-03-01", "2024-02-29", true],
  ])("is %s: %s", (_, asOf, before, isFound) => {
    expect(nearest([on(before)], asOf)).toEqual(isFound ? rateOn(before) : null);
  });

  it("passes over an edition that does not show the rate", () => {
    const rows = [on("2021-03-15", unshown("too-few-students")), on("2021-03-31")];
    expect(nearest(rows)).toEqual(rateOn("2021-03-31"));
    expect(nearest(rows.slice(0, 1))).toBeNull();
  });

  it("is of the day of its counts, where the figure was held then", () => {
    expect(nearest([{ ...on("2021-03-15"), drawnOn: "2021-01-29" }])).toEqual(rateOn("2021-01-29"));
  });

  it("is of an edition that shows any rate", () => {
    const rows = [on("2021-03-15", unshown("too-few-students")), on("2021-03-31")];
    expect(nearestDayLastYear(rows, day("2022-03-15"))).toBe("2021-03-31");
    expect(nearestDayLastYear(rows, day("2022-06-15"))).toBeNull();
  });

  it.each<readonly [string, Partial<PastRate>]>([
    ["measure", { measure: "plan-coverage" }],
    ["school", atSchool("East")],
    ["breakdown", { breakdown: "transition" }],
    ["group", { group: "review-1" }],
  ])("is not that of another %s", (_, given) => {
    expect(nearest([on("2021-03-15", given)])).toBeNull();
    expect(nearest([on("2021-03-15", { ...given, ...shown("LE5") }), on("2021-03-16")])).toEqual(
      rateOn("2021-03-16"),
    );
  });
});
