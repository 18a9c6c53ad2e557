import { describe, expect, it } from "vitest";
import {
  changeSentence,
  changeWords,
  isNews,
} from "../../../functions/releases/sentences/change-sentence.ts";
import { at, changeRow } from "../release-rows.ts";

describe("isNews", () => {
  it.each([
    ["a headline of the district that went up", true, {}],
    ["one that went down", true, { change: "down" }],
    ["a transition", true, { breakdown: "transition", group: "transition-6" }],
    [
      "a requirement by itself",
      true,
      { measure: "requirement-met", breakdown: "requirement", group: "review-1" },
    ],
    ["one that is the same", false, { change: "same" }],
    ["one that nobody can be sure of", false, { change: "unclear" }],
    ["one of a school", false, at("East")],
    ["one of a grade", false, { breakdown: "grade", group: "07" }],
    ["a measure that is no headline", false, { measure: "family-participation" }],
  ] as const)("%s is news: %s", (_, expected, given) => {
    expect(isNews(changeRow(given))).toBe(expected);
  });

  it.each([
    "requirements-met",
    "review-timeliness",
    "plan-coverage",
    "transition-coverage",
    "chronic-absence",
  ])("is told of %s", (measure) => {
    expect(isNews(changeRow({ measure }))).toBe(true);
  });
});

describe("changeSentence", () => {
  it("gives both shares and the day, as US readers write it", () => {
    expect(changeSentence(changeRow())).toBe(
      "Reviews held on time: 67%, up from 66% on February 28, 2022.",
    );
  });

  it("names the transition", () => {
    const row = changeRow({ breakdown: "transition", groupName: "Grade 8 to 9", change: "down" });
    expect(changeSentence(row)).toBe(
      "Reviews held on time (Grade 8 to 9): 67%, down from 66% on February 28, 2022.",
    );
  });
});

describe("changeSentence of a requirement", () => {
  it("says of whom the share is: a requirement may ask some grades only", () => {
    const row = changeRow({
      ...{ measure: "requirement-met", measureName: "Requirement met" },
      ...{ breakdown: "requirement", group: "review-1", groupName: "First review of the year" },
    });
    expect(changeSentence(row)).toBe(
      "Requirement met (First review of the year): 67% of all students under the mandate, up from 66% on February 28, 2022.",
    );
  });
});

describe("changeWords", () => {
  it("does not call shares up or down that read alike", () => {
    const row = changeRow({ low: 0.6712, high: 0.6712, previousLow: 0.6698, previousHigh: 0.6698 });
    expect(changeWords(row)).toBe("nearly as on February 28, 2022");
    expect(isNews(row)).toBe(false);
  });

  it.each([
    ["0.01 points, though they round apart", 0.135, 0.1351, false],
    ["0.99 points", 0.66, 0.6699, false],
    ["0.99 points down", 0.66, 0.6501, false],
    ["1 point", 0.66, 0.67, true],
    ["1 point down", 0.66, 0.65, true],
  ])("calls it news that an exact share moved by %s: %s to %s, %s", (_, before, now, expected) => {
    const row = changeRow({
      ...{ low: now, high: now, previousLow: before, previousHigh: before },
      change: now > before ? "up" : "down",
    });
    expect(isNews(row)).toBe(expected);
    expect(changeWords(row)).toMatch(expected ? /^(up|down) from 66% on/ : /^nearly as on/);
  });

  it("takes bands as they are", () => {
    const row = changeRow({ low: 0.2, high: 0.29, previousLow: 0.195, previousHigh: 0.28 });
    expect(isNews(row)).toBe(true);
  });

  it.each([
    ["up", "up from 66% on February 28, 2022"],
    ["down", "down from 66% on February 28, 2022"],
    ["same", "as on February 28, 2022"],
    ["unclear", "after 66% on February 28, 2022"],
  ])("says %s", (change, words) => {
    expect(changeWords(changeRow({ change }))).toBe(words);
  });
});
