import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../../functions/domain/calendar/day.ts";
import { schoolId } from "../../../functions/domain/ids.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import { assess, assessor } from "../../../functions/mandates/assess/assess.ts";
import { NO_MORE_RECORDS, type ClockCase } from "../../../functions/mandates/clock/clock-case.ts";
import { MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import { calendar, documentOf, FIRST_DAY, held } from "../clock-case.ts";

const AS_OF = day("2022-01-10");
const otherCalendar = {
  school: schoolId("B"),
  instructionalDays: calendar.instructionalDays.slice(10),
};
const ofLastYear = new Map([
  [schoolYear(2021), { school: schoolId("A"), instructionalDays: [day("2020-09-01")] }],
]);

/** Students who differ in what an answer may be shared by: grade, school, calendars and days of entry. */
const drawnCase: fc.Arbitrary<ClockCase> = fc
  .record({
    grade: fc.constantFrom("03" as const, "06" as const, "08" as const, "09" as const, null),
    isElsewhere: fc.boolean(),
    enteredAfter: fc.constantFrom(0, 0, 30, 110),
    isOnRecordBefore: fc.boolean(),
    hasCalendarBefore: fc.boolean(),
    reviewedAfter: fc.array(fc.nat({ max: 120 }), { maxLength: 2 }),
    hasPlan: fc.boolean(),
  })
  .map(({ grade, isElsewhere, enteredAfter, reviewedAfter, hasPlan, ...before }) => ({
    grade,
    calendar: isElsewhere ? otherCalendar : calendar,
    enteredOn: addDays(FIRST_DAY, enteredAfter),
    document: hasPlan
      ? documentOf(reviewedAfter.map((days) => held(addDays(FIRST_DAY, days))))
      : null,
    more: {
      ...NO_MORE_RECORDS,
      ...(before.isOnRecordBefore && { presentSince: day("2020-10-12") }),
      ...(before.hasCalendarBefore && { calendars: ofLastYear }),
    },
  }));

describe("the assessor of a mandate", () => {
  it("answers for student after student as for each of them alone", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MANDATES),
        fc.array(drawnCase, { minLength: 2, maxLength: 6 }),
        (mandate, students) => {
          const assessed = students.map(assessor(mandate, AS_OF));
          expect(assessed).toEqual(students.map((student) => assess(mandate, student, AS_OF)));
        },
      ),
      { numRuns: 300 },
    );
  });
});
