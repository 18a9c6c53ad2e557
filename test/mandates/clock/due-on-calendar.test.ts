import { describe, expect, it } from "vitest";
import { addDays, day } from "../../../functions/domain/calendar/day.ts";
import type { SchoolCalendar } from "../../../functions/domain/calendar/school-calendar.ts";
import { dueOnCalendar } from "../../../functions/mandates/clock/due-on-calendar.ts";
import type { Due } from "../../../functions/mandates/rules/due.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import { MANDATES } from "../../../functions/mandates/rules/mandates.ts";
import type { Requirement } from "../../../functions/mandates/rules/requirement.ts";
import { calendar as cutOff, wholeCalendar as calendar } from "../clock-case.ts";

const ON = day("2021-11-26");
const [REVIEW] = effectivePractice.requirements.filter(({ id }) => id === "review-1");

const spanOf = (given: Partial<Requirement>, of: SchoolCalendar = calendar) => {
  const span = dueOnCalendar(effectivePractice, { ...REVIEW!, ...given } as Requirement, of, ON);
  return span === null ? null : [span.first, span.last];
};

describe("the days on which a calendar says that a requirement is due", () => {
  it.each<readonly [Due, readonly [string, string] | null]>([
    [{ kind: "share-of-year", days: 50, of: 100 }, ["2021-11-12", "2021-11-12"]],
    [{ kind: "share-of-year", days: 90, of: 100 }, ["2022-01-07", "2022-01-07"]],
    [{ kind: "year-end" }, ["2022-05-02", "2022-05-02"]],
    [{ kind: "calendar-date", month: 10, day: 1 }, ["2021-10-01", "2021-10-01"]],
    // Of the students of that grade: others had it due in another school year.
    [{ kind: "calendar-date", month: 2, day: 15, grade: "08" }, ["2022-02-15", "2022-02-15"]],
    [{ kind: "grade", edge: "end", grade: "12" }, ["2022-05-02", "2022-05-02"]],
    [{ kind: "semester-end", semester: 1, grade: "09" }, ["2021-11-12", "2021-11-12"]],
    [{ kind: "grade", edge: "end", grade: "05" }, null],
    [{ kind: "days-enrolled", days: 30, unit: "calendar" }, ["2021-10-06", "2021-10-06"]],
    // Two readings of one text.
    [
      { kind: "days-into-grade", grade: "06", days: 25, unit: "unstated" },
      ["2021-09-30", "2021-10-08"],
    ],
    [
      { kind: "either", of: [{ kind: "year-end" }, { kind: "calendar-date", month: 10, day: 1 }] },
      ["2021-10-01", "2022-05-02"],
    ],
    [{ kind: "age", years: 14 }, null],
    [
      { kind: "days-after-event", event: "moved", days: 30, unit: "calendar" } as unknown as Due,
      null,
    ],
    [{ kind: "open", words: "periodically" }, null],
  ])("of %j are %j", (due, days) => {
    expect(spanOf({ due })).toEqual(days);
  });

  it.each<readonly [Due, readonly [string, string] | null]>([
    [{ kind: "share-of-year", days: 50, of: 100 }, null],
    [{ kind: "year-end" }, null],
    [{ kind: "grade", edge: "end", grade: "12" }, null],
    [{ kind: "semester-end", semester: 1, grade: "09" }, null],
    [{ kind: "semester-end", semester: 2, grade: "09" }, null],
    [{ kind: "calendar-date", month: 10, day: 1 }, ["2021-10-01", "2021-10-01"]],
    [{ kind: "days-enrolled", days: 30, unit: "calendar" }, ["2021-10-06", "2021-10-06"]],
    [
      { kind: "grade", edge: "begin", grade: "06", says: "by the beginning of grade 6" },
      ["2021-09-06", "2021-09-06"],
    ],
  ])("of %j are %j where the calendar was sent only to January", (due, days) => {
    expect(spanOf({ due }, cutOff)).toEqual(days);
  });

  it("are none of what somebody judges, or without a calendar", () => {
    expect(spanOf({ kind: "judged" } as Partial<Requirement>)).toBeNull();
    const { school } = calendar;
    expect(spanOf({}, { school, instructionalDays: [] })).toBeNull();
  });

  it.each([
    ["2021-11-12", null, ["2021-11-12", "2021-11-12"]],
    ["2021-11-13", null, null],
    [null, "2021-11-12", ["2021-11-12", "2021-11-12"]],
    [null, "2021-11-11", null],
  ] as const)("of a rule in force from %s until %s are %j", (from, until, days) => {
    const span = spanOf({
      due: { kind: "share-of-year", days: 50, of: 100 },
      ...(from !== null && { effectiveFrom: day(from) }),
      ...(until !== null && { effectiveUntil: day(until) }),
    });
    expect(span).toEqual(days);
  });

  it("are of a student enrolled all year: what new students alone owe has none", () => {
    expect(spanOf({ appliesTo: { entrants: "only" } })).toBeNull();
    expect(spanOf({ appliesTo: { entrants: "not" } })).not.toBeNull();
  });

  it("lie apart where the calendars of one school do", () => {
    const { school, instructionalDays } = calendar;
    const later = instructionalDays.map((on) => addDays(on, 7));
    const tracks: SchoolCalendar = {
      school,
      instructionalDays: [...new Set([...instructionalDays, ...later])].sort(),
      named: new Map([
        ["A", instructionalDays],
        ["B", later],
      ]),
    };
    const due: Due = { kind: "share-of-year", days: 50, of: 100 };
    expect(spanOf({ due }, tracks)).toEqual(["2021-11-12", "2021-11-19"]);
  });

  it.each(MANDATES)("of $id are in order", (mandate) => {
    for (const requirement of mandate.requirements) {
      const span = dueOnCalendar(mandate, requirement, calendar, ON);
      if (span !== null) expect(span.first <= span.last, requirement.id).toBe(true);
      if (requirement.due.kind === "share-of-year" && requirement.kind !== "judged") {
        expect(span === null || span.first >= "2021-09-06", requirement.id).toBe(true);
      }
    }
  });
});
