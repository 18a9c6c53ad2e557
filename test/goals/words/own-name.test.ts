import { describe, expect, it } from "vitest";
import { goalWords } from "../../../functions/goals/words/goal-words.ts";
import { ownNames } from "../../../functions/goals/words/own-name.ts";
import { wordsIn } from "../../../functions/goals/words/plain-word.ts";

const read = (text: string, ...names: string[]): string =>
  goalWords(wordsIn(text), ownNames(names)).join(" ");

describe("ownNames", () => {
  it("has the parts of each name without accents, and no particle or initial", () => {
    expect([...ownNames(["María José", "de la Cruz-O'Brien", "J.", ""])]).toEqual([
      "maria",
      "jose",
      "cruz",
      "obrien",
    ]);
  });
});

describe("isOwnName", () => {
  it.each([
    ["Will will improve", "<who> will improve"],
    ["I will improve", "<who> will improve"],
    ["Will improve", "will improve"],
    ["I Will Improve", "<who> will improve"],
    ["Goal: Will Improve Grades", "goal will improve grades"],
    ["Parents Must Help, Will Improve", "parents must help will improve"],
    ["Help Will improve", "help <who> improve"],
    ["We help Will.", "we help <who>"],
    ["Will's attendance", "<who> attendance"],
    ["Will attends each day", "<who> attends each day"],
  ])("tells the student Will from the verb: %j", (text, words) => {
    expect(read(text, "Will")).toBe(words);
  });

  it.each([
    ["May may improve by May 30", "<who> may improve by may 30"],
    ["Finish in May", "finish in may"],
    ["We help May", "we help <who>"],
    ["May 30 is the day", "may 30 is the day"],
  ])("tells the student May from the verb and the month: %j", (text, words) => {
    expect(read(text, "May")).toBe(words);
  });

  it.each([
    ["Grace will show grace", ["Grace"], "<who> will show grace"],
    ["Mark my calendar", ["Mark"], "mark <who> calendar"],
    ["Mark will mark it", ["Mark"], "<who> will mark it"],
    ["Will Turner reads", ["Will", "Turner"], "<who> reads"],
    ["Luz quiere más luz", ["Luz"], "<who> quiere mas luz"],
    ["Class reads", ["Grace"], "class reads"],
    ["maria reads", ["Maria"], "<who> reads"],
  ])("masks a name that is a word only as a name: %j", (text, names, words) => {
    expect(read(text, ...names)).toBe(words);
  });

  it("never masks the names of other students", () => {
    expect(read("Grace helps Jamal", "Jamal")).toBe("grace helps <who>");
  });
});
