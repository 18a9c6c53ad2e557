import type { Metric } from "../metrics/metric.ts";
import { METRICS } from "../metrics/metrics.ts";
import {
  asItIs,
  learnt,
  NOT_APPLICABLE,
  NOT_COLLECTED,
  YES_NO,
  yesNo,
  type ExtractColumn,
} from "./extract-column.ts";

/** The statistics whose students a measure divides, or that its verdict tells of besides. */
const BEHIND: { readonly [measure: string]: readonly string[] } = {
  "review-timeliness": ["reviews-due"],
  "student-participation": ["reviews-held"],
  "family-participation": ["reviews-held"],
  "counselor-participation": ["reviews-held"],
  "component-completeness": ["components-told", "plan-coverage"],
  "goal-domains": ["plan-coverage"],
  "transition-handover": ["handover-told"],
};

/** Few students are at a transition, and its steps say much of the same. */
const STEP_OF_TRANSITION = 0.25;

const isOfTransition = ({ breakdowns }: Metric): boolean => breakdowns.includes("transition");

/** How an extract calls a published measure. */
export const measureColumnName = (measure: string): string => measure.replaceAll("-", "_");

/** A measure that is published comes to the extract by itself: its verdict on each student. */
const measureColumn = (metric: Metric): ExtractColumn =>
  learnt(
    {
      // Who is at a transition is in its grade.
      ...(isOfTransition(metric) ? { onlyWithFinest: "grade" } : {}),
      name: measureColumnName(metric.id),
      title: metric.name,
      definition: `${metric.definition} Yes for those of the numerator: ${metric.numerator} ${metric.exclusions}`,
      universe: metric.denominator,
      source: metric.source,
      codings: [asItIs(YES_NO)],
      valueOf: ({ student, context }) => {
        if (!context.holds[metric.needs]) return NOT_COLLECTED;
        const given = metric.measure(student, context);
        return given === "outside" ? NOT_APPLICABLE : yesNo(given === "counted");
      },
    },
    [metric.id, ...(BEHIND[metric.id] ?? [])],
    isOfTransition(metric) ? STEP_OF_TRANSITION : 1,
  );

/** Every published measure, in the order of display. */
export const MEASURE_COLUMNS: readonly ExtractColumn[] = METRICS.map(measureColumn);
