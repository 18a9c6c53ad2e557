import { describe, expect, it } from "vitest";
import { isFutureVerb, plainWord, wordsIn } from "../../../functions/goals/words/plain-word.ts";

describe("wordsIn", () => {
  it("says which words start a sentence", () => {
    expect(wordsIn("Read it. Then: write, Ana’s 95 % on 6/1.")).toEqual([
      { text: "Read", plain: "read", startsSentence: true },
      { text: "it", plain: "it", startsSentence: false },
      { text: "Then", plain: "then", startsSentence: true },
      { text: "write", plain: "write", startsSentence: true },
      { text: "Ana's", plain: "anas", startsSentence: false },
      { text: "95 %", plain: "95%", startsSentence: false },
      { text: "on", plain: "on", startsSentence: false },
      { text: "6/1", plain: "6/1", startsSentence: false },
    ]);
  });
});

describe("plainWord", () => {
  it.each([
    ["Read", "read"],
    ["Matemáticas", "matematicas"],
    ["AÑO", "ano"],
    ["mejoraré", "mejorará"],
    ["mejorará", "mejorará"],
    ["está", "esta"],
    ["don't", "dont"],
  ])("%s is %s", (word, plain) => {
    expect(plainWord(word)).toBe(plain);
  });
});

describe("isFutureVerb", () => {
  it("is true of a Spanish future alone", () => {
    expect(["mejorará", "mejora", "will"].map(isFutureVerb)).toEqual([true, false, false]);
  });
});
