import { describe, expect, it } from "vitest";
import {
  answersIn,
  pairedAnswers,
} from "../../../functions/statistics/agreement/paired-answers.ts";

describe("pairedAnswers", () => {
  it("counts each of the four pairs", () => {
    const answers = pairedAnswers([
      [true, true],
      [true, false],
      [false, true],
      [false, true],
      [false, false],
    ]);
    expect(answers).toEqual({ bothYes: 1, onlyFirst: 1, onlySecond: 2, bothNo: 1 });
    expect(answersIn(answers)).toBe(5);
  });
});
