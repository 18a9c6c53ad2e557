import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import {
  dueBetween,
  dueBetweenFigures,
  dueDaysOf,
} from "../../../functions/releases/due/due-between.ts";

const span = (first: string, last = first) => ({ first: day(first), last: day(last) });

const MANDATE = {
  requirements: [
    { id: "review-1", dueOn: span("2022-01-06") },
    { id: "review-2", dueOn: span("2022-05-02") },
    { id: "transition-9", dueOn: span("2022-03-01") },
    { id: "judged", dueOn: null },
  ],
  composites: { "review-timeliness": ["review-1", "review-2"] },
};

describe("dueDaysOf", () => {
  it("is of no day where a release does not say what its figures count", () => {
    const { requirements } = MANDATE;
    const figure = { measure: "requirement-met", group: "review-1" };
    expect(dueDaysOf(MANDATE, figure)).toEqual([span("2022-01-06")]);
    expect(dueDaysOf({ requirements }, figure)).toEqual([]);
  });
});

describe("dueBetween", () => {
  const [COUNTS, OTHERS] = ["2022-01-28", "2022-05-20"];

  it.each([
    ["on the day before the earlier counts", "2022-01-27", false],
    ["on the day of the earlier counts, on which it is still open", "2022-01-28", true],
    ["on the day after them", "2022-01-29", true],
    ["on the day before the later counts", "2022-05-19", true],
    ["on the day of the later counts, on which it is still open", "2022-05-20", false],
    ["on the day after them", "2022-05-21", false],
  ])("of something due %s (%s): %s", (_, on, isBetween) => {
    const expected = isBetween ? span(on) : null;
    expect(dueBetween([span(on)], COUNTS, OTHERS)).toEqual(expected);
    expect(dueBetween([span(on)], OTHERS, COUNTS)).toEqual(expected);
  });

  it.each([
    ["ends on the day before the earlier counts", "2021-12-01", "2022-01-27", false],
    ["ends on the day of the earlier counts", "2021-12-01", "2022-01-28", true],
    ["begins before both and ends after both", "2021-12-01", "2022-06-01", true],
    ["begins on the day before the later counts", "2022-05-19", "2022-06-01", true],
    ["begins on the day of the later counts", "2022-05-20", "2022-06-01", false],
  ])("of due days that differ by school: %s", (_, first, last, isBetween) => {
    expect(dueBetween([span(first, last)], COUNTS, OTHERS)).toEqual(
      isBetween ? span(first, last) : null,
    );
  });

  it("is the earliest of several", () => {
    const due = [span("2022-05-02"), span("2022-03-01"), span("2022-04-01")];
    expect(dueBetween(due, COUNTS, OTHERS)).toEqual(span("2022-03-01"));
  });

  it("is none between counts of one day, whatever the days of schools, nor where there are no counts", () => {
    const due = [span("2021-12-01", "2022-06-01")];
    expect(dueBetween(due, COUNTS, COUNTS)).toBeNull();
    expect(dueBetween(due, null, OTHERS)).toBeNull();
    expect(dueBetween(due, COUNTS, null)).toBeNull();
    expect(dueBetween([], COUNTS, OTHERS)).toBeNull();
  });
});

describe("dueDaysOf", () => {
  it("has the due day of the requirement or transition that a figure is about", () => {
    expect(dueDaysOf(MANDATE, { measure: "review-held", group: "review-2" })).toEqual([
      span("2022-05-02"),
    ]);
    expect(dueDaysOf(MANDATE, { measure: "transition-coverage", group: "transition-9" })).toEqual([
      span("2022-03-01"),
    ]);
    expect(dueDaysOf(MANDATE, { measure: "requirement-met", group: "judged" })).toEqual([]);
  });

  it("has those of every requirement that a figure asks for together", () => {
    expect(dueDaysOf(MANDATE, { measure: "review-timeliness", group: "all" })).toEqual([
      span("2022-01-06"),
      span("2022-05-02"),
    ]);
  });

  it("has none of what no due day changes, nor in a manifest that does not say", () => {
    expect(dueDaysOf(MANDATE, { measure: "plan-coverage", group: "all" })).toEqual([]);
    const { requirements } = MANDATE;
    expect(dueDaysOf({ requirements }, { measure: "review-timeliness", group: "all" })).toEqual([]);
  });
});

describe("dueBetweenFigures", () => {
  const first = { measure: "review-held", group: "review-1", drawnOn: "2022-01-28" };
  const second = { measure: "review-held", group: "review-2", drawnOn: "2022-01-28" };
  const together = { measure: "review-timeliness", group: "all", drawnOn: "2022-01-28" };
  const later = { drawnOn: "2022-05-20" };

  it.each([
    ["a figure with earlier counts of itself", second, { ...second, ...later }, true],
    ["figures with counts of one day", second, together, false],
    ["the earlier figure of what fell due and a later one", second, { ...first, ...later }, true],
    [
      "the earlier figure of something else and the later one",
      first,
      { ...second, ...later },
      false,
    ],
    ["earlier counts of all together and a later one", together, { ...first, ...later }, true],
    ["earlier counts of something else and all together", first, { ...together, ...later }, false],
  ])("lies between %s: %#", (_, figure, other, isBetween) => {
    const expected = isBetween ? span("2022-05-02") : null;
    expect(dueBetweenFigures(MANDATE, figure, other)).toEqual(expected);
    expect(dueBetweenFigures(MANDATE, other, figure)).toEqual(expected);
  });
});
