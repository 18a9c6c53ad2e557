import { describe, expect, it } from "vitest";
import { day } from "../../../../functions/domain/calendar/day.ts";
import { dueDateFlags } from "../../../../functions/goals/quality/structure/due-date-flags.ts";

const flags = (description: string, setOn: string | null, targetOn: string | null) =>
  dueDateFlags({
    description,
    setOn: setOn === null ? null : day(setOn),
    targetOn: targetOn === null ? null : day(targetOn),
  });

describe("dueDateFlags", () => {
  it.each([
    ["2026-05-17", true],
    ["2026-05-18", false],
    ["2026-06-15", false],
    ["2026-06-16", true],
  ])("a text that says June 1, 2026 beside a due date of %s", (targetOn, differs) => {
    expect(flags("Pass math by June 1, 2026", null, targetOn).differsFromText).toBe(differs);
  });

  it.each([
    ["2026-06-02", false],
    ["2026-06-01", true],
    ["2026-05-31", true],
  ])(
    "a date of the text counts unless it is before %s, when the goal was set",
    (setOn, differs) => {
      const said = flags("Since June 1, 2026 I missed 9 days", setOn, "2026-12-01").differsFromText;
      expect(said).toBe(differs);
    },
  );

  it("compares only a full date of the text", () => {
    expect(flags("Pass math by June 1", null, "2026-01-01").differsFromText).toBe(false);
    expect(flags("Pass math by June 1, 2026", null, null).differsFromText).toBe(false);
  });

  it.each([
    ["2026-01-14", true],
    ["2026-01-15", false],
    ["2026-01-16", false],
  ])("a goal set on January 15, 2026 and due on %s", (targetOn, isBeforeSet) => {
    expect(flags("", "2026-01-15", targetOn).isBeforeSet).toBe(isBeforeSet);
  });

  it.each([
    ["2027-07-14", false],
    ["2027-07-15", false],
    ["2027-07-16", true],
    ["2027-08-01", true],
    ["2027-06-30", false],
  ])("18 months after January 15, 2026: %s", (targetOn, isFarAway) => {
    expect(flags("", "2026-01-15", targetOn).isFarAway).toBe(isFarAway);
  });

  it("says nothing of a goal without dates", () => {
    expect(flags("", null, null)).toEqual({
      differsFromText: false,
      isBeforeSet: false,
      isFarAway: false,
    });
  });
});
