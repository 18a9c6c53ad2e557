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
/** Reviews of the year beside the plan and the transition that needs most. */
const MOST_REVIEWS = 2;

/** What figures of a place are read from. */
export interface FigureTables {
  readonly rates: readonly RateRow[];
  readonly standings: readonly StandingRow[];
  readonly trend: readonly TrendRow[];
  readonly lastYear: readonly PastRate[];
}

/**
 * The four figures of the first screen: plans, the reviews of the year, and the transition for which the
 * fewest are ready; where the mandate has fewer of these, the requirements that are missed most often.
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

/**
 * The requirements that have no figure of their own besides, in the order of the mandate where as many miss
 * them. One that cannot be determined is no 0%: a message says what would decide it.
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

/** An open plan is counted by itself, and a transition in its own bar. */
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

/** The requirement that a rate is of: of open plans the one that asks for a plan. */
export const requirementOf = (
  { measure, group }: Pick<RateRow, "measure" | "group">,
  { requirements }: MandateSummary,
): RequirementSummary | undefined =>
  requirements.find(({ id, isPlanCoverage, isInForce }) =>
    measure === "plan-coverage" ? isPlanCoverage === true && isInForce : id === group,
  );

/**
 * A mandate asks something of everybody; of absence it asks nothing. What it asks of some grades alone is
 * counted among the students of all.
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
 * The shares that can be compared with that of the day, the oldest first: the first of them and the last of
 * each month, each on the day of its counts, so that a figure that is held stands once.
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

/** Those without a figure last. */
const leastFirst = (a: RateRow, b: RateRow): number => orderOf(a) - orderOf(b);
const orderOf = (row: RateRow): number => (isShown(row) ? shareOrder(row) : Infinity);
