import { isShown, shareInWords, type ShownShare } from "../words/share-words.ts";
import type { CameDueRow, ChangeRow, TrendRow } from "../tables/tables.ts";
import type { MandateSummary } from "../manifest/mandate-summary.ts";
import type { TrendNotes } from "../manifest/manifest.ts";
import { changeOf } from "../trends/trend.ts";
import { shareOf } from "./kept.ts";
import { say, type Comparison, type Message, type RateSaid } from "../words/message.ts";

/** What has come due, with the number of students where the edition has it. */
export type CameDue = CameDueRow & { readonly count?: number };

/** The tables that compare an edition with earlier ones. */
export interface OverTime {
  readonly trend: readonly TrendRow[];
  readonly changes: readonly ChangeRow[];
  readonly cameDue: readonly CameDue[];
}

/**
 * What fell due in the district since the release before, whether other definitions applied before,
 * which headline rates moved, and which cannot be compared with that release.
 */
export const changeMessages = (
  { trend, changes, cameDue }: OverTime,
  { startsOn, otherDefinitionsOn }: TrendNotes,
  { requirements }: Pick<MandateSummary, "requirements">,
  asOf: string,
): readonly Message[] => [
  ...(startsOn === asOf && otherDefinitionsOn !== null
    ? [say("trends-start-anew", { on: otherDefinitionsOn })]
    : []),
  ...cameDueMessages(cameDue),
  ...changes
    .filter(isNews)
    .filter((row) => !isSaidByPlans(row, requirements))
    .map((row) => changeMessage(row, trend)),
  ...notComparedMessages(trend, asOf),
];

function cameDueMessages(cameDue: readonly CameDue[]): readonly Message[] {
  const district = cameDue.filter(({ level }) => level === "district");
  const [first] = district;
  if (first === undefined) return [];
  const requirements = district.map(({ requirementName, count }) => ({
    name: requirementName,
    students: count ?? null,
  }));
  return [say("came-due", { on: first.previousAsOf, requirements })];
}

function notComparedMessages(trend: readonly TrendRow[], asOf: string): readonly Message[] {
  const rates = trend
    .filter((row) => row.level === "district" && row.asOf === asOf)
    .filter(({ breakdown }) => breakdown === "all" || breakdown === "transition")
    .flatMap((row) => {
      const comparison = comparisonOf(pastOf(trend, row), asOf);
      return comparison?.kind === "not-compared" ? [{ row, on: comparison.on }] : [];
    });
  const [first] = rates;
  if (first === undefined) return [];
  return [
    say("rates-not-compared", { on: first.on, rates: rates.map(({ row }) => rateSaid(row)) }),
  ];
}

/** The measures whose changes are said in words; all changes are in the table. */
const HEADLINES: readonly string[] = [
  "requirements-met",
  "requirement-met",
  "review-timeliness",
  "plan-coverage",
  "transition-coverage",
  "chronic-absence",
];

/**
 * A headline rate of the district that is shown higher or lower than before. A bar has the same
 * shifts all year, so that this is mostly, but not certainly, a real change.
 */
const isNews = (row: ChangeRow): boolean =>
  HEADLINES.includes(row.measure) &&
  row.level === "district" &&
  ["all", "transition", "requirement"].includes(row.breakdown) &&
  (row.change === "up" || row.change === "down") &&
  hasMoved(row, beforeOf(row));

/**
 * The measure of open plans already says whether plans are open, so the requirement does not repeat
 * it.
 */
const isSaidByPlans = (
  { measure, group }: ChangeRow,
  requirements: MandateSummary["requirements"],
): boolean =>
  measure === "requirement-met" &&
  requirements.some(({ id, isPlanCoverage }) => id === group && isPlanCoverage);

/**
 * An exact share is news only from one percentage point on: rounding alone can make 13% into 14%.
 */
const LEAST_MOVE = 0.01;
/** Tolerance for floating point. */
const NOISE = 1e-9;

function hasMoved(now: ShownShare, before: ShownShare): boolean {
  const isExact = now.low === now.high && before.low === before.high;
  if (isExact && Math.abs(now.low - before.low) < LEAST_MOVE - NOISE) return false;
  return shareInWords(now) !== shareInWords(before);
}

const beforeOf = ({ previousLow, previousHigh }: ChangeRow): ShownShare => ({
  low: previousLow,
  high: previousHigh,
});

function changeMessage(row: ChangeRow, trend: readonly TrendRow[]): Message {
  const before = pastOf(trend, row).find(({ asOf }) => asOf === row.previousAsOf);
  return say("rate-changed", {
    rate: rateSaid(row),
    share: shareOf(row),
    change: compared(row, beforeOf(row), before?.drawnOn ?? row.previousAsOf),
  });
}

const rateSaid = ({
  measure,
  breakdown,
  groupName,
}: Pick<ChangeRow, "measure" | "breakdown" | "groupName">): RateSaid => ({
  measure,
  breakdown: breakdown === "requirement" || breakdown === "transition" ? breakdown : "all",
  name: groupName,
});

function compared(now: ShownShare, before: ShownShare, on: string): Comparison {
  const ends = { before: shareOf(before), on };
  switch (changeOf(now, before)) {
    case "up":
      return { kind: hasMoved(now, before) ? "up" : "nearly", ...ends };
    case "down":
      return { kind: hasMoved(now, before) ? "down" : "nearly", ...ends };
    case "same":
      return { kind: "same", ...ends };
    case "unclear":
      return { kind: "after", ...ends };
  }
}

/** The fields that identify a rate over the editions of a year. */
type RateNamed = Pick<TrendRow, "measure" | "school" | "breakdown" | "group">;

/** One rate as the editions of the year published it, the oldest first. */
export const pastOf = (trend: readonly TrendRow[], rate: RateNamed): readonly TrendRow[] =>
  trend.filter(
    ({ measure, school, breakdown, group }) =>
      measure === rate.measure &&
      school === rate.school &&
      breakdown === rate.breakdown &&
      group === rate.group,
  );

/**
 * Compares a rate with the last earlier edition that shows it; null if there is none, or if the
 * rate has not changed since and is of an earlier day itself.
 */
export function comparisonOf(past: readonly TrendRow[], asOf: string): Comparison | null {
  const now = past.find((row) => row.asOf === asOf);
  const before = past
    .filter((row) => row.asOf < asOf)
    .filter(isShown)
    .at(-1);
  if (now === undefined || !isShown(now) || before === undefined) return null;
  const on = before.asOf;
  if (now.comparableSince === null || now.comparableSince > on) return { kind: "not-compared", on };
  // A held figure has the day of its counts.
  const comparison = compared(now, before, before.drawnOn ?? on);
  return comparison.kind === "same" && now.drawnOn !== asOf ? null : comparison;
}
