import { INDICATOR_PARTS, type IndicatorPart } from "../../domain/figures/parts.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import type { AssessedStudent } from "../students/assessed-student.ts";
import type { MeasureContext } from "../students/measure-context.ts";
import type { Goal } from "../../domain/plans/plan.ts";
import { currentGoals } from "../plans/current-goals.ts";
import type { GoalIndicatorId } from "../questions/statistic.ts";
import { oneQuestion } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";

/** Whether a goal meets an indicator; null if the records do not say. */
export type MeetsIndicator = (
  goal: Goal,
  student: AssessedStudent,
  context: MeasureContext,
) => boolean | null;

interface Indicator extends Pick<Metric, "name" | "numerator" | "source" | "version"> {
  readonly id: GoalIndicatorId;
  /** Begins its definition: "that say by when". */
  readonly goalsThat: string;
  /** What it adds to who is counted how. */
  readonly exclusions?: string;
  /** An indicator that is not validated is for staff alone. */
  readonly isPublic: boolean;
  readonly meets: MeetsIndicator;
}

/**
 * A measure of the quality of goals: each student is in one of four parts by how many of the current
 * goals meet an indicator.
 */
export const goalIndicator = ({
  meets,
  goalsThat,
  exclusions,
  ...indicator
}: Indicator): Metric => ({
  ...indicator,
  ...(indicator.isPublic ? {} : { isValidated: false as const }),
  isHigherBetter: true,
  definition: `Students all of whose goals are goals ${goalsThat}.`,
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions: [
    "Nobody. Students some or none of whose goals meet it, and those without a goal in an open plan, are counted as such. Goals discontinued by the date of the data do not count.",
    ...(exclusions === undefined ? [] : [exclusions]),
  ].join(" "),
  needs: "plans",
  counted: ["all-goals"],
  against: ["some-goals", "none-of-goals"],
  ...oneQuestion(
    { id: indicator.id, parts: INDICATOR_PARTS },
    {
      population: { kind: "mandate" },
      needs: "plans",
      isPublic: indicator.isPublic,
      afterDue: [],
      answer: (student, context) => indicatorPart(student, context, meets),
    },
  ),
});

function indicatorPart(
  student: AssessedStudent,
  context: MeasureContext,
  meets: MeetsIndicator,
): IndicatorPart {
  const goals = currentGoals(context.mandate, documentsOf(student.record), context.asOf);
  if (goals.length === 0) return "no-goals";
  const answers = goals.map((goal) => meets(goal, student, context));
  if (answers.includes(null)) return "not-determinable";
  if (answers.every((isMet) => isMet)) return "all-goals";
  return answers.some((isMet) => isMet) ? "some-goals" : "none-of-goals";
}
