import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readGoals, readLabels } from "../../../../functions/cli/steps/label-files.ts";
import {
  RUBRIC_VERSION,
  type GoalToLabel,
} from "../../../../functions/goals/quality/labels/goal-labels.ts";
import { VALIDATION } from "../../../../functions/goals/quality/labels/validated-indicators.ts";
import { validationReport } from "../../../../functions/goals/quality/labels/validation-report.ts";

const FOLDER = "fixtures/goals";
const [GOALS, FIRST, SECOND, SETTLED] = ["goals", "labels-a", "labels-b", "settled"].map(
  (name) => `${FOLDER}/${name}.csv`,
) as [string, string, string, string];
const COMMAND = `ilp label report ${GOALS} --labels ${FIRST} --labels ${SECOND} --settled ${SETTLED} --json`;

/** The labels in the fixtures; none as long as nobody has labeled goals. */
function labels() {
  if (!existsSync(GOALS)) return { goals: [], first: [], second: [], settled: [] };
  return {
    goals: readGoals(GOALS),
    first: readLabels(FIRST),
    second: readLabels(SECOND),
    settled: readLabels(SETTLED),
  };
}

/** Without the figures of nobody: what the file must say for these labels. */
const expected = () => {
  const read = labels();
  return validationReport(read, read.goals.length === 0 ? null : COMMAND);
};

describe("functions/goals/quality/validation.json", () => {
  it("is what the labels in fixtures/goals give with the rules of today", () => {
    expect(VALIDATION).toEqual(expected());
  });

  it("is of the rubric's version", () => {
    const rubric = readFileSync(`${FOLDER}/rubric.md`, "utf8");
    expect(rubric).toMatch(new RegExp(`^# .*version ${RUBRIC_VERSION}$`, "m"));
  });

  it("changes when a label or a goal does", () => {
    const goal: GoalToLabel = {
      ...{ id: "1", language: "en", domain: "academic", grade: "09" },
      text: "Submit the FAFSA",
    };
    const label = { id: "1", specific: true, measurable: true, timeBound: false };
    const of = (text: string, timeBound: boolean) => {
      const answers = [{ ...label, timeBound }];
      const ofGoal = { goals: [{ ...goal, text }], first: answers, second: answers, settled: [] };
      return JSON.stringify(validationReport(ofGoal, null));
    };
    const report = of(goal.text, false);
    expect(of(goal.text, true)).not.toBe(report);
    expect(of("be good", false)).not.toBe(report);
    expect(of(goal.text, false)).toBe(report);
  });
});
