import { html } from "htl";
import { CHART_WORDS } from "../../../words/charts.js";
import { percent } from "../../../words/formats/numbers.js";
import { attendanceWords as words } from "../../../words/methods/attendance.js";
import { meanInWords } from "../../../words/methods/means.js";
import { rowName, rowsWithoutFigure } from "../../charts/row-name.js";

/** A mean share of days with its 95 % interval. */
export interface MeanRow {
  readonly name: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Why it has no figure, in words. */
  readonly why: string;
}

interface MeanDots {
  readonly rows: readonly MeanRow[];
  /** What the chart shows: its accessible name. */
  readonly label: string;
}

type Shown = MeanRow & { readonly mean: number };

/** Means as dots in their intervals. Attendance is near 100 % everywhere, so the scale begins where the means do, and says so. */
export function meanDots({ rows, label }: MeanDots): HTMLElement {
  const shown = rows.filter((row): row is Shown => row.mean !== null);
  const from = beginOf(shown);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => from + part * (1 - from));
  const at = (share: number): string => `${((100 * (share - from)) / (1 - from)).toFixed(2)}%`;
  const quarters = ticks.map((tick) => html`<i class="quarter" style=${`left: ${at(tick)}`}></i>`);
  return html`<div class="rows-chart mean-dots" role="group" aria-label=${label}>
    <div class="chart-rows with-notes">
      ${shown.map(
        (row) =>
          html`<div class="chart-row">
            ${rowName({ name: row.name }, null)}
            <div class="lane">
              ${quarters.map((quarter) => quarter.cloneNode())}
              <div class="mean" role="img" aria-label=${wordsOf(row)}>
                ${
                  row.low === null || row.high === null
                    ? ""
                    : html`<i
                        class="mean-interval"
                        style=${`left: ${at(Math.max(from, row.low))}; width: calc(${at(Math.min(1, row.high))} - ${at(Math.max(from, row.low))})`}
                      ></i>`
                }
                <i class="mean-dot" style=${`left: ${at(row.mean)}`}></i>
              </div>
            </div>
            <p class="row-note" aria-hidden="true">${meanInWords(row.mean)}</p>
          </div>`,
      )}
      <div class="chart-row scale-numbers" aria-hidden="true">
        <div class="lane">
          ${ticks.map((tick) => html`<i style=${`left: ${at(tick)}`}>${percent(tick)}</i>`)}
        </div>
      </div>
    </div>
    ${rowsWithoutFigure(rows.filter(({ mean }) => mean === null))}
    <p class="fine">${words.scaleBegins(percent(from))}</p>
  </div>`;
}

/** The multiple of 20 % below every mean and interval, so that the ticks are whole percents. */
const beginOf = (rows: readonly Shown[]): number =>
  Math.max(0, Math.floor(5 * Math.min(0.99, ...rows.map(({ mean, low }) => low ?? mean))) / 5);

function wordsOf({ name, mean, low, high }: Shown): string {
  const interval =
    low === null || high === null
      ? CHART_WORDS.noInterval
      : CHART_WORDS.interval(meanInWords(low), meanInWords(high));
  return `${name}: ${meanInWords(mean)}, ${interval}`;
}
