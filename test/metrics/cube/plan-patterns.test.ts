import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolYear } from "../../../functions/domain/calendar/school-year.ts";
import { planId, studentId } from "../../../functions/domain/ids.ts";
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

describe("the same goals as other students", () => {
  /** A student with goals of these texts, each shared by three students of the district. */
  const withTexts = (texts: readonly string[], given: Partial<Goal> = {}, more: object = {}) =>
    seen(
      withGoals(
        texts.map((sharedText, place) =>
          goal("career", {
            ...{ goal: `G${place}`, textKind: "eligible", sharedText, sharedSince: null },
            ...given,
          }),
        ),
      ),
      more,
    );
  const same = (size: number) => Array.from({ length: size }, () => withTexts(["a", "b"]));
  const counted = (...students: readonly AssessedStudent[]): string =>
    tally("goals-as-others", students);

  it.each([
    [2, "0 of 2"],
    [3, "3 of 3"],
    [4, "4 of 4"],
  ])("is seen from three students of the school on: of %i", (size, expected) => {
    expect(counted(...same(size))).toBe(expected);
  });

  it("is of the whole set: one goal more, less or other is not the same", () => {
    expect(counted(...same(2), withTexts(["b", "a"]))).toBe("3 of 3");
    expect(counted(...same(2), withTexts(["a", "b", "c"]))).toBe("0 of 3");
    expect(counted(...same(2), withTexts(["a", "c"]))).toBe("0 of 3");
    expect(counted(...same(2), withTexts(["a"]))).toBe("0 of 2");
  });

  it.each([
    [AFTER, "3 of 3"],
    ["2022-06-21", "0 of 3"],
  ])("is of goals that three students had by the day: since %s", (since, expected) => {
    const last = withTexts(["a", "b"], { sharedSince: day(since) });
    expect(counted(...same(2), last)).toBe(expected);
  });

  it("leaves out goals that were given up, and students who are not under the mandate", () => {
    const givenUp = { status: "discontinued", statusOn: day("2022-01-10") } as const;
    expect(counted(...same(3), withTexts(["a", "b"], givenUp))).toBe("3 of 3");
    expect(counted(...same(2), withTexts(["a", "b"], {}, { grade: "03" }))).toBe("0 of 2");
  });
});

describe("the same goals as last year", () => {
  const carried = (...given: readonly Partial<Goal>[]): string =>
    tally("goals-as-last-year", [
      seen(
        withGoals(
          given.map((of, place) =>
            goal("career", { goal: `G${place}`, textKind: "eligible", isLastYears: true, ...of }),
          ),
        ),
      ),
    ]);

  it("is seen where each compared goal of this year's plan was one of last year's", () => {
    expect(carried({}, {})).toBe("1 of 1");
    expect(carried({}, { isLastYears: false })).toBe("0 of 1");
    expect(carried({ isLastYears: null })).toBe("0 of 0");
    expect(carried()).toBe("0 of 0");
  });

  it.each([
    ["2022-06-19", "0 of 1"],
    ["2022-06-20", "0 of 1"],
    ["2022-06-21", "1 of 1"],
  ])("is of the goals that were set by the day: another one set on %s", (setOn, expected) => {
    expect(carried({}, { isLastYears: false, setOn: day(setOn) })).toBe(expected);
  });

  it("leaves out a goal that was given up", () => {
    const givenUp = { status: "discontinued", statusOn: day("2022-01-10") } as const;
    expect(carried({}, { ...givenUp, isLastYears: false })).toBe("1 of 1");
    expect(carried(givenUp)).toBe("0 of 0");
  });

  it("is of this school year's plans: one of the year before that is still open does not count", () => {
    const text = { textKind: "eligible", isLastYears: true } as const;
    const older = plan({ plan: planId("P0"), schoolYear: schoolYear(2021) });
    const ofYearBefore = {
      ...documentOf([], [older]),
      schoolYear: schoolYear(2021),
      goals: [goal("career", { ...text, goal: "G0", plan: older.plan, isLastYears: false })],
    };
    const student = seen(withGoals([goal("career", text)]));
    const { record } = student;
    const more = { ...record.more, earlier: [ofYearBefore] };
    const withOlder = { ...student, record: { ...record, more } };
    expect(tally("goals-as-last-year", [withOlder])).toBe("1 of 1");
    const withoutNew = { ...withOlder, record: { ...record, more, document: null } };
    expect(tally("goals-as-last-year", [withoutNew])).toBe("0 of 0");
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
