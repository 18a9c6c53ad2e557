import validation from "../validation.json" with { type: "json" };
import { GOAL_RULES_VERSION, type GoalIndicator } from "../goal-text-quality.ts";
import { RUBRIC_VERSION } from "./goal-labels.ts";
import type { ValidationReport } from "./validation-report.ts";

/** The latest validation of the rules, with its figures and the command that made it. */
export const VALIDATION: ValidationReport = validation;

/** Whether the indicator may be public and in headlines: validated, for these rules and this rubric. */
export const isValidated = (
  indicator: GoalIndicator,
  { rulesVersion, rubricVersion, indicators }: ValidationReport = VALIDATION,
): boolean =>
  rulesVersion === GOAL_RULES_VERSION &&
  rubricVersion === RUBRIC_VERSION &&
  indicators[indicator].isValidated;
