import { describe, expect, it } from "vitest";
import {
  isShown,
  isSingular,
  shareAndCount,
  shareInWords,
  shareOrder,
  studentsInWords,
} from "../../../dashboard/src/words/formats/shares.ts";
import { rateBand } from "../../../functions/protection/rate-ladder.ts";
import * as release from "../../../functions/releases/words/share-words.ts";
import { spaced } from "./spaced.ts";

describe("shares in words", () => {
  it.each([
    [0, 0.49, "less than half", "menos de la mitad"],
    [0.5, 1, "half or more", "la mitad o más"],
    [0, 0.05, "at most 5%", "a lo sumo 5 %"],
    [0.95, 1, "95% or more", "95 % o más"],
    [0.21, 0.39, "21–39%", "21–39 %"],
    [0.67, 0.67, "67%", "67 %"],
    [0, 0, "none", "ninguno"],
    [1 / 700, 1 / 700, "less than 1%", "menos del 1 %"],
    [1 / 3, 1 / 3, "33%", "33 %"],
    [699 / 700, 699 / 700, "more than 99%", "más del 99 %"],
    [1, 1, "all", "todos"],
  ])("says %d to %d as %s and %s", (low, high, en, es) => {
    expect(shareInWords({ low, high }, "en")).toBe(en);
    expect(shareInWords({ low, high }, "es")).toBe(spaced(es));
  });

  it("says and sorts each range of a public release and each exact share as its messages do", () => {
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
          expect(shareInWords(share, "en")).toBe(release.shareInWords(share));
          expect(shareOrder(share)).toBe(release.shareOrder(share));
          words.add(shareInWords(share, "en"));
        }
      }
    }
    expect(words.size).toBeGreaterThan(100);
  });

  it("sorts shares that overlap by where they begin, and has no order for what is not shown", () => {
    const shares = [
      { low: 0.5, high: 1 },
      { low: 0, high: 0.05 },
      { low: 0.5, high: 0.54 },
      { low: 0, high: 0.49 },
    ];
    const sorted = shares.toSorted((a, b) => (shareOrder(a) ?? 0) - (shareOrder(b) ?? 0));
    expect(sorted.map((share) => shareInWords(share, "en"))).toEqual([
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

describe("students as the subject of a sentence", () => {
  it.each([
    [0.83, 0.83, 546, "83% of 546 students", "el 83 % de los 546 estudiantes"],
    [0.83, 0.83, null, "83% of students", "el 83 % de los estudiantes"],
    [0, 0.05, 546, "at most 5% of 546 students", "a lo sumo el 5 % de los 546 estudiantes"],
    [0.95, 1, null, "95% or more of students", "el 95 % o más de los estudiantes"],
    [0.21, 0.39, 40, "21–39% of 40 students", "entre el 21 % y el 39 % de los 40 estudiantes"],
    [0, 0.49, 9, "less than half of 9 students", "menos de la mitad de los 9 estudiantes"],
    [0.5, 1, 9, "half or more of 9 students", "la mitad o más de los 9 estudiantes"],
    [1, 1, 546, "all 546 students", "todos los 546 estudiantes"],
    [1, 1, null, "all students", "todos los estudiantes"],
    [1, 1, 1, "the only student", "el único estudiante"],
    [0, 0, 1200, "none of 1,200 students", "ninguno de los 1,200 estudiantes"],
    [0, 0, null, "no student", "ningún estudiante"],
    [0, 0, 1, "no student", "ningún estudiante"],
  ])("says %d to %d of %s as %s and %s", (low, high, students, en, es) => {
    expect(studentsInWords({ low, high }, students, "en")).toBe(en);
    expect(studentsInWords({ low, high }, students, "es")).toBe(spaced(es));
  });

  it("has its verb in the singular for nobody and for one student", () => {
    expect(isSingular({ low: 0, high: 0 }, 546)).toBe(true);
    expect(isSingular({ low: 1, high: 1 }, 1)).toBe(true);
    expect(isSingular({ low: 0, high: 0.05 }, 546)).toBe(false);
    expect(isSingular({ low: 1, high: 1 })).toBe(false);
  });
});

describe("shares with numbers of students", () => {
  it.each([
    [128, 306, "42% · 128", "42 % · 128"],
    [7, 7, "all · 7", "todos · 7"],
    [1, 1, "all · 1", "todos · 1"],
    [0, 306, "none", "ninguno"],
  ])("says %d of %d students as %s", (count, n, share, parte) => {
    const row = { low: count / n, high: count / n, count };
    expect(shareAndCount(row, "en")).toBe(share);
    expect(shareAndCount(row, "es")).toBe(spaced(parte));
  });

  it("says of a share without a number of students no number", () => {
    const row = { low: 0.6, high: 0.69, n: 50 };
    expect(shareAndCount(row, "en")).toBe("60–69%");
    expect(shareAndCount({ ...row, count: null }, "en")).toBe("60–69%");
  });
});
