import { describe, expect, it } from "vitest";
import { day } from "../../../../functions/domain/calendar/day.ts";
import {
  dueDateCounts,
  hasDefaultDueDate,
  isLastDayDefault,
} from "../../../../functions/goals/quality/structure/default-due-dates.ts";

const LAST = day("2026-06-10");
const OTHER = day("2026-03-01");

describe("default due dates", () => {
  it.each([
    [79, 100, false],
    [80, 100, false],
    [81, 100, true],
    [4, 4, false],
    [5, 5, true],
    [0, 0, false],
  ])("%i of %i goals due on the last day of school", (dueOnLastDay, due, isDefault) => {
    expect(isLastDayDefault({ due, dueOnLastDay })).toBe(isDefault);
  });

  it("are counted by author, without goals that have no due date", () => {
    const goals = [
      { author: "c1", dueOn: LAST, lastDay: LAST },
      { author: "c1", dueOn: OTHER, lastDay: LAST },
      { author: "c1", dueOn: null, lastDay: LAST },
      { author: "c2", dueOn: LAST, lastDay: null },
    ];
    expect([...dueDateCounts(goals)]).toEqual([
      ["c1", { due: 2, dueOnLastDay: 1 }],
      ["c2", { due: 1, dueOnLastDay: 0 }],
    ]);
  });

  it("are those on the last day: another date of the same author was chosen", () => {
    const counts = { due: 100, dueOnLastDay: 90 };
    expect(hasDefaultDueDate(LAST, LAST, counts)).toBe(true);
    expect(hasDefaultDueDate(OTHER, LAST, counts)).toBe(false);
    expect(hasDefaultDueDate(null, null, counts)).toBe(false);
    expect(hasDefaultDueDate(LAST, LAST, { due: 100, dueOnLastDay: 80 })).toBe(false);
  });
});
