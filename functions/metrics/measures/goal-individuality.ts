import type { Day } from "../../domain/calendar/day.ts";
import type { IndividualityPart } from "../../domain/figures/parts.ts";
import type { Goal } from "../../domain/plans/plan.ts";
import { compareText } from "../../domain/text/compare-text.ts";
import { GOAL_INDIVIDUALITY } from "../questions/statistic.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { currentGoals } from "../plans/current-goals.ts";
import { oneQuestion } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";

/** Whether a plan is the student's own: not only goals that others have word for word, or nearly. */
export const goalIndividuality: Metric = {
  id: "goal-individuality",
  name: "A goal of the student's own",
  isHigherBetter: true,
  definition:
    "Students with a goal whose text fewer than three students of the district have had in the plan's school year.",
  numerator:
    "Students with at least one such goal in an open plan. Texts count as the same, or nearly, if they differ in names, numbers and dates alone, or if at least 60 percent of their pairs of neighboring words are the same (Jaccard similarity): a convention that has not been validated on labeled pairs. Goals that were given up, and students who have left, count among those who have had a text; drafts of plans, and plans for special services (IEP, 504, EL-ILP), do not.",
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions:
    "Nobody. Students without a goal that is compared are counted as such: those without an open plan, and those all of whose goals have fewer than five words or are required of every student. A goal discontinued by the date of the data is not one of the student's own goals. That a goal is shared says nothing about who wrote it first, or why.",
  source: "Texts of the goals, as the plan export gives them, and the wordings of the goal form.",
  version: 1,
  isPublic: true,
  needs: "plans",
  counted: ["own"],
  against: ["shared"],
  ...oneQuestion(GOAL_INDIVIDUALITY, {
    population: { kind: "mandate" },
    needs: "plans",
    isPublic: true,
    afterDue: [],
    answer: ({ record }, { mandate, asOf }) =>
      individuality(currentGoals(mandate, documentsOf(record), asOf), asOf),
  }),
};

/** Whether all of a student's goals that are compared are shared. */
export function individuality(goals: readonly Goal[], asOf: Day): IndividualityPart {
  const eligible = goals.filter(({ textKind }) => textKind === "eligible");
  if (eligible.length === 0) return "no-eligible-goal";
  return eligible.every((goal) => isSharedBy(goal, asOf)) ? "shared" : "own";
}

/** The masked texts of goals that three or more students had by a day, each once, in alphabetical order. */
export const sharedTextsOf = (goals: readonly Goal[], on: Day): readonly string[] =>
  [
    ...new Set(
      goals.flatMap((goal) =>
        goal.textKind === "eligible" && isSharedBy(goal, on) ? [goal.sharedText] : [],
      ),
    ),
  ].sort(compareText);

/** Whether three or more students had the text by a day; if nobody recorded when, they count as having had it. */
export const isSharedBy = (goal: Goal, on: Day): goal is Goal & { readonly sharedText: string } =>
  typeof goal.sharedText === "string" && (goal.sharedSince ?? on) <= on;
