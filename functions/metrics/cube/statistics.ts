import type { Part } from "../../domain/figures/parts.ts";
import { METRICS } from "../measures/metrics.ts";
import { LATENESS } from "../questions/lateness.ts";
import { REQUIREMENT_STATISTICS } from "../questions/requirement-questions.ts";
import type { Statistic } from "../questions/statistic.ts";

type AnyStatistic = Statistic<Pick<Part, "id">>;

/** A question, as named by its text. */
export interface StatisticKey {
  readonly statistic: AnyStatistic;
  /** The requirement, role or place that it is about; null for a statistic with one question. */
  readonly about: string | null;
}

/**
 * Every statistic by its id: those of requirements, that of how late reviews are, and those that
 * measures declare.
 */
const STATISTICS: ReadonlyMap<string, AnyStatistic> = new Map(
  [...REQUIREMENT_STATISTICS, LATENESS, ...METRICS.flatMap(({ statistics }) => statistics)].map(
    (statistic) => [statistic.id, statistic],
  ),
);

/**
 * The only reader of a question's text.
 * @throws if the statistic is not declared anywhere
 */
export function readStatistic(text: string): StatisticKey {
  const slash = text.indexOf("/");
  const id = slash < 0 ? text : text.slice(0, slash);
  const statistic = STATISTICS.get(id);
  if (statistic === undefined) {
    throw new Error(
      `no statistic is called ${JSON.stringify(text)}: expected one of ${[...STATISTICS.keys()].join(", ")}`,
    );
  }
  return { statistic, about: slash < 0 ? null : text.slice(slash + 1) };
}
