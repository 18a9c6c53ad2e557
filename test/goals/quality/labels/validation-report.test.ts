import { describe, expect, it } from "vitest";
import { GOAL_RULES_VERSION } from "../../../../functions/goals/quality/goal-text-quality.ts";
import type { GoalLabels } from "../../../../functions/goals/quality/labels/goal-labels.ts";
import { isValidated } from "../../../../functions/goals/quality/labels/validated-indicators.ts";
import { validationReport } from "../../../../functions/goals/quality/labels/validation-report.ts";

/** Measurable and specific by the rules, and neither. */
const YES = "Submit the FAFSA";
const NO = "be a better student";

/** Goals by what both readers and the rules say, as often as given: "yn" is a goal that is yes, for which the rules say no. */
function labeled(counts: { readonly [pair: string]: number }, language = "en") {
  const goals = Object.entries(counts).flatMap(([pair, count]) =>
    Array.from({ length: count }, (_, index) => ({
      goal: {
        ...{ id: `${language}-${pair}-${index}`, language, domain: "academic", grade: "09" },
        text: pair.endsWith("y") ? YES : NO,
      },
      isYes: pair.startsWith("y"),
    })),
  );
  const labels = goals.map(({ goal: { id }, isYes }) => labelsOf(id, isYes));
  return { goals: goals.map(({ goal }) => goal), first: labels, second: labels, settled: [] };
}

const labelsOf = (id: string, isYes: boolean): GoalLabels => ({
  id,
  specific: isYes,
  measurable: isYes,
  timeBound: isYes,
});

const measurable = (labels: Parameters<typeof validationReport>[0]) =>
  validationReport(labels, null).indicators.measurable;

describe("validationReport", () => {
  it("has the figures of 40 found, 5 missed, 7 wrongly found and 48 rightly not", () => {
    const { all } = measurable(labeled({ yy: 40, yn: 5, ny: 7, nn: 48 }));
    expect(all).toMatchObject({ goals: 100, yes: 45, disagreements: 0, unsettled: 0, kappa: 1 });
    expect(all.precision?.share).toBe(0.8511);
    expect(all.recall).toEqual({ share: 0.8889, lower: 0.765, upper: 0.9516 });
    expect(all).toMatchObject({ f1: 0.8696, detected: 0.47, corrected: 0.45, ac1: null });
  });

  it("validates an indicator whose lower limits are 0.80 or more, and says why it does not", () => {
    const enough = measurable(labeled({ yy: 90, yn: 10, ny: 10, nn: 90 }));
    expect(enough).toMatchObject({ isValidated: true, because: [] });
    const tooLow = measurable(labeled({ yy: 87, yn: 13, ny: 10, nn: 90 }));
    expect(tooLow.all.recall?.lower).toBeLessThan(0.8);
    expect(tooLow.because).toEqual(["the lower limit of recall is below 0.80"]);
    expect(tooLow.isValidated).toBe(false);
  });

  it("validates nothing on which the readers do not agree", () => {
    const labels = labeled({ yy: 100, nn: 100 });
    const second = labels.first.map(({ id, measurable }, index) =>
      labelsOf(id, index % 5 === 0 ? !measurable : measurable),
    );
    const { all, because } = measurable({ ...labels, second, settled: labels.first });
    expect(all).toMatchObject({ disagreements: 40, unsettled: 0, kappa: 0.6 });
    expect(because).toEqual(["kappa of the readers is below 0.70"]);
  });

  it("leaves a disagreement out of precision and recall until it is settled", () => {
    const labels = labeled({ yy: 100, nn: 100 });
    const [firstLabels, ...others] = labels.first;
    const second = [labelsOf(firstLabels!.id, false), ...others];
    const open = measurable({ ...labels, second });
    expect(open.all).toMatchObject({ disagreements: 1, unsettled: 1, yes: 99 });
    expect(open.because).toEqual(["disagreements of the readers are not settled"]);
    const settled = measurable({ ...labels, second, settled: [labelsOf(firstLabels!.id, true)] });
    expect(settled).toMatchObject({ isValidated: true, all: { unsettled: 0, yes: 100 } });
  });

  it("does not let a third person change an answer on which both agree", () => {
    const labels = labeled({ yy: 10, nn: 10 });
    const settled = labels.first.map(({ id }) => labelsOf(id, false));
    expect(measurable({ ...labels, settled }).all.yes).toBe(10);
  });

  it.each([
    ["90 % yes, so that kappa holds", 90, 10, null],
    ["more than 90 % yes, so that AC1 holds", 91, 9, 1],
    ["more than 90 % no, so that AC1 holds", 9, 91, 1],
  ])("with %s", (_, yes, no, ac1) => {
    expect(measurable(labeled({ yy: yes, nn: no })).all.ac1).toBe(ac1);
  });

  it("gives the figures of each language, and only of goals that both labeled", () => {
    const [english, spanish] = [labeled({ yy: 3, nn: 2 }), labeled({ yy: 1, nn: 1 }, "es")];
    const report = measurable({
      goals: [...english.goals, ...spanish.goals],
      first: [...english.first, ...spanish.first],
      second: [...english.first.slice(1), ...spanish.first],
      settled: [],
    });
    expect(Object.keys(report.byLanguage)).toEqual(["en", "es"]);
    expect(report.all.goals).toBe(6);
    expect(report.byLanguage["es"]).toMatchObject({ goals: 2, yes: 1 });
  });

  it("validates nothing without labels", () => {
    const report = measurable({ goals: [], first: [], second: [], settled: [] });
    expect(report.because).toEqual(["no goal was labeled by both readers"]);
    expect(report.all).toMatchObject({ kappa: null, precision: null, detected: null });
  });
});

describe("isValidated", () => {
  const report = validationReport(labeled({ yy: 90, yn: 10, ny: 10, nn: 90 }), null);

  it("is only what these rules were validated for", () => {
    expect(report.rulesVersion).toBe(GOAL_RULES_VERSION);
    expect(isValidated("measurable", report)).toBe(true);
    expect(isValidated("measurable", { ...report, rulesVersion: GOAL_RULES_VERSION + 1 })).toBe(
      false,
    );
    expect(isValidated("measurable", { ...report, rubricVersion: 0 })).toBe(false);
    expect(isValidated("timeBound", report)).toBe(false);
  });
});
