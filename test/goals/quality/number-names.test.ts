import { describe, expect, it } from "vitest";
import { isDate, isName } from "../../../functions/goals/quality/number-names.ts";
import { ofWord } from "./word-asked.ts";

describe("a number that names something", () => {
  const names = (text: string, word: string): boolean =>
    ofWord((tokens, index) => isName(tokens, index, Number(word)), text, word);

  it.each([
    ["12", true],
    ["13", false],
    ["99", false],
    ["100", true],
  ])("of a course is a level to 12 or a catalog number from 100: %s", (number, isOfCourse) => {
    expect(names(`pass algebra ${number}`, number)).toBe(isOfCourse);
  });

  it.each([
    ["a time", "in 3 days", "3", true],
    ["how often", "3 days a week", "3", false],
    ["how much", "miss 3 days", "3", false],
    ["a time", "for 5 years of spanish", "5", true],
    ["how much", "5 years of spanish", "5", false],
    ["a time", "two jobs over 3 semesters", "3", true],
  ])("before a length says %s: %s", (_what, text, word, isTime) => {
    expect(names(text, word)).toBe(isTime);
  });

  it.each([
    ["a grade", "9 grade", "9", true],
    ["how many levels", "up 2 grade levels", "2", false],
    ["an age", "at the age of 18", "18", true],
    ["a room", "room 204", "204", true],
    ["a level to be reached", "level 3", "3", false],
    ["how far to count", "count to 100", "100", true],
    ["things", "10 books", "10", false],
  ])("is or is not %s: %s", (_what, text, word, isOne) => {
    expect(names(text, word)).toBe(isOne);
  });
});

describe("a number of a date", () => {
  it.each([
    ["by 12/31", true],
    ["by 13/1", false],
    ["by 12/32", false],
    ["by 1/1", true],
    ["by 0/1", false],
    ["in 4/5 trials", false],
  ])("is a month and a day of the calendar, after a word that says when: %s", (text, isOfDate) => {
    const word = text.split(" ")[1]!;
    expect(ofWord(isDate, text, word)).toBe(isOfDate);
  });

  it.each([
    ["6/1/2026", true],
    ["6.1.2026", true],
    ["2026-06-01", true],
    ["6/1-2026", false],
    ["2027-28", true],
    ["2027-2028", true],
    ["1900", true],
    ["1899", false],
    ["2099", true],
    ["2100", false],
  ])("is written one way: %s", (word, isOfDate) => {
    expect(ofWord(isDate, `finish ${word}`, word)).toBe(isOfDate);
  });

  it.each([
    ["3 de mayo", "3", true],
    ["score 2000 points", "2000", false],
    ["3 de la clase", "3", false],
  ])("is beside a month, and of no year where it counts something: %s", (text, word, isOfDate) => {
    expect(ofWord(isDate, text, word)).toBe(isOfDate);
  });
});
