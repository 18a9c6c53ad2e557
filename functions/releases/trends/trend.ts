import type { FirstDue } from "../../metrics/cube/due-days.ts";
import type { IsComparable } from "./like-with-like.ts";
import { isShown } from "../words/share-words.ts";
import type { ChangeRow, RateRow } from "../tables/tables.ts";

/** An earlier edition of the same school year and definitions, as it was published. */
export interface EarlierRelease<Row extends RateRow = RateRow> {
  readonly release: string;
  readonly asOf: string;
  readonly rates: readonly Row[];
  /** What was due by when; null if it was not kept. */
  readonly firstDue: FirstDue | null;
}

/** The earlier editions of a school year, and those of the one before. */
export interface EarlierReleases<Row extends RateRow = RateRow> {
  /** Editions by the same definitions, the oldest first. */
  readonly sameDefinitions: readonly EarlierRelease<Row>[];
  /**
   * The day of the last edition by other definitions, with which nothing is compared; null if there
   * is none.
   */
  readonly otherDefinitionsOn: string | null;
  /**
   * Editions of the school year before by the same definitions, the last of each month, the oldest
   * first.
   */
  readonly yearBefore: readonly EarlierRelease<Row>[];
}

/** What was due by when, by as-of day: on those of the earlier editions and now. */
export const knownDue = (
  earlier: readonly Pick<EarlierRelease, "asOf" | "firstDue">[],
  asOf: string,
  now: FirstDue,
): ReadonlyMap<string, FirstDue> =>
  new Map([
    ...earlier.flatMap((release) =>
      release.firstDue === null ? [] : [[release.asOf, release.firstDue] as const],
    ),
    [asOf, now] as const,
  ]);

type TrendRowOf<Row> = Row & {
  readonly asOf: string;
  readonly comparableSince: string | null;
};

/**
 * Every rate, except those by grade or counselor, as each release of the school year showed it,
 * this one last, and since when it can be compared.
 */
export function trendOf<Row extends RateRow>(
  rates: readonly Row[],
  asOf: string,
  earlier: readonly Pick<EarlierRelease<Row>, "asOf" | "rates">[],
  isComparable: IsComparable,
): readonly TrendRowOf<Row>[] {
  /** For each rate, the last row shown and the date since which it is comparable. */
  const last = new Map<string, { readonly row: Row; readonly since: string }>();
  return [...earlier, { asOf, rates }].flatMap((of) =>
    of.rates.filter(isFollowed).map((row): TrendRowOf<Row> => {
      if (!isShown(row)) {
        return { asOf: of.asOf, comparableSince: null, ...row };
      }
      const before = last.get(keyOf(row));
      const isLike = before !== undefined && isComparable(row, before.row);
      const since = isLike ? before.since : of.asOf;
      last.set(keyOf(row), { row, since });
      return { asOf: of.asOf, comparableSince: since, ...row };
    }),
  );
}

/** Whether a rate is followed over the releases: those by grade or counselor are not. */
export const isFollowed = ({ breakdown }: Pick<RateRow, "breakdown">): boolean =>
  ["all", "transition", "requirement"].includes(breakdown);

/**
 * What changed since the release before, for rates that both show and that mean the same in both.
 */
export function changesSince(
  rates: readonly RateRow[],
  previous: Pick<EarlierRelease, "asOf" | "rates"> | null,
  isComparable: IsComparable,
): readonly ChangeRow[] {
  if (previous === null) return [];
  return inBoth(rates, previous.rates)
    .filter(({ row, was }) => isComparable(row, was))
    .map(({ row, was }) => {
      const { measure, measureName, level, school, schoolName, breakdown, group, groupName } = row;
      return {
        ...{ measure, measureName, level, school, schoolName, breakdown, group, groupName },
        low: row.low,
        high: row.high,
        previousLow: was.low,
        previousHigh: was.high,
        change: changeOf(row, was),
        previousAsOf: previous.asOf,
      };
    });
}

type Shown = RateRow & Figures;

/** The rates that two releases show. */
function inBoth(
  rates: readonly RateRow[],
  earlier: readonly RateRow[],
): readonly { readonly row: Shown; readonly was: Shown }[] {
  const before = new Map(earlier.map((row) => [keyOf(row), row]));
  return rates.flatMap((row) => {
    const was = before.get(keyOf(row));
    return isShown(row) && was !== undefined && isShown(was) ? [{ row, was }] : [];
  });
}

/** Whether a share is certainly above another. A held figure is the same figure. */
export function changeOf(now: Figures, before: Figures): "up" | "down" | "same" | "unclear" {
  if (now.low === before.low && now.high === before.high) return "same";
  if (now.low > before.high) return "up";
  return now.high < before.low ? "down" : "unclear";
}

type Figures = { readonly low: number; readonly high: number };

const keyOf = (row: RateRow): string =>
  [row.measure, row.level, row.school, row.breakdown, row.group].join("\u0000");
