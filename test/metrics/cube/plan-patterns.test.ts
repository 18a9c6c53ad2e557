import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { studentId } from "../../../functions/domain/ids.ts";
import {
  GOAL_DOMAINS,
  type Goal,
  type PlanDocument,
} from "../../../functions/domain/plans/plan.ts";
import type { PlanPattern } from "../../../functions/metrics/cube/plan-pattern.ts";
import { planPatterns } from "../../../functions/metrics/cube/plan-patterns.ts";
import type { AssessedStudent } from "../../../functions/metrics/students/assessed-student.ts";
import type { SchoolRecords } from "../../../functions/metrics/students/school-records.ts";
import { calendar, documentOf, held, plan } from "../../mandates/clock-case.ts";
import { assessed, contextOn, goal, withGoals } from "../assessed-student.ts";
import { schoolOf } from "../drawn-school.ts";

/** A school whose calendar goes on after January with some days, in order. */
const schoolUntil = (...days: readonly string[]): SchoolRecords => {
  const records = schoolOf("A", []);
  const { instructionalDays } = calendar;
  const until = { ...calendar, instructionalDays: [...instructionalDays, ...days.map(day)] };
  return { ...records, calendars: new Map([[records.school, until]]) };
};
const LAST_DAY = day("2022-06-03");
const RECORDS = schoolUntil("2022-06-02", LAST_DAY);
const AFTER = day("2022-06-20");

const tally = (
  pattern: PlanPattern,
  students: readonly AssessedStudent[],
  { records = RECORDS, asOf = AFTER } = {},
): string => {
  const { count, n } = planPatterns(records, students, contextOn(asOf))[pattern];
  return `${count} of ${n}`;
};
const seen = (document: PlanDocument, given: object = {}): AssessedStudent =>
  assessed({ document, asOf: AFTER, ...given });

describe("reviewed on the last day", () => {
  const reviewed = (heldOn: string): string =>
    tally("reviewed-on-last-day", [seen(documentOf([held(heldOn)]))]);

  it("is a review on the last instructional day, not the day before", () => {
    expect(reviewed(LAST_DAY)).toBe("1 of 1");
    expect(reviewed("2022-06-02")).toBe("0 of 1");
  });

  it.each([
    ["2021-11-11", "0 of 1"],
    ["2021-11-12", "1 of 1"],
    ["2021-11-15", "0 of 1"],
  ])("is a review on the day on which it is due, November 12: held on %s", (heldOn, expected) => {
    expect(reviewed(heldOn)).toBe(expected);
  });

  it("cannot be seen without a review or without a calendar", () => {
    expect(tally("reviewed-on-last-day", [seen(documentOf([]))])).toBe("0 of 0");
    const withoutCalendar = { records: { ...RECORDS, calendars: new Map() } };
    const student = seen(documentOf([held(LAST_DAY)]));
    expect(tally("reviewed-on-last-day", [student], withoutCalendar)).toBe("0 of 0");
  });
});

describe("a calendar that was sent only so far", () => {
  it.each([
    ["2022-04-29", "0 of 0"],
    ["2022-05-01", "1 of 1"],
    ["2022-05-02", "1 of 1"],
  ])("has no last day of school before May 1: last on %s", (last, expected) => {
    const records = schoolUntil(last);
    const goals = [0, 1].map((place) => goal("career", { goal: `G${place}`, targetOn: day(last) }));
    const student = seen({ ...withGoals(goals), reviews: [held(last)] });
    expect(tally("reviewed-on-last-day", [student], { records })).toBe(expected);
    expect(tally("goals-due-on-last-day", [student], { records })).toBe(expected);
  });
});

