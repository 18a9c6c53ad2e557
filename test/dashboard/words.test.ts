import { describe, expect, it } from "vitest";
import { dayInWords, isStale } from "../../dashboard/src/words/days.ts";
import {
  counted,
  estimateIn,
  percent,
  percentInterval,
  wholeNumber,
} from "../../dashboard/src/words/numbers.ts";
import { recordsInWords, recordsOrder } from "../../dashboard/src/words/records.ts";
import { gapInWords } from "../../dashboard/src/words/gaps.ts";
import {
  countOfStudents,
  isShown,
  shareAndCount,
  shareInWords,
  shareOrder,
} from "../../dashboard/src/words/shares.ts";
import { MARKS, markOf } from "../../dashboard/src/words/states.ts";
import { FIGURE_STATES } from "../../functions/domain/figures/figure.ts";
import { rateBand } from "../../functions/protection/rate-ladder.ts";
import * as sentences from "../../functions/releases/words/share-words.ts";

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

  it("gives an estimate its sign and unit", () => {
    expect(estimateIn("percentage-points", 1.84)).toBe("+1.8");
    expect(estimateIn("percentage-points", -0.02)).toBe("0.0");
    expect(estimateIn("correlation", -0.131)).toBe("−0.13");
  });
});

describe("shares in words", () => {
  it.each([
    [0, 0.49, "less than half"],
    [0.5, 1, "half or more"],
    [0, 0.05, "at most 5%"],
    [0.95, 1, "95% or more"],
    [0.21, 0.39, "21–39%"],
    [0.67, 0.67, "67%"],
  ])("says the band from %d to %d as %s", (low, high, words) => {
    expect(shareInWords({ low, high })).toBe(words);
  });

  it.each([
    [0, "none"],
    [1 / 700, "less than 1%"],
    [1 / 3, "33%"],
    [699 / 700, "more than 99%"],
    [1, "all"],
  ])("says the exact share %d as %s", (share, words) => {
    expect(shareInWords({ low: share, high: share })).toBe(words);
  });

  it.each([
    [128, 306, "42% · 128", "128 of 306 students"],
    [7, 7, "all · 7", "7 of 7 students"],
    [1, 1, "all · 1", "1 of 1 student"],
    [0, 306, "none", "0 of 306 students"],
    [1200, 1300, "92% · 1,200", "1,200 of 1,300 students"],
  ])("says %d of %d students as %s", (count, n, share, students) => {
    expect(shareAndCount({ low: count / n, high: count / n, count })).toBe(share);
    expect(countOfStudents({ n, count })).toBe(students);
  });

  it("says of a share without a number of students no number", () => {
    const row = { low: 0.6, high: 0.69, n: 50 };
    expect(shareAndCount(row)).toBe("60–69%");
    expect(shareAndCount({ ...row, count: null })).toBe("60–69%");
    expect(countOfStudents(row)).toBe("of 50 students");
    expect(countOfStudents({ n: null })).toBe("");
  });

  it("says and sorts each band of the ladder and each exact share as the sentences of a release do", () => {
    const words = new Set<string>();
    for (const students of [6, 12, 20, 45, 70, 150, 400]) {
      for (let count = 0; count <= students; count++) {
        const band = rateBand(count, students);
        if (band === null) throw new Error(`no band for ${count} of ${students}`);
        const { leastPercent, greatestPercent } = band;
        for (const share of [
          { low: leastPercent / 100, high: greatestPercent / 100 },
          { low: count / students, high: count / students },
        ]) {
          expect(shareInWords(share)).toBe(sentences.shareInWords(share));
          expect(shareOrder(share)).toBe(sentences.shareOrder(share));
          words.add(shareInWords(share));
        }
      }
    }
    expect(words.size).toBeGreaterThan(100);
  });

  it("sorts overlapping bands by where they begin, and has no order for what is not shown", () => {
    const bands = [
      { low: 0.5, high: 1 },
      { low: 0, high: 0.05 },
      { low: 0.5, high: 0.54 },
      { low: 0, high: 0.49 },
    ];
    const sorted = bands.toSorted((a, b) => (shareOrder(a) ?? 0) - (shareOrder(b) ?? 0));
    expect(sorted.map(shareInWords)).toEqual([
      "at most 5%",
      "less than half",
      "50–54%",
      "half or more",
    ]);
    const none = { low: null, high: null };
    expect(isShown(none)).toBe(false);
    expect(shareOrder(none)).toBeNull();
  });
});

describe("gaps in words", () => {
  it.each([
    [3, 14, "higher", "3 to 14 higher"],
    [-14, -3, "lower", "3 to 14 lower"],
    [-2, 9, "unclear", "from 2 lower to 9 higher"],
    [4.5, 4.5, "higher", "4.5 higher"],
    [-4.5, -4.5, "lower", "4.5 lower"],
    [0, 0, "same", "no difference"],
    [null, null, "", ""],
  ])("says %s to %s as %s: %s", (gapLow, gapHigh, gap, words) => {
    expect(gapInWords({ gapLow, gapHigh, gap })).toBe(words);
  });
});

describe("records in words", () => {
  it("says an order of magnitude as it is, and an exact number with its thousands", () => {
    expect(recordsInWords("1,000 to 9,999")).toBe("1,000 to 9,999");
    expect(recordsInWords(21877)).toBe("21,877");
  });
  it("sorts orders of magnitude by their size", () => {
    const orders = ["1,000,000 or more", "under 100", "1,000 to 9,999", "100 to 999"];
    expect(orders.toSorted((a, b) => recordsOrder(a) - recordsOrder(b))).toEqual([
      "under 100",
      "100 to 999",
      "1,000 to 9,999",
      "1,000,000 or more",
    ]);
    expect(recordsOrder(42)).toBe(42);
  });
});

describe("days in words", () => {
  it("says a day as a district reader does", () => {
    expect(dayInWords("2022-05-20")).toBe("May 20, 2022");
    expect(dayInWords("2022-03-01T23:59:00Z")).toBe("March 1, 2022");
  });
  it("calls a release old only after its days have passed", () => {
    const published = "2022-05-20T06:00:00Z";
    expect(isStale(published, 3, Date.parse("2022-05-23T05:59:00Z"))).toBe(false);
    expect(isStale(published, 3, Date.parse("2022-05-23T06:01:00Z"))).toBe(true);
  });
});

describe("marks", () => {
  it("gives a word for each state that is not shown, no number, and its meaning in the key", () => {
    for (const state of FIGURE_STATES.filter((each) => each !== "shown")) {
      expect(markOf(state)).not.toMatch(/\d|^$|-/);
      expect(MARKS.map(({ mark }) => mark)).toContain(markOf(state));
    }
  });
});
