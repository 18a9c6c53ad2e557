import { describe, expect, it } from "vitest";
import {
  AFTER_A_SUBJECT,
  AMBIGUOUS_NAMES,
  MODAL_NAMES,
  NAME_PARTICLES,
} from "../../../functions/goals/words/ambiguous-names.ts";
import { plainWord } from "../../../functions/goals/words/plain-word.ts";

describe("the lists of names", () => {
  it("are written as words are compared", () => {
    for (const word of [...AMBIGUOUS_NAMES, ...NAME_PARTICLES, ...AFTER_A_SUBJECT]) {
      expect(word).not.toBe("");
      expect(plainWord(word)).toBe(word);
    }
  });

  it("have each name that is a modal verb among the names that are words", () => {
    expect([...MODAL_NAMES].filter((name) => !AMBIGUOUS_NAMES.has(name))).toEqual([]);
  });
});
