import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolId, studentId } from "../../../functions/domain/ids.ts";
import {
  enteredDistrictOn,
  isEnrolledOn,
  schoolOn,
  timesAway,
  type Enrollment,
} from "../../../functions/domain/people/student.ts";

const enrollment = (
  school: string,
  enteredOn: string,
  withdrewOn: string | null = null,
): Enrollment => ({
  student: studentId("0042"),
  school: schoolId(school),
  enteredOn: day(enteredOn),
  withdrewOn: withdrewOn === null ? null : day(withdrewOn),
  isPrimary: true,
});

describe("isEnrolledOn", () => {
  const here = enrollment("A", "2021-08-23", "2022-03-15");

  it("counts the first day, and not the day of withdrawal", () => {
    expect(isEnrolledOn(here, day("2021-08-22"))).toBe(false);
    expect(isEnrolledOn(here, day("2021-08-23"))).toBe(true);
    expect(isEnrolledOn(here, day("2022-03-14"))).toBe(true);
    expect(isEnrolledOn(here, day("2022-03-15"))).toBe(false);
  });

  it("counts no day of a stay that ends on the day it begins", () => {
    expect(isEnrolledOn(enrollment("A", "2021-08-23", "2021-08-23"), day("2021-08-23"))).toBe(
      false,
    );
  });

  it("goes on where no end is known", () => {
    expect(isEnrolledOn(enrollment("A", "2021-08-23"), day("2030-01-01"))).toBe(true);
  });
});

describe("schoolOn", () => {
  it("is the school of the stay that covers the day", () => {
    const enrollments = [
      enrollment("A", "2021-08-23", "2022-01-10"),
      enrollment("B", "2022-01-10"),
    ];
    expect(schoolOn(enrollments, day("2022-01-09"))).toBe("A");
    expect(schoolOn(enrollments, day("2022-01-10"))).toBe("B");
  });

  it("is the school of the later stay where two overlap, whatever their order", () => {
    const enrollments = [enrollment("A", "2021-08-23"), enrollment("B", "2021-09-01")];
    expect(schoolOn(enrollments, day("2022-03-15"))).toBe("B");
    expect(schoolOn(enrollments.toReversed(), day("2022-03-15"))).toBe("B");
  });

  it("is the smaller id where two stays begin on one day, whatever their order", () => {
    const enrollments = [enrollment("B", "2021-08-23"), enrollment("A", "2021-08-23")];
    expect(schoolOn(enrollments, day("2022-03-15"))).toBe("A");
    expect(schoolOn(enrollments.toReversed(), day("2022-03-15"))).toBe("A");
  });

  it("is none before, between and after the stays", () => {
    const enrollments = [
      enrollment("A", "2021-08-23", "2021-10-01"),
      enrollment("B", "2021-11-01", "2022-01-01"),
    ];
    expect(schoolOn(enrollments, day("2021-08-01"))).toBeNull();
    expect(schoolOn(enrollments, day("2021-10-15"))).toBeNull();
    expect(schoolOn(enrollments, day("2022-01-01"))).toBeNull();
    expect(schoolOn([], day("2022-01-01"))).toBeNull();
  });
});

describe("timesAway", () => {
  const away = (...enrollments: readonly Enrollment[]) =>
    timesAway(enrollments, day("2021-07-01"), day("2022-03-15"));

  it.each([
    ["on the day of withdrawal", "2021-10-01", []],
    ["the day after it", "2021-10-02", [{ from: "2021-10-01", until: "2021-10-02" }]],
  ])("are between a withdrawal and the entry into another school %s", (_when, entered, times) => {
    expect(away(enrollment("B", entered), enrollment("A", "2021-08-23", "2021-10-01"))).toEqual(
      times,
    );
  });

  it.each([
    ["on March 15, the day that is asked about", "2022-03-15", 1],
    ["on March 16, the day after it", "2022-03-16", 0],
  ])("end with a return %s", (_when, entered, times) => {
    const enrollments = [enrollment("A", "2021-08-23", "2021-10-01"), enrollment("A", entered)];
    expect(away(...enrollments)).toHaveLength(times);
  });

  it.each([
    ["on the first day of the school year", "2021-07-01", 0],
    ["the day after it", "2021-07-02", 1],
  ])("do not begin with a withdrawal %s", (_when, withdrew, times) => {
    const enrollments = [enrollment("A", "2020-08-23", withdrew), enrollment("A", "2021-08-23")];
    expect(away(...enrollments)).toHaveLength(times);
  });

  it("are none while another enrollment lasts", () => {
    const ended = enrollment("A", "2021-08-23", "2021-10-01");
    const later = enrollment("A", "2021-12-01");
    expect(away(ended, later, enrollment("B", "2021-08-23", "2021-12-01"))).toEqual([]);
    expect(away(ended, later, enrollment("B", "2021-08-23"))).toEqual([]);
  });
});

describe("enteredDistrictOn", () => {
  const since = day("2021-07-01");

  it("is the earliest entry of the school year, at any school", () => {
    const enrollments = [
      enrollment("B", "2022-01-10"),
      enrollment("A", "2021-08-23", "2022-01-10"),
    ];
    expect(enteredDistrictOn(enrollments, since)).toBe("2021-08-23");
  });

  it("is the first day of the school year for who was there already", () => {
    expect(enteredDistrictOn([enrollment("A", "2019-08-20")], since)).toBe("2021-07-01");
  });

  it("does not look at stays that ended before the school year", () => {
    const enrollments = [
      enrollment("A", "2019-08-20", "2021-06-10"),
      enrollment("A", "2022-02-01"),
    ];
    expect(enteredDistrictOn(enrollments, since)).toBe("2022-02-01");
    expect(enteredDistrictOn(enrollments.slice(0, 1), since)).toBeNull();
  });
});
