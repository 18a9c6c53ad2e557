import { describe, expect, it } from "vitest";
import { dayInWords, isStale } from "../../dashboard/src/words/days.ts";
import {
  counted,
  estimateIn,
  percent,
  percentInterval,
  wholeNumber,
} from "../../dashboard/src/words/numbers.ts";
import { bandEnds, bandInWords, bandOrder } from "../../dashboard/src/words/bands.ts";
import { rateBand } from "../../functions/disclosure/rate-ladder.ts";
import { bandInWords as inSentences, percentsOf } from "../../functions/releases/band-words.ts";
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
  it("says an interval", () => {
    expect(percentInterval(0.614, 0.736)).toBe("61–74%");
  });

  it("says a band as a share, and never as none or all", () => {
    expect(["LT50", "GE50", "LE5", "GE95", "21-39", "67"].map(bandInWords)).toEqual([
      "less than half",
      "half or more",
      "at most 5%",
      "95% or more",
      "21–39%",
      "67%",
    ]);
    expect(bandEnds("LE5")).toEqual({ low: 0, high: 0.05 });
    expect(bandEnds("GE50")).toEqual({ low: 0.5, high: 1 });
    expect(() => bandInWords("12 students")).toThrow(/is no band/);
  });

  it("says and places each band of the ladder as the sentences of a release do", () => {
    const labels = new Set<string>();
    for (const students of [6, 12, 20, 45, 70, 150, 400]) {
      for (let count = 0; count <= students; count++) {
        labels.add(rateBand(count, students)?.label ?? "");
      }
    }
    labels.delete("");
    expect(labels.size).toBeGreaterThan(100);
    for (const label of labels) {
      const { least, greatest } = percentsOf(label);
      expect(bandInWords(label)).toBe(inSentences(label));
      expect(bandEnds(label)).toEqual({ low: least / 100, high: greatest / 100 });
    }
  });

  it("sorts overlapping bands by where they begin", () => {
    const sorted = ["GE50", "LE5", "50-54", "LT50"].sort((a, b) => bandOrder(a)! - bandOrder(b)!);
    expect(sorted).toEqual(["LE5", "LT50", "50-54", "GE50"]);
    expect(bandOrder(null)).toBeNull();
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
