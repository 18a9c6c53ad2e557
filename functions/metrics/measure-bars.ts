import type { Day } from "../domain/calendar/day.ts";
import type { MandateProfile } from "../mandates/rules/mandate-profile.ts";
import type { Requirement, TransitionReview } from "../mandates/rules/requirement.ts";
import type { Metric, MetricBar } from "./metric.ts";
import type { Question } from "./question.ts";
import { requirementsWithBar } from "./requirement-questions.ts";
import { statistic } from "./statistic.ts";

/** A measure of everybody, read from one bar. @param composedOf the requirements that it asks for together */
export const ofEverybody = (
  name: string,
  composedOf: readonly Pick<Requirement, "id">[] = [],
): MetricBar => ({
  composedOf: composedOf.map(({ id }) => id),
  statistic: name,
  breakdown: "all",
  group: "all",
  groupName: "All students",
});

/** A measure of everybody with a question of its own. */
export const oneQuestion = (question: Question): Pick<Metric, "bars" | "questions"> => ({
  bars: () => [ofEverybody(question.statistic)],
  questions: () => [question],
});

/**
 * A measure with a question for each transition that the mandate reviews.
 * @param isComposite whether what it counts changes once the review of the transition has come due
 */
export const eachTransition = (
  measure: string,
  questionOf: (requirement: TransitionReview) => Omit<Question, "statistic"> | null,
  { isComposite = false } = {},
): Pick<Metric, "bars" | "questions"> => {
  const asked = (mandate: MandateProfile, asOf: Day) =>
    transitionsOf(mandate, asOf).flatMap((requirement) => {
      const question = questionOf(requirement);
      return question === null
        ? []
        : [{ requirement, statistic: statistic.ofTransition(measure, requirement.id), question }];
    });
  return {
    bars: (mandate, asOf) =>
      asked(mandate, asOf).map(({ requirement, statistic: own }) => ({
        statistic: own,
        breakdown: "transition",
        group: requirement.id,
        groupName: requirement.transitionName,
        composedOf: isComposite ? [requirement.id] : [],
      })),
    questions: (mandate, asOf) =>
      asked(mandate, asOf).map(({ statistic: own, question }) => ({ ...question, statistic: own })),
  };
};

/** The transitions that the mandate reviews on a day. */
export const transitionsOf = (mandate: MandateProfile, asOf: Day): readonly TransitionReview[] =>
  requirementsWithBar(mandate, asOf).filter(
    (requirement): requirement is TransitionReview => requirement.kind === "transition-review",
  );
