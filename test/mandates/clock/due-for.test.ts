import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolId } from "../../../functions/domain/ids.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import { NO_MORE_RECORDS, type ClockCase } from "../../../functions/mandates/clock/clock-case.ts";
import { dueFor, dueForEach } from "../../../functions/mandates/clock/due-for.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import type { Requirement } from "../../../functions/mandates/rules/requirement.ts";
import { calendar, clockCase } from "../clock-case.ts";

const AS_OF = day("2022-01-10");
const [plan] = effectivePractice.requirements;
/** Due 30 instructional days after the student came to the district. */
const afterEntry = {
  ...plan,
  due: { kind: "days-enrolled", days: 30, unit: "instructional" },
} as Requirement;

const lastYear = { school: schoolId("A"), instructionalDays: [day("2020-09-01")] };
const since = day("2020-08-20");
const more = {
  ...NO_MORE_RECORDS,
  presentSince: since,
  calendars: new Map([[schoolYear(2021), lastYear]]),
};
const base = clockCase({ more });

describe("the due day of student after student", () => {
  it.each<[string, ClockCase]>([
    ["nothing", clockCase({ more })],
    ["the day of entry", clockCase({ more, enteredOn: day("2021-10-04") })],
    ["the first day on record", clockCase({ more: { ...more, presentSince: day("2020-08-27") } })],
    ["the calendars of earlier years", clockCase({ more: { ...more, calendars: new Map() } })],
    [
      "a time away",
      clockCase({ more, away: [{ from: day("2021-09-20"), until: day("2021-11-01") }] }),
    ],
    [
      "the calendar",
      clockCase({
        more,
        calendar: { ...calendar, instructionalDays: calendar.instructionalDays.slice(5) },
      }),
    ],
  ])("is each one's own where %s tells them apart", (_what, other) => {
    const each = dueForEach(effectivePractice, afterEntry, AS_OF);
    const alone = (student: ClockCase) => dueFor(effectivePractice, afterEntry, student, AS_OF);
    expect([each(base), each(other)]).toEqual([alone(base), alone(other)]);
  });

  it("is told anew for each where a grade decides", () => {
    const inGrade = { ...plan, due: { kind: "grade", grade: "09", edge: "end" } } as Requirement;
    const each = dueForEach(effectivePractice, inGrade, AS_OF);
    expect(each(clockCase({ grade: "09" })).due.kind).toBe("day");
    expect(each(clockCase({ grade: "08" })).due.kind).toBe("later");
  });
});

describe("the due day of a student who was away", () => {
  /** Due on October 8, 2021, the 25th day. */
  const dueOf = (from: string, until: string, enteredOn = "2021-09-06") =>
    dueFor(
      effectivePractice,
      plan as Requirement,
      clockCase({
        enteredOn: day(enteredOn),
        away: [{ from: day(from), until: day(until) }],
      }),
      day("2022-01-10"),
    );

  it.each([
    ["left on the due day", "2021-10-08", "2021-11-01", "2021-12-01", true],
    ["left the day after it", "2021-10-09", "2021-09-06", "2021-10-08", false],
  ])("who %s", (_when, from, cameOn, dueOn, isTooLate) => {
    expect(dueOf(from, "2021-11-01")).toMatchObject({ cameOn, due: { on: dueOn }, isTooLate });
  });

  it("has the days of grace from the return, if that was before the due day", () => {
    expect(dueOf("2021-09-13", "2021-10-04")).toMatchObject({
      ...{ cameOn: "2021-10-04", isEntrant: true, isTooLate: false },
      due: { on: "2021-11-03" },
    });
  });

  it.each([
    ["on the last day of grace", "2021-11-03", "2021-12-01"],
    ["the day after it", "2021-11-04", "2021-10-04"],
  ])("who came during the year and left %s", (_when, from, cameOn) => {
    expect(dueOf(from, "2021-12-01", "2021-10-04").cameOn).toBe(cameOn);
  });
});
