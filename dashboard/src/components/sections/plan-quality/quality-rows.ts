import type { Edition } from "../../../release/edition.ts";
import type { RowsByTable } from "../../../release/rows-by-table.ts";
import { inGroups, type BarRow } from "../requirements/bar-rows.js";
import { QUALITY_CARDS, type QualityCard, type QualityChart } from "./quality-cards.js";

export type QualityRow = BarRow & { readonly measure: string };

/** A chart with the bars that the place has: one for each measure. */
export interface DrawnChart {
  readonly chart: QualityChart;
  readonly bars: readonly (readonly [QualityRow, ...QualityRow[]])[];
}

export interface DrawnCard {
  readonly card: QualityCard;
  readonly charts: readonly DrawnChart[];
}

/** What the edition has of all students of a place; a card without a figure is left out. */
export async function qualityCards(
  edition: Edition,
  school: string,
): Promise<readonly DrawnCard[]> {
  const rows = (await answersAt(edition, school)).filter(({ state }) => state !== "not-applicable");
  return QUALITY_CARDS.flatMap((card) => {
    const charts = card.charts.flatMap((chart) => {
      const bars = inGroups(
        chart.measures.flatMap((measure) => rows.filter((row) => row.measure === measure)),
        ({ measure }) => measure,
      );
      return bars.some((bar) => bar.some(({ low }) => low !== null)) ? [{ chart, bars }] : [];
    });
    return charts.length === 0 ? [] : [{ card, charts }];
  });
}

/** The answers of all students of a place to the question of each measure. */
export const answersAt = async (edition: Edition, school: string): Promise<readonly QualityRow[]> =>
  (await edition.rows("answers"))
    .filter((row) => row.school === school && row.breakdown === "all")
    .map(asBar);

const asBar = (row: RowsByTable["answers"]): QualityRow => ({
  ...row,
  part: row.answer,
  partName: row.answerName,
});
