import { describe, expect, it } from "vitest";
import { chronicAbsence } from "../../functions/metrics/measures/chronic-absence.ts";
import { chronicAbsenceYear } from "../../functions/metrics/measures/chronic-absence-year.ts";
import { assessed, partOf } from "./assessed-student.ts";

/** Each measure with each of its bars and the question it is read from. */

describe("chronic-absence", () => {
  it.each([
    [6, 60, "chronic"],
    [5, 60, "not-chronic"],
    [1, 10, "chronic"],
    [0, 10, "not-chronic"],
    [9, 9, "too-few-days"],
    [0, 0, "too-few-days"],
  ] as const)("of %d absent of %d enrolled days is %s", (absentDays, enrolledDays, part) => {
    const student = assessed({ attendance: { absentDays, enrolledDays } });
    expect(partOf(chronicAbsence, student)).toBe(part);
  });

  it("is of those who are enrolled now alone", () => {
    const left = { ...assessed({}), isEnrolled: false };
    expect(partOf(chronicAbsence, left)).toBe("outside");
    expect(chronicAbsence.name).toContain("enrolled now");
  });
});

describe("chronic-absence-year", () => {
  it.each([
    [6, 60, "chronic"],
    [5, 60, "not-chronic"],
    [1, 10, "chronic"],
    [0, 10, "not-chronic"],
    [9, 9, "outside"],
    [0, 0, "outside"],
  ] as const)("of %d absent of %d enrolled days is %s", (absentDays, enrolledDays, part) => {
    const student = assessed({ attendance: { absentDays, enrolledDays } });
    expect(partOf(chronicAbsenceYear, student)).toBe(part);
  });

  it("is for staff alone, and no column of an extract", () => {
    expect(chronicAbsenceYear.isPublic).toBe(false);
    expect(chronicAbsenceYear.isInExtract).toBe(false);
  });
});
