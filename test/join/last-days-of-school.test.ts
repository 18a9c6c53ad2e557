import { describe, expect, it } from "vitest";
import { day } from "../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../functions/domain/calendar/school-year.ts";
import { schoolId, studentId } from "../../functions/domain/ids.ts";
import type { Enrollment } from "../../functions/domain/people/student.ts";
import { lastDaysOfSchool } from "../../functions/join/last-days-of-school.ts";

const ADA = studentId("0042");
const [EAST, WEST] = [schoolId("E"), schoolId("W")];
const enrolled = (school: typeof EAST, from: string): Enrollment => ({
  ...{ student: ADA, school, isPrimary: true },
  ...{ enteredOn: day(from), withdrewOn: null },
});
const days = (...on: readonly string[]) => on.map((each) => ({ on: day(each), calendars: null }));
const lastDay = (...enrollments: readonly Enrollment[]) =>
  lastDaysOfSchool({
    enrollments: new Map([[ADA, enrollments]]),
    calendars: new Map([
      [EAST, days("2021-06-03", "2021-08-23", "2022-05-26", "2022-08-22")],
      [WEST, days("2021-08-30", "2022-05-01")],
      [schoolId("S"), days("2021-08-30", "2022-04-30")],
    ]),
  })(ADA, schoolYear(2022));

describe("lastDaysOfSchool", () => {
  it("is the last instructional day of the school year at the student's last school", () => {
    expect(lastDay(enrolled(EAST, "2020-08-24"))).toEqual({ school: EAST, lastDay: "2022-05-26" });
    const moved = [enrolled(WEST, "2022-01-10"), enrolled(EAST, "2020-08-24")];
    expect(lastDay(...moved)).toEqual({ school: WEST, lastDay: "2022-05-01" });
  });

  it("leaves out a school that the student enters in a later year", () => {
    const rest = enrolled(EAST, "2020-08-24");
    expect(lastDay(rest, enrolled(WEST, "2022-06-30")).school).toBe(WEST);
    expect(lastDay(rest, enrolled(WEST, "2022-07-01")).school).toBe(EAST);
  });

  it("is not known of a calendar that ends before May: it was sent only so far", () => {
    const south = schoolId("S");
    expect(lastDay(enrolled(south, "2021-08-23"))).toEqual({ school: south, lastDay: null });
  });

  it("is nothing of nobody, and of a school without a calendar", () => {
    expect(lastDay()).toEqual({ school: null, lastDay: null });
    const north = schoolId("N");
    expect(lastDay(enrolled(north, "2021-08-23"))).toEqual({ school: north, lastDay: null });
  });
});
