import type { Metric } from "../../metrics/measures/metric.ts";
import { METRICS } from "../../metrics/measures/metrics.ts";
import { isOf } from "../../metrics/questions/question.ts";
import {
  asItIs,
  NOT_APPLICABLE,
  NOT_COLLECTED,
  target,
  YES_NO,
  yesNo,
  type ExtractCase,
  type ExtractColumn,
} from "./extract-column.ts";

/** The column of a measure. */
export const measureColumnName = (measure: string): string => measure.replaceAll("-", "_");

/** Each measure is a column: whether a student is counted by it. */
const measureColumn = (metric: Metric): ExtractColumn =>
  target({
    // A student who is asked about a transition is in its grade.
    ...(metric.isOfTransition === true ? { onlyWithFinest: "grade" } : {}),
    name: measureColumnName(metric.id),
    title: metric.name,
    definition: `${metric.definition} Yes for the numerator of the rate: ${metric.numerator} No where the records show the contrary. Students of whom nothing is asked, or whose records do not show it, have -8. Exclusions from the rate: ${metric.exclusions}`,
    universe: metric.denominator,
    source: metric.source,
    codings: [asItIs(YES_NO)],
    valueOf: (student) => answerOf(metric, student),
  });

function answerOf(metric: Metric, { student, context, questions }: ExtractCase): string {
  if (!context.availability[metric.needs]) return NOT_COLLECTED;
  for (const { statistic } of metric.bars(context.mandate, context.asOf)) {
    const question = questions.get(statistic);
    if (question === undefined)
      throw new Error(`${metric.id} is read from no question ${statistic}`);
    if (!isOf(question.population, student)) continue;
    const part = question.answer(student, context);
    if (metric.counted.includes(part)) return yesNo(true);
    return metric.against.includes(part) ? yesNo(false) : NOT_APPLICABLE;
  }
  return NOT_APPLICABLE;
}

/** Every measure that each student has an answer to and that may be relied on, in the order of display. */
export const MEASURE_COLUMNS: readonly ExtractColumn[] = METRICS.filter(
  ({ isInExtract = true, isValidated = true }) => isInExtract && isValidated,
).map(measureColumn);
