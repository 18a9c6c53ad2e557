import { derivedFrom, type ProtectedTable } from "../disclosure/protected-table.ts";
import { percentsOf } from "./band-words.ts";
import type { ChangeRow, RateRow, TrendRow } from "./tables.ts";

/** A release that came before, of the same school year, as it was published. */
export interface EarlierRelease {
  readonly release: string;
  readonly asOf: string;
  readonly rates: readonly RateRow[];
}

/** Every rate as each release of the school year published it, this one last. */
export const trendOf = (
  rates: ProtectedTable<RateRow>,
  release: string,
  asOf: string,
  earlier: readonly EarlierRelease[],
): ProtectedTable<TrendRow> =>
  derivedFrom(rates, (rows) =>
    [...earlier, { release, asOf, rates: rows }].flatMap((of) =>
      of.rates
        .filter(({ breakdown }) => breakdown !== "grade")
        .map(({ of: _of, ...row }) => ({
          ...row,
          asOf: of.asOf,
          release: of.release,
        })),
    ),
  );

/** What changed since the release before, where both show the rate. */
export const changesSince = (
  rates: ProtectedTable<RateRow>,
  previous: EarlierRelease | null,
): ProtectedTable<ChangeRow> =>
  derivedFrom(rates, (rows) => {
    if (previous === null) return [];
    const before = new Map(previous.rates.map((row) => [keyOf(row), row.band]));
    return rows.flatMap((row) => {
      const previousBand = before.get(keyOf(row)) ?? null;
      if (row.band === null || previousBand === null) return [];
      const { measure, measureName, level, school, schoolName, breakdown, group, groupName } = row;
      return {
        ...{ measure, measureName, level, school, schoolName, breakdown, group, groupName },
        band: row.band,
        previousBand,
        change: changeOf(row.band, previousBand),
        previousAsOf: previous.asOf,
        previousRelease: previous.release,
      };
    });
  });

/** Bands of two releases, which may be of different ladders. */
function changeOf(now: string, before: string): "up" | "down" | "same" | "unclear" {
  if (now === before) return "same";
  const [is, was] = [percentsOf(now), percentsOf(before)];
  if (is.least > was.greatest) return "up";
  return is.greatest < was.least ? "down" : "unclear";
}

const keyOf = (row: RateRow): string =>
  [row.measure, row.level, row.school, row.breakdown, row.group].join("\u0000");
