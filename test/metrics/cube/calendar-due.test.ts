import { describe, expect, it } from "vitest";
import { addDays, day } from "../../../functions/domain/calendar/day.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { calendarDue, calendarDueOf } from "../../../functions/metrics/cube/calendar-due.ts";
import { mergeCubes } from "../../../functions/metrics/cube/merge-cubes.ts";
import { wholeCalendar as calendar } from "../../mandates/clock-case.ts";
import { cubeWith } from "../../support/cube-with.ts";
import { CONTEXT, cubeOf, PLAIN, schoolOf } from "../drawn-school.ts";

const span = (first: string, last: string) => ({ first: day(first), last: day(last) });

describe("the days on which calendars say that requirements are due", () => {
  it("are those of the school's calendar, whoever is enrolled", () => {
    const own = calendarDue(effectivePractice, calendar, CONTEXT.asOf);
    expect(own["review-1"]).toEqual(span("2021-11-12", "2021-11-12"));
    expect(own["review-2"]).toEqual(span("2022-01-07", "2022-01-07"));
    expect(cubeOf(schoolOf("A", [PLAIN])).calendarDue).toEqual(own);
    expect(cubeOf(schoolOf("A", [])).calendarDue).toEqual(own);
    // Who came late is given days of grace, and changes nothing here.
    expect(cubeOf(schoolOf("A", [{ ...PLAIN, grade: "12" }])).calendarDue).toEqual(own);
  });

  it("are none where nobody sent a calendar", () => {
    expect(calendarDue(effectivePractice, undefined, CONTEXT.asOf)).toEqual({});
  });

  it("of several schools are the earliest and the latest", () => {
    const later = {
      ...calendar,
      instructionalDays: calendar.instructionalDays.map((on) => addDays(on, 7)),
    };
    const cubes = [calendar, later].map((calendar, index) =>
      cubeWith(String(index), {
        calendarDue: calendarDue(effectivePractice, calendar, CONTEXT.asOf),
      }),
    );
    const none = cubeWith("2", {});
    expect(calendarDueOf([...cubes, none])["review-1"]).toEqual(span("2021-11-12", "2021-11-19"));
    expect(mergeCubes([none, ...cubes]).calendarDue).toEqual(calendarDueOf(cubes));
  });
});
