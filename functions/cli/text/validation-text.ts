import { counted } from "../../domain/text/counted.ts";
import type { LanguageFigures, Share } from "../../goals/quality/labels/language-figures.ts";
import {
  indicatorsOf,
  type ValidationReport,
} from "../../goals/quality/labels/validation-report.ts";
import { columns } from "../arguments/text-columns.ts";

const NAMES = { specific: "Specific", measurable: "Measurable", timeBound: "Time-bound" } as const;

/** The validation report as a terminal shows it: what each indicator is worth, then its figures. */
export function validationText(report: ValidationReport): string {
  const lines = indicatorsOf(report).map(([indicator, { isValidated, because }]) =>
    isValidated
      ? `${NAMES[indicator]}: validated`
      : `${NAMES[indicator]}: not validated (${because.join("; ")})`,
  );
  const rows = indicatorsOf(report).flatMap(([indicator, { all, byLanguage }]) => [
    row(NAMES[indicator], "all", all),
    ...Object.entries(byLanguage).map(([language, figures]) =>
      row(NAMES[indicator], language, figures),
    ),
  ]);
  const versions = `Rubric version ${report.rubricVersion}, rules version ${report.rulesVersion}, ${counted(report.goals, "goal")}.`;
  return `${versions}\n\n${lines.join("\n")}\n\n${columns(HEADER, rows)}`;
}

const HEADER = [
  "indicator",
  "language",
  "goals",
  "yes",
  "unsettled",
  "kappa",
  "AC1",
  "precision (95 %)",
  "recall (95 %)",
  "F1",
  "detected",
  "corrected",
];

const row = (indicator: string, language: string, figures: LanguageFigures): readonly string[] => [
  indicator,
  language,
  String(figures.goals),
  String(figures.yes),
  String(figures.unsettled),
  number(figures.kappa),
  number(figures.ac1),
  interval(figures.precision),
  interval(figures.recall),
  number(figures.f1),
  number(figures.detected),
  number(figures.corrected),
];

/** What cannot be determined is a dash, and never 0. */
const number = (value: number | null): string => (value === null ? "–" : value.toFixed(3));

const interval = (share: Share | null): string =>
  share === null
    ? "–"
    : `${share.share.toFixed(3)} (${share.lower.toFixed(3)} to ${share.upper.toFixed(3)})`;
