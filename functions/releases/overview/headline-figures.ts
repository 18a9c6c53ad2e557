import type { Day } from "../../domain/calendar/day.ts";
import { comparisonOf, pastOf } from "../messages/changes.ts";
import type { MandateSummary, RequirementSummary } from "../manifest/mandate-summary.ts";
import type { RateRow, StandingRow, TrendRow } from "../tables/tables.ts";
import { isShown, shareOrder } from "../words/share-words.ts";
import type { HeadlineFigure, PastPoint } from "./overview.ts";
import { isKnownAt } from "./asked-at.ts";
import { nearestLastYear, type PastRate } from "./last-year.ts";
import { shownFigure } from "./shown-figure.ts";

const MOST_FIGURES = 4;
/** How many reviews of the year are shown, beside the plan and the transition that needs most. */
const MOST_REVIEWS = 2;

/** What the figures of a place are read from. */
export interface FigureTables {
  readonly rates: readonly RateRow[];
  readonly standings: readonly StandingRow[];
  readonly trend: readonly TrendRow[];
  readonly lastYear: readonly PastRate[];
}

/**
 * The four figures of the first screen: students with a plan, the reviews of the year, and the
 * transition for which the fewest students are ready. Where the mandate has fewer of these, the
 * requirements that most students miss follow.
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
  const named = reviews.map(({ group }) => group);
  const requirements = mostMissedFirst(tables, mandate).filter(
    ({ group }) => !named.includes(group),
  );
  const rows = [...plans, ...reviews, ...transitions.slice(0, 1), ...requirements];
  return rows.slice(0, MOST_FIGURES).map((row) => headlineFigure(row, tables, mandate, asOf));
}

/** In the order of the mandate. Of more reviews than fit, those due first are shown. */
const reviewsHeld = (
  rates: readonly RateRow[],
  { requirements }: MandateSummary,
): readonly RateRow[] =>
  requirements
    .filter(({ kind }) => kind === "recurring-review")
    .flatMap(({ id }) =>
      rates.filter(({ measure, group }) => measure === "review-held" && group === id),
    );

/**
 * The requirements that have no other figure here: those that most students miss come first, ties
 * in the order of the mandate. A requirement that cannot be determined is not 0% and is left out: a
 * message says what would decide it.
 */
function mostMissedFirst(
  { rates, standings }: FigureTables,
  { requirements }: MandateSummary,
): readonly RateRow[] {
  const own = standings.filter(
    ({ level, breakdown }) => level === "district" && breakdown === "all",
  );
  const missed = (requirement: string): number => {
    const row = own.find((each) => each.requirement === requirement && each.standing === "not-met");
    return row === undefined || !isShown(row) ? -1 : shareOrder(row);
  };
  return requirements
    .filter((asked) => !hasOwnFigure(asked) && isKnownAt({ standings: own }, asked.id))
    .flatMap(({ id }) =>
      rates.filter(
        ({ level, measure, group }) =>
          level === "district" && measure === "requirement-met" && group === id,
      ),
    )
    .sort((a, b) => missed(b.group) - missed(a.group));
}

/** Open plans have a measure of their own, and a transition has its own bar. */
const hasOwnFigure = ({ kind, isPlanCoverage = false }: RequirementSummary): boolean =>
  isPlanCoverage || kind === "transition-review";

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
    target: targetOf(row, mandate),
    dueOn: requirement?.dueOn ?? null,
    onTime: onTime === undefined ? null : shownFigure(onTime, asOf),
    change: comparisonOf(past, asOf),
    past: comparablePast(past, asOf),
    lastYear: nearestLastYear(lastYear, row, asOf),
  };
}

/** The requirement behind a rate: for open plans, the requirement that asks for a plan. */
export const requirementOf = (
  { measure, group }: Pick<RateRow, "measure" | "group">,
  { requirements }: MandateSummary,
): RequirementSummary | undefined =>
  requirements.find(({ id, isPlanCoverage, isInForce }) =>
    measure === "plan-coverage" ? isPlanCoverage === true && isInForce : id === group,
  );

/**
 * The share to reach: 1 for what the mandate asks in all of its grades; null for absence, of which
 * a mandate asks nothing, and for a requirement of some grades, which is counted among the students
 * of all.
 */
export function targetOf(
  { measure, group }: Pick<RateRow, "measure" | "group">,
  { grades, requirements }: MandateSummary,
): number | null {
  if (measure.startsWith("chronic-absence")) return null;
  if (measure !== "requirement-met" && measure !== "review-held") return 1;
  const requirement = requirements.find(({ id }) => id === group);
  return grades.every((grade) => requirement?.grades.includes(grade)) ? 1 : null;
}

/**
 * The shares that can be compared with today's, the oldest first: the first share and the last of
 * each month, each dated by its counts, so that a figure that was carried forward appears once.
 */
export function comparablePast(past: readonly TrendRow[], asOf: Day): readonly PastPoint[] {
  const since = past.find((row) => row.asOf === asOf)?.comparableSince ?? null;
  if (since === null) return [];
  const shown = past
    .filter((row) => row.asOf >= since)
    .filter(isShown)
    .map(({ asOf: on, drawnOn, low, high }) => ({ on: drawnOn ?? on, low, high }));
  const byMonth = new Map(shown.map((share) => [share.on.slice(0, 7), share]));
  const [first] = shown;
  const points = [...(first === undefined ? [] : [first]), ...byMonth.values()];
  return [...new Map(points.map((share) => [share.on, share])).values()].map(
    ({ on, low, high }): PastPoint => (low === high ? [on, low] : [on, low, high]),
  );
}

/** Figures without numbers come last. */
const leastFirst = (a: RateRow, b: RateRow): number => orderOf(a) - orderOf(b);
const orderOf = (row: RateRow): number => (isShown(row) ? shareOrder(row) : Infinity);
