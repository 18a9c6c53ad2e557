import { isShown } from "./share-words.ts";
import type { ChangeRow, RateRow } from "./tables.ts";

/** An edition that came before, of the same school year and definitions, as it was published. */
export interface EarlierRelease<Row extends RateRow = RateRow> {
  readonly release: string;
  readonly asOf: string;
  readonly rates: readonly Row[];
}

/** Every rate but those by grade or counselor as each release of the school year showed it, this one last. */
export const trendOf = <Row extends RateRow>(
  rates: readonly Row[],
  release: string,
  asOf: string,
  earlier: readonly EarlierRelease<Row>[],
): readonly (Row & { readonly asOf: string; readonly release: string })[] =>
  [...earlier, { release, asOf, rates }].flatMap((of) =>
    of.rates
      .filter(({ breakdown }) => breakdown === "all" || breakdown === "transition")
      .map((row) => ({ ...row, asOf: of.asOf, release: of.release })),
  );

/** What changed since the release before, where both show the rate. */
export function changesSince(
  rates: readonly RateRow[],
  previous: EarlierRelease | null,
): readonly ChangeRow[] {
  if (previous === null) return [];
  const before = new Map(previous.rates.map((row) => [keyOf(row), row]));
  return rates.flatMap((row): readonly ChangeRow[] => {
    const was = before.get(keyOf(row));
    if (!isShown(row) || was === undefined || !isShown(was)) return [];
    const { measure, measureName, level, school, schoolName, breakdown, group, groupName } = row;
    return [
      {
        ...{ measure, measureName, level, school, schoolName, breakdown, group, groupName },
        low: row.low,
        high: row.high,
        previousLow: was.low,
        previousHigh: was.high,
        change: changeOf(row, was),
        previousAsOf: previous.asOf,
        previousRelease: previous.release,
      },
    ];
  });
}

/** A figure that was held is the same figure. */
function changeOf(now: Figures, before: Figures): "up" | "down" | "same" | "unclear" {
  if (now.low === before.low && now.high === before.high) return "same";
  if (now.low > before.high) return "up";
  return now.high < before.low ? "down" : "unclear";
}

type Figures = { readonly low: number; readonly high: number };

const keyOf = (row: RateRow): string =>
  [row.measure, row.level, row.school, row.breakdown, row.group].join("\u0000");
