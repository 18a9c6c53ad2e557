import type { Day } from "../../domain/calendar/day.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import type { Requirement, TransitionReview } from "../../mandates/rules/requirement.ts";
import type { Metric, MetricBar } from "./metric.ts";
import type { Question } from "../questions/question.ts";
import { requirementsWithBar } from "../questions/requirement-questions.ts";
import { textAndParts, type Statistic } from "../questions/statistic.ts";

/**
 * A measure of all students, read from one bar.
 * @param composedOf the requirements that it asks for together
 */
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

/** What a measure states about its question, besides the statistic. */
type Asked = Omit<Question, "statistic" | "parts">;
type Read = Pick<Metric, "statistics" | "bars" | "questions" | "isOfTransition">;

/**
 * A measure of all students with a question of its own.
 * @param about what the question is about, if several measures share the statistic
 */
export function oneQuestion(statistic: Statistic, question: Asked, about?: string): Read {
  const own = textAndParts(statistic, about);
  return {
    statistics: [statistic],
    bars: () => [ofEverybody(own.statistic)],
    questions: () => [{ ...question, ...own }],
  };
}

/**
 * A measure with a question for each transition that the mandate reviews.
 * @param isComposite whether what it counts changes once the review of the transition is due
 */
export const eachTransition = (
  statistic: Statistic,
  questionOf: (requirement: TransitionReview) => Asked | null,
  { isComposite = false } = {},
): Read => {
  const questionsOf = (mandate: MandateProfile, asOf: Day) =>
    transitionsOf(mandate, asOf).flatMap((requirement) => {
      const question = questionOf(requirement);
      return question === null
        ? []
        : [{ requirement, question: { ...question, ...textAndParts(statistic, requirement.id) } }];
    });
  return {
    statistics: [statistic],
    isOfTransition: true,
    bars: (mandate, asOf) =>
      questionsOf(mandate, asOf).map(({ requirement, question }) => ({
        statistic: question.statistic,
        breakdown: "transition",
        group: requirement.id,
        groupName: requirement.transitionName,
        composedOf: isComposite ? [requirement.id] : [],
      })),
    questions: (mandate, asOf) => questionsOf(mandate, asOf).map(({ question }) => question),
  };
};

/** The transitions that the mandate reviews on a day. */
export const transitionsOf = (mandate: MandateProfile, asOf: Day): readonly TransitionReview[] =>
  requirementsWithBar(mandate, asOf).filter(
    (requirement): requirement is TransitionReview => requirement.kind === "transition-review",
  );
