import { describe, expect, it } from "vitest";
import { dayNumber, day } from "../../../functions/domain/calendar/day.ts";
import {
  byteOf,
  dayIndexOf,
  dayNumberAt,
  DAYS_IN_YEAR,
  indexInSegment,
  noDayColumns,
  SEGMENT,
  segmentFor,
  segmentOf,
} from "../../../functions/sources/attendance/day-columns.ts";

describe("day columns", () => {
  it("keep the days of the school year that came first before all others", () => {
    const columns = noDayColumns();
    const days = ["2023-07-01", "2024-06-30", "2023-06-30", "2022-07-01", "2024-07-01"].map(day);
    const indexes = days.map((on) => dayIndexOf(columns, on));
    expect(indexes).toEqual([0, 365, DAYS_IN_YEAR + 364, DAYS_IN_YEAR, 2 * DAYS_IN_YEAR]);
    expect(indexes.map((index) => dayNumberAt(columns, index))).toEqual(days.map(dayNumber));
  });

  it.each([
    [SEGMENT - 1, 0, SEGMENT - 1],
    [SEGMENT, 1, 0],
  ])("give student %i segment %i, place %i", (student, segment, index) => {
    expect([segmentOf(student), indexInSegment(student)]).toEqual([segment, index]);
  });

  it("keep a byte of a student's day and none of another", () => {
    const columns = noDayColumns();
    const on = dayIndexOf(columns, day("2022-06-30"));
    segmentFor(columns, 1, on)[3] = 9;
    expect(byteOf(columns, SEGMENT + 3, on)).toBe(9);
    expect([byteOf(columns, 3, on), byteOf(columns, SEGMENT + 3, on - 1)]).toEqual([0, 0]);
    // A mistyped day costs one segment.
    expect(columns.segments.flat().filter((bytes) => bytes !== undefined)).toHaveLength(1);
  });

  it("refuse a day of a school year that they do not have", () => {
    expect(() => segmentFor(noDayColumns(), 0, 0)).toThrow("no day 0 in this book");
  });
});
