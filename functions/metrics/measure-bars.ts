import type { Day } from "../domain/day.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import type { TransitionReview } from "../mandates/requirement.ts";
import type { Metric, MetricBar } from "./metric.ts";
import type { Question } from "./question.ts";
import { requirementsWithBar } from "./requirement-questions.ts";
import { statistic } from "./statistic.ts";

/** A measure of everybody, read from one bar. */
export const ofEverybody = (name: string): MetricBar => ({
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

/** A measure with a question for each transition that the mandate reviews. */
export const eachTransition = (
  measure: string,
  questionOf: (requirement: TransitionReview) => Omit<Question, "statistic"> | null,
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
