import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { isAimedAt, isGivenUp, statusBy } from "../../../functions/domain/plans/goal-status.ts";
import type { GoalStatus } from "../../../functions/domain/plans/plan.ts";

const MET = { status: "met", statusOn: day("2021-11-26") } as const;

describe("the status of a goal by a day", () => {
  it.each([
    ["2021-11-25", "in-progress", true],
    ["2021-11-26", "met", false],
    ["2021-11-27", "met", false],
  ])("met on November 26 is by %s %s", (on, status, isStillAimedAt) => {
    expect(statusBy(MET, day(on))).toBe(status);
    expect(isAimedAt(MET, day(on))).toBe(isStillAimedAt);
  });

  it.each([
    ["2021-11-25", false],
    ["2021-11-26", true],
    ["2021-11-27", true],
  ])("given up on November 26 is given up by %s: %s", (on, expected) => {
    const given = { status: "discontinued", statusOn: day("2021-11-26") } as const;
    expect(isGivenUp(given, day(on))).toBe(expected);
    expect(isGivenUp({ ...given, statusOn: null }, day(on))).toBeNull();
    expect(isGivenUp(MET, day(on))).toBe(false);
  });

  it("counts as it stands if it has no day", () => {
    expect(statusBy({ status: "discontinued", statusOn: null }, day("2021-11-25"))).toBe(
      "discontinued",
    );
  });

  it.each([
    ["not-started", true],
    ["in-progress", true],
    ["met", false],
    ["not-met", false],
    ["discontinued", false],
  ] as readonly (readonly [GoalStatus, boolean])[])(
    "%s is of a goal that is still open: %s",
    (status, isOpen) => {
      expect(isAimedAt({ status, statusOn: null }, day("2021-11-26"))).toBe(isOpen);
    },
  );
});
