import type { Day } from "../../domain/calendar/day.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { METRICS } from "../measures/metrics.ts";
import { latenessQuestions } from "../questions/lateness.ts";
import type { Question } from "../questions/question.ts";
import { requirementQuestions } from "../questions/requirement-questions.ts";

/**
 * Every question that a school's cube counts: those of the requirements in force, those on how late
 * their reviews are, and those of the measures. A student has one answer to each.
 */
export const questionsOf = (mandate: MandateProfile, asOf: Day): readonly Question[] => [
  ...requirementQuestions(mandate, asOf),
  ...latenessQuestions(mandate, asOf),
  ...METRICS.flatMap((metric) => metric.questions(mandate, asOf)),
];
