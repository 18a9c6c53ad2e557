import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import type { FirstDue } from "../../../functions/metrics/cube/due-days.ts";
import { likeWithLike } from "../../../functions/releases/trends/like-with-like.ts";
import type { RateRow } from "../../../functions/releases/tables/tables.ts";
import { rateRow } from "../release-rows.ts";

const BEFORE = "2022-01-31";
const NOW = "2022-03-15";

/** Whether a rate of now may be compared with the same of before, by what was due by when on both days. */
function isLike(given: Partial<RateRow>, before: FirstDue | null, now: FirstDue): boolean {
  const firstDues = new Map([
    ...(before === null ? [] : [[BEFORE, before] as const]),
    [NOW, now] as const,
  ]);
  const row = rateRow(given);
  const isComparable = likeWithLike(effectivePractice, day(NOW), firstDues);
  return isComparable({ ...row, drawnOn: NOW }, { ...row, drawnOn: BEFORE });
}

/** One school, and the first due day of the second review. */
const second = (on: string | null, school = "A"): FirstDue => ({
  [school]: { "review-1": day("2021-11-12"), "review-2": on === null ? null : day(on) },
});
const reviews = { measure: "review-timeliness" };

describe("likeWithLike", () => {
  it.each([
    ["came due long before both", "2022-01-30", true],
    ["was due on the day before", "2022-01-31", false],
    ["was due the day before this one", "2022-03-14", false],
    ["is due on this day, so still open", "2022-03-15", true],
    ["is due later", "2022-05-13", true],
  ])("compares reviews where the second %s (%s): %s", (_, on, expected) => {
    expect(isLike(reviews, second(on), second(on))).toBe(expected);
  });

  it.each([
    ["a calendar moved its day past the release before", "2022-02-15", "2022-01-15", false],
    ["a calendar moved its day into the future", "2022-01-15", "2022-05-13", false],
    ["its day was not known and has passed", null, "2022-01-15", false],
    ["its day is not known any more", "2022-01-15", null, false],
    ["its day is known on neither", null, null, true],
  ])("reads each day's own records: %s", (_, before, now, expected) => {
    expect(isLike(reviews, second(before), second(now))).toBe(expected);
  });

  it("does not compare with a day of which it is not known what was due", () => {
    expect(isLike(reviews, null, second("2022-01-15"))).toBe(false);
  });

  it("takes nobody left for no change, and somebody new whose day has passed for one", () => {
    const nobody = { A: { "review-1": day("2021-11-12") } };
    expect(isLike(reviews, second("2022-01-15"), nobody)).toBe(true);
    expect(isLike(reviews, nobody, second("2022-05-13"))).toBe(true);
    expect(isLike(reviews, nobody, second("2022-03-14"))).toBe(false);
  });

  it("looks at the school of the rate alone, and for the district at each", () => {
    const before = { ...second("2022-01-15"), ...second("2022-02-15", "B") };
    const isLikeAt = (school: string) =>
      isLike({ ...reviews, level: "school", school }, before, before);
    expect([isLikeAt("A"), isLikeAt("B"), isLike(reviews, before, before)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("looks at the requirements that a measure asks for together", () => {
    const before: FirstDue = { A: { "transition-9": day("2022-02-15") } };
    const ofTransition = (group: string) => ({
      ...{ measure: "transition-coverage", breakdown: "transition", group },
    });
    expect(isLike({ measure: "requirements-met" }, before, before)).toBe(false);
    expect(isLike(ofTransition("transition-9"), before, before)).toBe(false);
    expect(isLike(ofTransition("transition-6"), before, before)).toBe(true);
    expect(isLike({ ...reviews, breakdown: "grade", group: "08" }, before, before)).toBe(false);
    expect(isLike({ measure: "component-completeness" }, before, before)).toBe(true);
  });

  it.each([
    { measure: "requirement-met", breakdown: "requirement", group: "review-2" },
    { measure: "plan-coverage" },
    { measure: "chronic-absence" },
  ])("always compares what asks for one requirement or none: $measure", (given) => {
    expect(isLike(given, null, second("2022-02-15"))).toBe(true);
  });

  it("compares a figure that is held with itself, whatever has come due", () => {
    const isComparable = likeWithLike(effectivePractice, day(NOW), new Map([[NOW, {}]]));
    const held = rateRow({ ...reviews, drawnOn: BEFORE });
    expect(isComparable(held, held)).toBe(true);
    expect(isComparable({ ...held, drawnOn: NOW }, held)).toBe(false);
  });
});
