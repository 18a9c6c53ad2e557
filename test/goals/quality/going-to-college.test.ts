import { describe, expect, it } from "vitest";
import { goesToCollege } from "../../../functions/goals/quality/going-to-college.ts";
import { ofWord } from "./word-asked.ts";

describe("going to college", () => {
  it.each([
    ["go", "go to college", "any"],
    ["ir", "ir a la universidad", "any"],
    ["go", "go to trade school", "of-a-kind"],
    ["attend", "attend a community college", "of-a-kind"],
    ["attend", "attend Boston College", "of-a-kind"],
    ["ir", "ir a la Universidad de Texas", "of-a-kind"],
  ])("by %j in %j is to %s", (word, text, to) => {
    expect(ofWord(goesToCollege, text, word)).toBe(to);
  });

  it.each([
    ["a visit to see one", "go", "go to a college fair"],
    ["the evening of one", "go", "go to the college night"],
    ["one that only an opinion describes", "go", "go to a good college"],
    ["another verb", "visit", "visit a college"],
  ])("is not %s: %s in %j", (_what, word, text) => {
    expect(ofWord(goesToCollege, text, word)).toBe("no");
  });

  it.each([
    ["five", "go to my practice then college", "any"],
    ["six", "go to my practice and then college", "no"],
  ])("is said within %s words: %s", (_words, text, to) => {
    expect(ofWord(goesToCollege, text, "go")).toBe(to);
  });
});
