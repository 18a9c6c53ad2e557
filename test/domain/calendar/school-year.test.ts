import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  firstDayOf,
  lastDayOf,
  schoolYear,
  schoolYearName,
  schoolYearOf,
} from "../../../functions/domain/calendar/school-year.ts";

describe("school year", () => {
  it("is named by the year in which it ends, and turns over on 1 July", () => {
    expect(schoolYearOf(day("2022-06-30"))).toBe(2022);
    expect(schoolYearOf(day("2022-07-01"))).toBe(2023);
    expect(schoolYearOf(day("2021-12-31"))).toBe(2022);
    expect(schoolYearOf(day("2022-01-01"))).toBe(2022);
  });

  it("begins and ends within itself", () => {
    const year = schoolYear(2022);
    expect([firstDayOf(year), lastDayOf(year)]).toEqual(["2021-07-01", "2022-06-30"]);
    expect(schoolYearOf(firstDayOf(year))).toBe(2022);
    expect(schoolYearOf(lastDayOf(year))).toBe(2022);
  });

  it("is written as a district reader knows it, over the turn of the century too", () => {
    expect(schoolYearName(schoolYear(2022))).toBe("2021-22");
    expect(schoolYearName(schoolYear(2100))).toBe("2099-00");
    expect(schoolYearName(schoolYear(2005))).toBe("2004-05");
  });
});