describe("reviewed alike in a batch", () => {
  /** So many students of one counselor with the same review. */
  const batch = (
    size: number,
    given: Parameters<typeof held>[1] = {},
    counselor = "K-1",
  ): readonly AssessedStudent[] =>
    Array.from({ length: size }, () =>
      seen(documentOf([held("2021-10-01", given)], [plan({ counselor })])),
    );
  const alike = (...students: readonly AssessedStudent[]): string =>
    tally("reviewed-alike", students);

  it.each([
    [9, "0 of 9"],
    [10, "10 of 10"],
    [11, "11 of 11"],
  ])("is seen from ten students on: of %i", (size, expected) => {
    expect(alike(...batch(size))).toBe(expected);
  });

  it.each([
    ["of another day", [seen(documentOf([held("2021-10-04")], [plan({ counselor: "K-1" })]))]],
    ["with other participants", batch(1, { participants: ["student", "family"] })],
    ["with other focus areas", batch(1, { focusAreas: ["resume"] })],
    ["of another counselor", batch(1, {}, "K-2")],
  ])("has no review %s in it", (_name, other) => {
    expect(alike(...batch(9), ...other)).toBe("0 of 10");
  });

  it("does not depend on the order in which participants are named", () => {
    const both = batch(5, { participants: ["student", "family"] });
    expect(alike(...both, ...batch(5, { participants: ["family", "student"] }))).toBe("10 of 10");
  });

  it("is not seen in meetings with a group, in reviews that say nothing, or without a counselor", () => {
    expect(alike(...batch(10, { meeting: "group" }))).toBe("0 of 0");
    expect(alike(...batch(10, { meeting: "individual" }))).toBe("10 of 10");
    expect(alike(...batch(10, { participants: [], focusAreas: [] }))).toBe("0 of 0");
    expect(alike(...batch(10, { participants: ["student", "unlisted"] }))).toBe("0 of 0");
    expect(alike(...batch(10, {}, ""))).toBe("0 of 10");
  });

  it("counts a student with two such reviews once", () => {
    const twice = [held("2021-10-01"), held("2021-10-01", { review: "R2" })];
    expect(alike(...batch(8), seen(documentOf(twice, [plan({ counselor: "K-1" })])))).toBe(
      "0 of 9",
    );
  });
});

describe("opened and reviewed the same day", () => {
  const opened = (heldOn: string, openedOn = "2021-10-01"): string =>
    tally("opened-and-reviewed", [
      seen(documentOf([held(heldOn)], [plan({ openedOn: day(openedOn) })])),
    ]);

  it("is seen of the day on which the plan was opened, and not of the day after", () => {
    expect(opened("2021-10-01")).toBe("1 of 1");
    expect(opened("2021-10-02")).toBe("0 of 1");
  });

  it("asks for a plan that was opened this school year and has been reviewed", () => {
    expect(opened("2021-10-01", "2021-06-30")).toBe("0 of 0");
    expect(opened("2021-10-01", "2021-07-01")).toBe("0 of 1");
    expect(tally("opened-and-reviewed", [seen(documentOf([]))])).toBe("0 of 0");
  });
});

describe("every goal due on the last day of school", () => {
  const due = (...days: readonly (string | null)[]): string => {
    const goals = days.map((on, place): Goal =>
      goal(GOAL_DOMAINS[place % 3]!, {
        goal: `G${place}`,
        targetOn: on === null ? null : day(on),
      }),
    );
    return tally("goals-due-on-last-day", [seen(withGoals(goals))]);
  };

  it("is seen where each of at least two goals is due that day", () => {
    expect(due(LAST_DAY, LAST_DAY)).toBe("1 of 1");
    expect(due(LAST_DAY, "2022-01-10")).toBe("0 of 1");
    expect(due(LAST_DAY)).toBe("0 of 0");
  });

  it("cannot be seen where a goal has no target day, or the school no calendar", () => {
    expect(due(LAST_DAY, LAST_DAY, null)).toBe("0 of 0");
    const goals = [0, 1].map((place) => goal("career", { goal: `G${place}`, targetOn: LAST_DAY }));
    const withoutCalendar = { records: { ...RECORDS, calendars: new Map() } };
    const student = seen(withGoals(goals));
    expect(tally("goals-due-on-last-day", [student])).toBe("1 of 1");
    expect(tally("goals-due-on-last-day", [student], withoutCalendar)).toBe("0 of 0");
  });
});

describe("the patterns of a school", () => {
  it("are of the students under the mandate alone", () => {
    const student = seen(documentOf([held(LAST_DAY)]), { grade: "03" });
    expect(student.isUnderMandate).toBe(false);
    expect(tally("reviewed-on-last-day", [student])).toBe("0 of 0");
    expect(student.record.student.student).toBe(studentId("0042"));
  });
});
