import { describe, expect, it } from "vitest";
import { validationText } from "../../../functions/cli/text/validation-text.ts";
import type { LanguageFigures } from "../../../functions/goals/quality/labels/language-figures.ts";
import type {
  IndicatorValidation,
  ValidationReport,
} from "../../../functions/goals/quality/labels/validation-report.ts";

const FIGURES: LanguageFigures = {
  ...{ goals: 100, disagreements: 2, unsettled: 1, yes: 45, kappa: 0.9596, ac1: null },
  precision: { share: 0.8511, lower: 0.7226, upper: 0.926 },
  recall: { share: 1, lower: 0.9, upper: 1 },
  specificity: null,
  ...{ f1: 0, detected: 0.47, corrected: 0.45 },
};
const NOTHING: LanguageFigures = {
  ...{ goals: 0, disagreements: 0, unsettled: 0, yes: 0, kappa: null, ac1: null },
  ...{ precision: null, recall: null, specificity: null },
  ...{ f1: null, detected: null, corrected: null },
};
const validated: IndicatorValidation = {
  ...{ isValidated: true, because: [], all: FIGURES },
  byLanguage: { en: FIGURES, es: NOTHING },
};
const not: IndicatorValidation = {
  ...{ isValidated: false, because: ["first reason", "second reason"] },
  ...{ all: NOTHING, byLanguage: {} },
};
const report = (goals: number): ValidationReport => ({
  ...{ rubricVersion: 1, rulesVersion: 7, command: null, goals },
  indicators: { specific: validated, measurable: not, timeBound: not },
});
/** The lines of the table, each as its cells. */
const table = (text: string) =>
  (text.split("\n\n")[2] ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(/ {2,}/));

describe("a validation report in words", () => {
  it("says of which rubric, rules and goals it is, and of each indicator every reason why not", () => {
    expect(validationText(report(1)).split("\n\n").slice(0, 2)).toEqual([
      "Rubric version 1, rules version 7, 1 goal.",
      [
        "Specific: validated",
        "Measurable: not validated (first reason; second reason)",
        "Time-bound: not validated (first reason; second reason)",
      ].join("\n"),
    ]);
    expect(validationText(report(1200))).toMatch(/^[^\n]*, 1,200 goals\.\n/);
  });

  it("has a row for all goals and for each language, every figure under its own heading", () => {
    const [header, all, ...others] = table(validationText(report(100)));
    expect(Object.fromEntries((header ?? []).map((name, index) => [name, all?.[index]]))).toEqual({
      ...{ indicator: "Specific", language: "all", goals: "100", yes: "45", unsettled: "1" },
      ...{ kappa: "0.960", AC1: "–" },
      "precision (95 %)": "0.851 (0.723 to 0.926)",
      "recall (95 %)": "1.000 (0.900 to 1.000)",
      ...{ F1: "0.000", detected: "0.470", corrected: "0.450" },
    });
    expect(others.map(([indicator, language]) => [indicator, language])).toEqual([
      ["Specific", "en"],
      ["Specific", "es"],
      ["Measurable", "all"],
      ["Time-bound", "all"],
    ]);
  });

  it("writes what cannot be determined as a dash, and never as 0", () => {
    const spanish = table(validationText(report(100)))[3];
    expect(spanish).toEqual(["Specific", "es", "0", "0", "0", ...Array<string>(7).fill("–")]);
  });
});
