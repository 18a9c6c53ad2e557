import { describe, expect, it } from "vitest";
import { day, type Day } from "../../../functions/domain/calendar/day.ts";
import { paceNeeded } from "../../../functions/reports/week/pace.ts";
import { many, waiting } from "./waiting-row.ts";

const knownDays = (...on: readonly string[]) => ({ days: on.map(day), areWeekdays: false });
/** Friday, and the last week of school. */
const WEEK = knownDays(
  ...["2022-05-20", "2022-05-23", "2022-05-24", "2022-05-25", "2022-05-26", "2022-05-27"],
);

describe("paceNeeded", () => {
  it("divides those to be seen by a day by the school days until it, that day among them", () => {
    expect(paceNeeded(many(7, "2022-05-24"), WEEK)).toEqual({
      ...{ perDay: 3, until: "2022-05-24", isLastDay: false, students: 7, days: 3 },
      noDayBefore: [],
    });
  });

  it("gives what is overdue until the last day of school", () => {
    expect(paceNeeded(many(13, null), WEEK)).toMatchObject({
      ...{ perDay: 3, until: "2022-05-27", isLastDay: true, students: 13, days: 6 },
    });
  });

  it("takes the largest of the paces: by a later day all of the earlier days are to be seen too", () => {
    const early = many(2, "2022-05-23");
    expect(paceNeeded([...early, ...many(16, null)], WEEK)).toMatchObject({
      ...{ perDay: 3, until: "2022-05-27", students: 18 },
    });
    expect(paceNeeded([...many(8, "2022-05-23"), ...many(4, null)], WEEK)).toMatchObject({
      ...{ perDay: 4, until: "2022-05-23", students: 8, days: 2 },
    });
  });

  it("takes the earlier of two days that ask for the same pace", () => {
    const both = [...many(4, "2022-05-23"), ...many(2, "2022-05-24")];
    expect(paceNeeded(both, WEEK)).toMatchObject({ perDay: 2, until: "2022-05-23" });
  });

  it.each([
    ["the first school day", "2022-05-20", 1, []],
    ["the day before it", "2022-05-19", 6, [{ dueOn: "2022-05-19", students: 1 }]],
  ])(
    "of what is due on %s has %s days, since it can be done on a school day alone",
    (_day, dueOn, days, before) => {
      expect(paceNeeded([waiting("1", dueOn)], WEEK)).toMatchObject({ days, noDayBefore: before });
    },
  );

  it("says that no school day is left before a due day on a weekend", () => {
    const saturday = { days: WEEK.days.slice(1), areWeekdays: false };
    expect(paceNeeded([waiting("1", "2022-05-21"), ...many(2, null)], saturday)).toMatchObject({
      ...{ perDay: 1, until: "2022-05-27", students: 3 },
      noDayBefore: [{ dueOn: "2022-05-21", students: 1 }],
    });
  });

  it("takes what is due after the last day of school for due on it", () => {
    expect(paceNeeded([waiting("1", "2022-06-04")], WEEK)).toMatchObject({
      ...{ until: "2022-05-27", isLastDay: true },
    });
  });

  it("is none where nobody waits, and where no school day is left", () => {
    expect(paceNeeded([], WEEK)).toMatchObject({ perDay: null, until: null });
    const over = paceNeeded([waiting("1", "2022-06-04" satisfies string as Day)], knownDays());
    expect(over).toMatchObject({
      ...{ perDay: null, until: null },
      noDayBefore: [{ dueOn: "2022-06-04", students: 1 }],
    });
  });
});
