import { describe, expect, it } from "vitest";
import { skeleton, undated, wordsBeforeMask } from "../../../functions/goals/words/skeleton.ts";

describe("undated", () => {
  it.each([
    ["pass algebra 1 by june 1 2025", "pass algebra 1 by <date>"],
    ["finish the 9th grade in 2024-25", "finish the 9th grade in <date>"],
    ["raise it to 95 percent by may", "raise it to 95 percent by <date>"],
    ["al 95 por ciento en mayo", "al 95 por ciento en <date>"],
  ])("masks dates alone in %j", (words, masked) => {
    expect(undated(words.split(" ")).join(" ")).toBe(masked);
  });
});

describe("skeleton", () => {
  it.each([
    ["by june 1 2025", "by <date>"],
    ["by june 1st 2025", "by <date>"],
    ["by june", "by <date>"],
    ["by june 2025 read", "by <date> read"],
    ["by may", "by <date>"],
    ["by may 30 read", "by <date> read"],
    ["on 1 june 2025", "on <date>"],
    ["the 1st of june", "the <date>"],
    ["el 1 de junio de 2025", "el <date>"],
    ["el 30 de mayo del 2025", "el <date>"],
    ["en mayo", "en <date>"],
    ["by 6/1/2025", "by <date>"],
    ["by 6/1", "by <date>"],
    ["by 2025-06-01", "by <date>"],
    ["in 2024-25", "in <date>"],
    ["class of 2028", "class of <date>"],
  ])("masks the date in %j", (words, masked) => {
    expect(skeleton(words.split(" ")).join(" ")).toBe(masked);
  });

  it.each([
    ["to 95%", "to <pct>"],
    ["to 95 percent", "to <pct>"],
    ["al 95 por ciento", "al <pct>"],
    ["a 3.5 gpa", "a <num> gpa"],
    ["in 9th grade", "in <num> grade"],
    ["algebra 1", "algebra <num>"],
    ["step 2 of june's", "step <num> of june's"],
    ["3-4 books", "<num> books"],
    ["1,000 words", "<num> words"],
  ])("masks the number in %j", (words, masked) => {
    expect(skeleton(words.split(" ")).join(" ")).toBe(masked);
  });

  it.each(["<who> may improve", "march on", "el mar azul", "will read"])(
    "keeps a word that only looks like a month: %j",
    (words) => {
      expect(skeleton(words.split(" ")).join(" ")).toBe(words);
    },
  );
});

describe("wordsBeforeMask", () => {
  it.each([
    ["raise it by june 1 to 95%", 3],
    ["raise it in may", 3],
    ["i may raise it", 4],
    ["95 percent of the time", 0],
    ["", 1],
  ])("in %j are %i", (words, count) => {
    expect(wordsBeforeMask(words.split(" "))).toBe(count);
  });
});
