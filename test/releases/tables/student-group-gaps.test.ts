import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import type { FigureState } from "../../../functions/domain/figures/figure.ts";
import { withGaps } from "../../../functions/releases/tables/student-group-gaps.ts";
import { exact, rateRow, shown, studentGroupRow, unshown } from "../release-rows.ts";

describe("withGaps", () => {
  /** The day that the rows are drawn on. */
  const AS_OF = "2022-03-15";
  const review = { first: day("2022-02-15"), last: day("2022-02-15") };
  const HELD = {
    asOf: AS_OF,
    mandate: {
      requirements: [{ id: "review-1", dueOn: review }],
      composites: { "review-timeliness": ["review-1"] },
    },
  };
  /** A row of student groups before its gap is known. */
  const groupRow = (given: Parameters<typeof studentGroupRow>[0] = {}) => {
    const { gapLow: _low, gapHigh: _high, gap: _gap, ...row } = studentGroupRow(given);
    return { ...row, state: row.state as FigureState };
  };
  const wholeRow = (given: Parameters<typeof rateRow>[0]) => {
    const row = rateRow(given);
    return { ...row, state: row.state as FigureState };
  };
  const whole = wholeRow({ measure: "plan-coverage", ...shown("70-79") });
  const gapOf = (row: ReturnType<typeof groupRow>, rates = [whole]) => {
    const [{ gapLow, gapHigh, gap } = { gapLow: 1, gapHigh: 1, gap: "?" }] = [
      ...withGaps([row], rates, HELD),
    ];
    return { gapLow, gapHigh, gap };
  };
  const NONE = { gapLow: null, gapHigh: null, gap: "" };

  it("compares a group with all students of its place, moved boundaries allowed for", () => {
    expect(gapOf(groupRow(shown("40-49", 400)), [{ ...whole, n: 1000 }])).toEqual({
      ...{ gapLow: -42, gapHigh: -18, gap: "lower" },
    });
    expect(gapOf(groupRow())).toEqual({ gapLow: -65, gapHigh: 5, gap: "unclear" });
    expect(gapOf(groupRow({ level: "school", school: "East" }))).toEqual(NONE);
    expect(gapOf(groupRow({ measure: "requirements-met" }))).toEqual(NONE);
  });

  it.each([
    ["the day before its due day", "2022-02-14", false],
    ["its due day, on which it is still open", "2022-02-15", false],
    ["the day after", "2022-02-16", true],
  ])("compares a group with counts of %s (%s) with later counts: %s", (_, drawnOn, isCompared) => {
    const reviews = { measure: "review-timeliness" };
    const all = { ...whole, ...reviews };
    const group = groupRow({ ...reviews, drawnOn });
    expect(gapOf(group, [all]).gap).toBe(isCompared ? "unclear" : "");
    if (!isCompared) expect(gapOf(group, [all])).toEqual(NONE);
    // Whichever of the two has the earlier counts, and where both have the same.
    const later = groupRow(reviews);
    expect(gapOf(later, [{ ...all, drawnOn }]).gap).toBe(isCompared ? "unclear" : "");
    expect(gapOf(group, [{ ...all, drawnOn }]).gap).toBe("unclear");
    // No due day changes who has an open plan.
    expect(gapOf(groupRow({ drawnOn }), [whole]).gap).toBe("unclear");
  });

  it("compares the students of a transition with all of that transition", () => {
    const rates = [
      wholeRow({
        measure: "transition-coverage",
        breakdown: "transition",
        group: "transition-6",
        ...exact(30),
      }),
      wholeRow({
        measure: "transition-coverage",
        breakdown: "transition",
        group: "transition-9",
        ...exact(10),
      }),
    ];
    const row = groupRow({
      measure: "transition-coverage",
      requirement: "transition-9",
      ...exact(20),
    });
    expect(gapOf(row, rates)).toEqual({ gapLow: 25, gapHigh: 25, gap: "higher" });
  });

  it("compares the first of two groups with the other, and says it once", () => {
    const sex = { division: "sex", divisionName: "Sex" };
    const girls = groupRow({
      ...sex,
      group: "female",
      comparedWith: "male",
      ...shown("40-49", 400),
    });
    const boys = groupRow({ ...sex, group: "male", comparedWith: "", ...shown("60-64", 400) });
    expect([...withGaps([girls, boys], [whole], HELD)].map(({ gap }) => gap)).toEqual([
      "lower",
      "",
    ]);
  });

  it("has no gap where either share is not shown, or a grade is all there is", () => {
    expect(gapOf(groupRow(unshown("too-few-students")))).toEqual(NONE);
    expect(gapOf(groupRow(), [{ ...whole, ...unshown("too-few-students") }])).toEqual(NONE);
    expect(gapOf(groupRow(), [{ ...whole, breakdown: "grade", group: "07" }])).toEqual(NONE);
  });

  it("says of a division that nobody in the district is in that it was not sent", () => {
    const nobody = unshown("not-applicable");
    const state = (...rows: readonly ReturnType<typeof groupRow>[]) =>
      [...withGaps(rows, [whole], HELD)].map((row) => row.state);
    const other = { group: "no", comparedWith: "" };
    expect(state(groupRow(nobody), groupRow({ ...nobody, ...other }))).toEqual([
      "not-enough-data",
      "not-enough-data",
    ]);
    expect(state(groupRow(nobody), groupRow(other))).toEqual(["not-applicable", "shown"]);
    const atSchool = { level: "school", school: "East", schoolName: "East" };
    expect(state(groupRow({ ...nobody, ...atSchool }))).toEqual(["not-applicable"]);
  });

  it("compares the groups of each place with each other, one place after another", () => {
    const sexes = (school: string, girls: number, boys: number) => {
      const place = { level: "school", school, schoolName: school, division: "sex" };
      return [
        groupRow({ ...place, group: "female", comparedWith: "male", ...exact(girls) }),
        groupRow({ ...place, group: "male", comparedWith: "", ...exact(boys) }),
      ];
    };
    const rows = [...sexes("East", 10, 20), ...sexes("West", 20, 10)];
    expect([...withGaps(rows, [], HELD)].map(({ gap }) => gap)).toEqual([
      "lower",
      "",
      "higher",
      "",
    ]);
    expect([...withGaps([], [], HELD)]).toEqual([]);
  });
});
