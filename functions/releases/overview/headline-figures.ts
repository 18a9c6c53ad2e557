import type { Day } from "../../domain/calendar/day.ts";
import { comparisonOf, pastOf } from "../messages/changes.ts";
import type { MandateSummary, RequirementSummary } from "../manifest/mandate-summary.ts";
import type { RateRow, TrendRow } from "../tables/tables.ts";
import { isShown, shareOrder } from "../words/share-words.ts";
import type { HeadlineFigure, PastShare } from "./overview.ts";
import { nearestLastYear } from "./last-year.ts";
import { shownFigure } from "./shown-figure.ts";

/** A rate as an earlier edition published it. */
export type PastRate = Omit<TrendRow, "comparableSince">;

const MOST_FIGURES = 4;
/** Reviews of the year beside the plan and the transition that needs most. */
const MOST_REVIEWS = 2;

/** What figures of a place are read from. */
export interface FigureTables {
  readonly rates: readonly RateRow[];
  readonly trend: readonly TrendRow[];
  readonly lastYear: readonly PastRate[];
}

/**
 * The four figures of the first screen: plans, the reviews of the year, and the transition for which the
 * fewest are ready; where the mandate has fewer of these, the requirements that are met least often.
 */
export function headlineFigures(
  tables: FigureTables,
  mandate: MandateSummary,
  asOf: Day,
): readonly HeadlineFigure[] {
  const rates = tables.rates.filter(({ level }) => level === "district");
  const plans = rates.filter(
    ({ measure, breakdown }) => measure === "plan-coverage" && breakdown === "all",
  );
  const reviews = reviewsHeld(rates, mandate).slice(0, MOST_REVIEWS);
  const transitions = rates
    .filter(({ measure }) => measure === "transition-coverage")
    .sort(leastFirst);
  const named = new Set(reviews.map(({ group }) => group));
  const requirements = rates
    .filter(
      ({ measure, group }) =>
        measure === "requirement-met" && !named.has(group) && isOfOther(group, mandate),
    )
    .sort(leastFirst);
  const rows = [...plans, ...reviews, ...transitions.slice(0, 1), ...requirements];
  return rows.slice(0, MOST_FIGURES).map((row) => headlineFigure(row, tables, mandate, asOf));
}

/** In the order of the mandate; those due soonest of many are the first. */
const reviewsHeld = (
  rates: readonly RateRow[],
  { requirements }: MandateSummary,
): readonly RateRow[] =>
  requirements
    .filter(({ kind }) => kind === "recurring-review")
    .flatMap(({ id }) =>
      rates.filter(({ measure, group }) => measure === "review-held" && group === id),
    );

/** Not a plan, which has a figure of its own, and no transition, which is read from its own bar. */
const isOfOther = (requirement: string, { requirements }: MandateSummary): boolean =>
  requirements.some(
    ({ id, kind }) => id === requirement && kind !== "transition-review" && kind !== "plan",
  );

/** One figure with its past, its target and its due date. */
export function headlineFigure(
  row: RateRow,
  { rates, trend, lastYear }: FigureTables,
  mandate: MandateSummary,
  asOf: Day,
): HeadlineFigure {
  const { measure, breakdown, group, groupName } = row;
  const past = pastOf(trend, row);
  const requirement = requirementOf(row, mandate);
  const onTime = rates.find(
    (other) =>
      measure === "review-held" &&
      other.measure === "requirement-met" &&
      other.school === row.school &&
      other.group === group,
  );
  return {
    ...{ measure, breakdown, group },
    name: groupName,
    ...shownFigure(row, asOf),
    target: targetOf(measure),
    dueOn: requirement?.dueOn ?? null,
    onTime: onTime === undefined ? null : shownFigure(onTime, asOf),
    change: comparisonOf(past, asOf),
    past: comparablePast(past, asOf),
    lastYear: nearestLastYear(lastYear, row, asOf),
  };
}

/** The requirement that a rate is of: of open plans the one that asks for a plan. */
export const requirementOf = (
  { measure, group }: Pick<RateRow, "measure" | "group">,
  { requirements }: MandateSummary,
): RequirementSummary | undefined =>
  requirements.find(({ id, kind, isInForce }) =>
    measure === "plan-coverage" ? kind === "plan" && isInForce : id === group,
  );

/** A mandate asks something of everybody; of absence it asks nothing. */
export const targetOf = (measure: string): number | null =>
  measure.startsWith("chronic-absence") ? null : 1;

/** The shares that can be compared with that of the day, the oldest first. */
export function comparablePast(past: readonly TrendRow[], asOf: Day): readonly PastShare[] {
  const since = past.find((row) => row.asOf === asOf)?.comparableSince ?? null;
  return since === null
    ? []
    : past
        .filter((row) => row.asOf >= since)
        .filter(isShown)
        .map(({ asOf: on, low, high }) => ({ asOf: on, low, high }));
}

/** Those without a figure last. */
const leastFirst = (a: RateRow, b: RateRow): number => orderOf(a) - orderOf(b);
const orderOf = (row: RateRow): number => (isShown(row) ? shareOrder(row) : Infinity);
