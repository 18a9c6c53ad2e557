import {
  GOAL_INDICATORS,
  GOAL_RULES_VERSION,
  goalTextQuality,
  isMet,
  type GoalIndicator,
} from "../goal-text-quality.ts";
import { RUBRIC_VERSION, type GoalLabels, type GoalToLabel } from "./goal-labels.ts";
import { languageFigures, type AnsweredGoal, type LanguageFigures } from "./language-figures.ts";

/** What labels show about the rules for goal texts: what the product reads of each indicator. */
export interface ValidationReport {
  readonly rubricVersion: number;
  readonly rulesVersion: number;
  /** The command that makes this report again; null while no goals are labeled. */
  readonly command: string | null;
  readonly goals: number;
  readonly indicators: { readonly [name in GoalIndicator]: IndicatorValidation };
}

export interface IndicatorValidation {
  /** Only a validated indicator is public and in headlines. */
  readonly isValidated: boolean;
  /** Why it is not validated; empty when it is. */
  readonly because: readonly string[];
  readonly all: LanguageFigures;
  readonly byLanguage: { readonly [language: string]: LanguageFigures };
}

/** The readers' labels and what a third person decided where they disagree. */
export interface LabelsOfGoals {
  readonly goals: readonly GoalToLabel[];
  readonly first: readonly GoalLabels[];
  readonly second: readonly GoalLabels[];
  readonly settled: readonly GoalLabels[];
}

const LOWEST_AGREEMENT = 0.7;
const LOWEST_LIMIT = 0.8;

/**
 * Compares the rules with labels. An indicator is validated if the readers agree (kappa at least
 * 0.70, or AC1 where nearly all answers are equal), no disagreement is open, and the lower limits of
 * precision and recall are at least 0.80.
 */
export function validationReport(labels: LabelsOfGoals, command: string | null): ValidationReport {
  return {
    rubricVersion: RUBRIC_VERSION,
    rulesVersion: GOAL_RULES_VERSION,
    command,
    goals: labels.goals.length,
    indicators: {
      specific: validation(labels, "specific"),
      measurable: validation(labels, "measurable"),
      timeBound: validation(labels, "timeBound"),
    },
  };
}

function validation(labels: LabelsOfGoals, indicator: GoalIndicator): IndicatorValidation {
  const [first, second, settled] = [labels.first, labels.second, labels.settled].map(
    (answers) => new Map(answers.map((answer) => [answer.id, answer[indicator]])),
  );
  const byLanguage = new Map<string, AnsweredGoal[]>();
  for (const { id, language, text } of labels.goals) {
    const [given, other] = [first?.get(id), second?.get(id)];
    if (given === undefined || other === undefined) continue;
    const truth = given === other ? given : (settled?.get(id) ?? null);
    const answered = byLanguage.get(language) ?? [];
    answered.push({
      first: given,
      second: other,
      truth,
      rule: isMet(goalTextQuality(text)[indicator]),
    });
    byLanguage.set(language, answered);
  }
  const all = languageFigures([...byLanguage.values()].flat());
  const because = shortcomings(all);
  const languages = [...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    isValidated: because.length === 0,
    because,
    all,
    byLanguage: Object.fromEntries(
      languages.map(([name, goals]) => [name, languageFigures(goals)]),
    ),
  };
}

function shortcomings({ goals, unsettled, kappa, ac1, precision, recall }: LanguageFigures) {
  if (goals === 0) return ["no goal was labeled by both readers"];
  const because: string[] = [];
  const agreement = ac1 ?? kappa;
  const measure = ac1 === null ? "kappa" : "AC1";
  if (agreement === null) because.push("agreement of the readers cannot be determined");
  else if (agreement < LOWEST_AGREEMENT) because.push(`${measure} of the readers is below 0.70`);
  if (unsettled > 0) because.push("disagreements of the readers are not settled");
  for (const [name, figure] of [
    ["precision", precision],
    ["recall", recall],
  ] as const) {
    if (figure === null) because.push(`${name} cannot be determined`);
    else if (figure.lower < LOWEST_LIMIT) because.push(`the lower limit of ${name} is below 0.80`);
  }
  return because;
}

/** The indicators in order with how each was validated. */
export const indicatorsOf = (report: ValidationReport) =>
  GOAL_INDICATORS.map((indicator) => [indicator, report.indicators[indicator]] as const);
