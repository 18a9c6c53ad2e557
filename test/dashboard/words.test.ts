import { describe, expect, it } from "vitest";
import { dayInWords, isStale } from "../../dashboard/src/words/days.ts";
import {
  counted,
  estimateIn,
  percent,
  percentInterval,
  pointsChanged,
  wholeNumber,
} from "../../dashboard/src/words/numbers.ts";
import { markOf } from "../../dashboard/src/words/states.ts";

describe("numbers in words", () => {
  it("says a rate in whole percents", () => {
    expect(percent(0.7249)).toBe("72%");
    expect(percent(0)).toBe("0%");
    expect(percent(1)).toBe("100%");
  });
  it("does not call a low rate 0% nor a high one 100%", () => {
    expect(percent(0.004)).toBe("<1%");
    expect(percent(0.996)).toBe(">99%");
  });
  it("separates thousands", () => {
    expect(wholeNumber(21877)).toBe("21,877");
    expect(counted(1, "school")).toBe("1 school");
    expect(counted(1200, "student")).toBe("1,200 students");
  });
  it("says an interval and a change", () => {
    expect(percentInterval(0.614, 0.736)).toBe("61–74%");
    expect(pointsChanged(3)).toBe("up 3 points");
    expect(pointsChanged(-1)).toBe("down 1 point");
    expect(pointsChanged(0)).toBe("no change");
  });
  it("gives an estimate its sign and unit", () => {
    expect(estimateIn("percentage-points", 1.84)).toBe("+1.8");
    expect(estimateIn("percentage-points", -0.02)).toBe("0.0");
    expect(estimateIn("correlation", -0.131)).toBe("−0.13");
  });
});

describe("days in words", () => {
  it("says a day as a district reader does", () => {
    expect(dayInWords("2022-05-20")).toBe("20 May 2022");
    expect(dayInWords("2022-03-01T23:59:00Z")).toBe("1 March 2022");
  });
  it("calls a release old only after its days have passed", () => {
    const published = "2022-05-20T06:00:00Z";
    expect(isStale(published, 3, Date.parse("2022-05-23T05:59:00Z"))).toBe(false);
    expect(isStale(published, 3, Date.parse("2022-05-23T06:01:00Z"))).toBe(true);
  });
});

describe("marks", () => {
  it("gives a word for each state that is not shown, and no number", () => {
    for (const state of ["hidden", "not-enough-data", "not-applicable"]) {
      expect(markOf(state)).not.toMatch(/\d|^$/);
    }
  });
});
