import { describe, expect, it } from "vitest";
import { isLeaving } from "../../../functions/goals/quality/leaving-school.ts";
import { ofWord } from "./word-asked.ts";

/** Whether what follows "I" is a day that comes once. */
const leaves = (text: string): boolean => ofWord(isLeaving, `I ${text}`, "i");

describe("leaving school", () => {
  it.each([
    ["turn 13", false],
    ["turn 14", true],
    ["turn 30", true],
    ["turn 31", false],
  ])("and an age that comes after entering high school, to 30: %s", (text, isDay) => {
    expect(leaves(text)).toBe(isDay);
  });

  it.each(["leave high school", "finish middle school", "enter college", "start 9th grade"])(
    "is to %s",
    (text) => {
      expect(leaves(text)).toBe(true);
    },
  );

  it.each(["leave home", "finish my work", "finish the game", "go to bed", "start 5th grade"])(
    "is not to %s",
    (text) => {
      expect(leaves(text)).toBe(false);
    },
  );

  it("is to graduate, and not to graduate a thing", () => {
    expect([leaves("graduate"), leaves("graduate it")]).toEqual([true, false]);
  });
});
