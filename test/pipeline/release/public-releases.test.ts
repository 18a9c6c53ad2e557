import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { isPublicDue, nextDueOn } from "../../../functions/pipeline/release/public-releases.ts";

describe("nextDueOn", () => {
  it.each([
    ["monthly", "2022-01-31", "2022-02-01"],
    ["monthly", "2022-12-01", "2023-01-01"],
    ["quarterly", "2022-01-01", "2022-04-01"],
    ["quarterly", "2022-03-31", "2022-04-01"],
    ["quarterly", "2022-11-19", "2023-01-01"],
    ["by-hand", "2022-03-31", null],
  ] as const)("is, %s after %s, %s", (calendar, asOf, next) => {
    expect(nextDueOn(calendar, asOf)).toBe(next);
  });
});

describe("isPublicDue", () => {
  it.each([
    ["monthly", null, "2022-01-15", true],
    ["monthly", "2022-01-15", "2022-01-31", false],
    ["monthly", "2022-01-15", "2022-02-01", true],
    ["quarterly", "2022-01-15", "2022-03-31", false],
    ["quarterly", "2022-01-15", "2022-04-01", true],
    ["by-hand", null, "2022-01-15", false],
    ["by-hand", "2022-01-15", "2022-12-01", false],
  ] as const)("is, %s after %s, on %s: %s", (calendar, last, asOf, isDue) => {
    const latest = last === null ? null : { asOf: last };
    expect(isPublicDue(calendar, latest, day(asOf), false)).toBe(isDue);
  });

  it.each([
    ["2022-01-14", false],
    ["2022-01-15", true],
    ["2022-01-16", true],
  ])(
    "makes one by hand as of the last release's day or later, and never of an earlier one (%s)",
    (asOf, isDue) => {
      expect(isPublicDue("by-hand", { asOf: "2022-01-15" }, day(asOf), true)).toBe(isDue);
    },
  );
});
