import { describe, expect, it } from "vitest";
import { isBeforeEvent, isEndOfEvent } from "../../../functions/goals/quality/dated-events.ts";
import { ofWord } from "./word-asked.ts";

describe("before an event that has a day", () => {
  it.each([
    ["para", "para la graduación"],
    ["before", "before the final exam"],
    ["until", "until the next test"],
    ["by", "by tenth"],
    ["before", "before I leave middle school"],
  ])("is after %j: %s", (word, text) => {
    expect(ofWord(isBeforeEvent, text, word)).toBe(true);
  });

  it.each([
    ["a school that the goal is for", "para", "para la preparatoria"],
    ["an event that comes again", "before", "before every final exam"],
    ["tests of no day", "until", "until tests"],
    ["what a test is passed by", "by", "by the next test"],
    ["a number of points", "by", "by 10"],
    ["what is done, and not when", "by", "by leaving school"],
  ])("is not %s: %s in %j", (_what, word, text) => {
    expect(ofWord(isBeforeEvent, text, word)).toBe(false);
  });
});

describe("the end of an event", () => {
  it.each([
    ["end", "the end of the season"],
    ["final", "el final de la clase"],
    ["first", "the first week of school"],
    ["last", "the last day of school"],
    ["terminar", "al terminar el año"],
  ])("is with %j: %s", (word, text) => {
    expect(ofWord(isEndOfEvent, text, word)).toBe(true);
  });

  it.each([
    ["that comes again", "end", "the end of each season"],
    ["of a thing", "end", "the end of the book"],
    ["of days, which is how often", "end", "the end of days"],
    ["that is a step and no day", "first", "the first step of school"],
    ["of nothing that is named", "last", "the last day"],
    ["that the student brings about", "terminar", "terminar el año"],
  ])("is none %s: %s in %j", (_what, word, text) => {
    expect(ofWord(isEndOfEvent, text, word)).toBe(false);
  });
});
