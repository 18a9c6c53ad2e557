import type { AssessedStudent, MeasureContext } from "../metrics/metric.ts";
import { METRICS } from "../metrics/metrics.ts";
import { isDue, overallStatus } from "../metrics/overall-status.ts";
import { arrivalOf, transitionOf } from "../metrics/transition.ts";
import { ALL_REVIEWS, statisticIds } from "./statistic-ids.ts";

/**
 * In which part of each published statistic one student is counted: the same as the partials of
 * schools count, said of one student. The rules one by one, and where records do not agree, are not
 * among them: no extract tells of those.
 */
export function studentParts(
  student: AssessedStudent,
  context: MeasureContext,
): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const verdicts = new Map(
    METRICS.filter(({ needs }) => context.holds[needs]).map(
      (metric) => [metric, metric.measure(student, context)] as const,
    ),
  );
  const isTold = new Map([...verdicts].map(([{ id }, given]) => [id, given !== "outside"]));
  for (const [metric, given] of verdicts) {
    if (given === "outside") continue;
    const at =
      metric.transitionOf?.(student, context) ??
      transitionOf(student.answers)?.requirement.id ??
      null;
    const isOfTransition = metric.breakdowns.includes("transition");
    if (isOfTransition && at === null) continue;
    const statistic = isOfTransition ? statisticIds.ofTransition(metric.id, at ?? "") : metric.id;
    parts.set(statistic, given === "counted" ? "counted" : "not-counted");
  }
  const someOrNone = (is: boolean | undefined): string => (is === true ? "some" : "none");
  const overall = context.holds.plans ? overallStatus(student.answers) : null;
  if (overall !== null) {
    parts.set(statisticIds.statuses(ALL_REVIEWS), overall);
    parts.set(statisticIds.reviewsDue, someOrNone(isDue(overall)));
  }
  if (isTold.get("plan-coverage") === true) {
    parts.set(statisticIds.reviewsHeld, someOrNone(isTold.get("family-participation")));
    parts.set(statisticIds.componentsTold, someOrNone(isTold.get("component-completeness")));
    const { grade } = student.record.student;
    const arrival = arrivalOf(context.mandate, grade);
    if (arrival !== null && grade !== null) {
      const told = statisticIds.handoverTold(arrival.id, grade);
      parts.set(told, someOrNone(isTold.get("transition-handover")));
    }
  }
  return parts;
}
