import { describe, expect, it } from "vitest";
import { plainWord } from "../../../../functions/goals/words/plain-word.ts";
import { KNOWN_WORDS } from "../../../../functions/goals/quality/words/lexicon.ts";
import { SPELLINGS } from "../../../../functions/goals/quality/words/spellings.ts";
import { CLASS } from "../../../../functions/goals/quality/words/word-class.ts";

describe("the tables of words", () => {
  it("hold plain words only, as texts are compared", () => {
    expect([...KNOWN_WORDS.keys()].filter((word) => plainWord(word) !== word)).toEqual([]);
  });

  it("correct a misspelling once, into a word that is spelled right", () => {
    const written = new Set(SPELLINGS.map(([misspelled]) => misspelled));
    expect(SPELLINGS.filter(([, meant]) => written.has(meant))).toEqual([]);
    expect(SPELLINGS.filter((pair) => pair.length !== 2 || pair[1] === "")).toEqual([]);
    expect(written.size).toBe(SPELLINGS.length);
  });

  it.each([
    ["submit", "COMPLETION"],
    ["nurse", "OCCUPATION"],
    ["algebra", "COURSE"],
    ["semestre", "PERIOD"],
    ["homwork", "SCHOOLWORK"],
  ] as const)("know %s", (word, name) => {
    expect((KNOWN_WORDS.get(word)?.classes ?? 0) & CLASS[name]).not.toBe(0);
  });

  it("use a bit of their own for each class", () => {
    const bits = Object.values(CLASS);
    expect(new Set(bits).size).toBe(bits.length);
    expect(bits.every((bit) => bit > 0)).toBe(true);
  });
});
