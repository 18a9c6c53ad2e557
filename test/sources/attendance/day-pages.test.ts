import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  blockFor,
  DAYS_IN_PAGE,
  indexInBlock,
  noDayPages,
  pageFor,
  dayIndexOf,
} from "../../../functions/sources/attendance/day-pages.ts";

describe("day pages", () => {
  it("keep the days of the school year that came first before all others", () => {
    const pages = noDayPages();
    const days = ["2023-07-01", "2024-06-30", "2023-06-30", "2022-07-01", "2024-07-01"];
    expect(days.map((on) => dayIndexOf(pages, day(on)))).toEqual([
      0,
      365,
      DAYS_IN_PAGE + 364,
      DAYS_IN_PAGE,
      2 * DAYS_IN_PAGE,
    ]);
  });

  it.each([
    [15, true],
    [16, false],
  ])("give student %i a block with student 0: %s", (student, isShared) => {
    const pages = noDayPages();
    const dayIndex = dayIndexOf(pages, day("2021-09-01"));
    expect(blockFor(pages, student, dayIndex) === blockFor(pages, 0, dayIndex)).toBe(isShared);
  });

  it("keep a byte where the student's page has it", () => {
    const pages = noDayPages();
    dayIndexOf(pages, day("2020-09-01"));
    const dayIndex = dayIndexOf(pages, day("2022-06-30"));
    blockFor(pages, 15, dayIndex)[indexInBlock(15, dayIndex)] = 9;
    expect(pageFor(pages, 15, 1)?.[364]).toBe(9);
    expect(pageFor(pages, 14, 1)?.every((byte) => byte === 0)).toBe(true);
    expect(pageFor(pages, 15, 0)).toBeNull();
  });

  it("refuse a day of a school year that they do not have", () => {
    expect(() => blockFor(noDayPages(), 0, 0)).toThrow("no school year 0 in this book");
  });
});
