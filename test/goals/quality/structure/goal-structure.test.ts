import { describe, expect, it } from "vitest";
import { addDays, day } from "../../../../functions/domain/calendar/day.ts";
import {
  goalStructure,
  type GoalRecords,
} from "../../../../functions/goals/quality/structure/goal-structure.ts";

const AS_OF = day("2026-01-15");
const DUE = day("2026-05-01");

const structure = (records: Partial<GoalRecords>, asOf = AS_OF) =>
  goalStructure(
    {
      goal: { setOn: null, targetOn: DUE },
      steps: [],
      reviews: [],
      textTimeBound: 0,
      isDueDateDefault: false,
      ...records,
    },
    asOf,
  );
const step = (dueOn: string | null) => ({ dueOn: dueOn === null ? null : day(dueOn) });
const review = (days: number, state: "scheduled" | "held" | "missed" = "scheduled") => ({
  state,
  scheduledOn: addDays(AS_OF, days),
});

describe("action steps", () => {
  it.each([
    ["there is none", [], 0],
    ["the last is due the day before the goal", [step("2026-02-01"), step("2026-04-30")], 2],
    ["the last is due on the goal's day", [step("2026-05-01")], 2],
    ["one is due the day after", [step("2026-02-01"), step("2026-05-02")], 1],
    ["one has no date", [step("2026-02-01"), step(null)], 1],
  ])("when %s", (_, steps, level) => {
    expect(structure({ steps }).actionSteps).toBe(level);
  });

  it("cannot be in time for a goal that has no due date", () => {
    expect(
      structure({ goal: { setOn: null, targetOn: null }, steps: [step("2026-02-01")] }).actionSteps,
    ).toBe(1);
  });
});

describe("the review", () => {
  it.each([
    ["none is planned", [], 0],
    ["it was yesterday and nobody held it", [review(-1)], 0],
    ["it is today", [review(0)], 2],
    ["it is in 119 days", [review(119)], 2],
    ["it is in 120 days", [review(120)], 2],
    ["it is in 121 days", [review(121)], 1],
    ["the next of two is near", [review(200), review(30)], 2],
    ["it is held already", [review(10, "held")], 0],
    ["it is missed", [review(10, "missed")], 0],
    ["it has no day", [{ state: "scheduled" as const, scheduledOn: null }], 0],
  ])("when %s", (_, reviews, level) => {
    expect(structure({ reviews }).review).toBe(level);
  });
});

describe("time-bound overall", () => {
  it.each([
    ["a due date that somebody chose", {}, 2],
    ["a due date that the form filled in", { isDueDateDefault: true }, 0],
    ["a default beside a deadline in the text", { isDueDateDefault: true, textTimeBound: 2 }, 2],
    ["a due date on the day it was set", { goal: { setOn: DUE, targetOn: DUE } }, 2],
    ["a due date before it was set", { goal: { setOn: addDays(DUE, 1), targetOn: DUE } }, 0],
    ["no due date", { goal: { setOn: null, targetOn: null } }, 0],
    [
      "no due date and a deadline in the text",
      { goal: { setOn: null, targetOn: null }, textTimeBound: 2 },
      2,
    ],
  ] as const)("with %s", (_, records, level) => {
    expect(structure(records).timeBound).toBe(level);
  });
});
