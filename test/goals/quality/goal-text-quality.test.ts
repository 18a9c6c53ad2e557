import { describe, expect, it } from "vitest";
import { goalTextQuality, isMet } from "../../../functions/goals/quality/goal-text-quality.ts";

/** The answers as letters: S, M and T where the rubric's answer is yes. */
const answers = (text: string): string => {
  const { specific, measurable, timeBound } = goalTextQuality(text);
  return [
    isMet(specific) ? "S" : "-",
    isMet(measurable) ? "M" : "-",
    isMet(timeBound) ? "T" : "-",
  ].join("");
};

describe("goalTextQuality", () => {
  it.each([
    ["I will raise my math grade from a C to a B by the end of the semester.", "SMT"],
    ["Submit the FAFSA", "SM-"],
    ["be a better student", "---"],
    ["visitar dos universidades antes de las vacaciones de primavera", "SMT"],
    ["mejorar mis calificaciones", "---"],
  ])("reads %s", (text, expected) => {
    expect(answers(text)).toBe(expected);
  });

  it.each(["", "   ", "...", "🎓"])("finds nothing in %j", (text) => {
    expect(goalTextQuality(text)).toEqual({ specific: 0, measurable: 0, timeBound: 0 });
  });
});
