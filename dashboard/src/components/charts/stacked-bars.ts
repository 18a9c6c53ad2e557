import { html } from "htl";
import { CHART_WORDS } from "../../words/charts.js";
import { wholeNumber } from "../../words/formats/numbers.js";
import { shareLabel } from "../../words/formats/share-label.js";
import { shareInWords } from "../../words/formats/shares.js";
import { plainText } from "../../words/language.js";
import { worded } from "../page/worded.js";
import { partKey, partSwatch, type NamedPart } from "./part-key.js";
import { rowName, rowsWithoutFigure, type ChartRow } from "./row-name.js";
import { scaleLines, scaleNumbers, scaleTop, type ScaleLine } from "./share-scale.js";
import { stackedBar } from "./stacked-bar.js";
import type { PartShare } from "./stacked-spans.js";
import { withTip } from "./tip.js";

/** The students of a place, a grade or a group, divided into parts. */
export interface StackedRow extends ChartRow {
  /** The number of students that the bar counts; null where there is no figure. */
  readonly n: number | null;
  /** In the fixed order of the bar; empty without a figure. */
  readonly parts: readonly PartShare[];
  /** Words beside the bar, such as what is still to do. */
  readonly note?: string | null;
}

interface StackedBars {
  readonly bars: readonly StackedRow[];
  /** Every part that a bar may have, in the fixed order, with its name. */
  readonly parts: readonly NamedPart[];
  /** What the chart shows: its accessible name. */
  readonly label: string;
  /** The share to reach, 0 to 1. */
  readonly target?: number | null;
  /** A share to compare the bars with, such as the district's. */
  readonly reference?: ScaleLine | null;
}

/**
 * One stacked bar per row on one scale from 0 to 100 %, soft where a boundary is an interval. Rows
 * without a figure are named last, in words. Plain elements, so that it stands before any library.
 */
export function stackedBars({ bars, parts, label, target, reference }: StackedBars): HTMLElement {
  const shown = bars.filter((bar) => bar.parts.length > 0);
  const lines: readonly ScaleLine[] = [
    ...(reference ? [reference] : []),
    ...(target === null || target === undefined ? [] : [targetLine(target)]),
  ];
  const isDrawn = ({ part }: NamedPart): boolean =>
    shown.some((bar) => bar.parts.some((share) => share.part === part && share.high > 0));
  const isSoft = shown.some((bar) => bar.parts.some(({ low, high }) => low < high));
  const hasNotes = shown.some(({ note }) => isSaid(note));
  return html`<figure class="rows-chart stacked-bars" role="group" aria-label=${label}>
    ${shown.length === 0 ? "" : partKey(parts.filter(isDrawn), isSoft)}
    ${
      shown.length === 0
        ? ""
        : html`<div class="chart-rows ${hasNotes ? "with-notes" : ""}">
            ${scaleTop(lines)} ${shown.map((bar) => barRow(bar, parts, lines))} ${scaleNumbers()}
          </div>`
    }
    ${rowsWithoutFigure(bars.filter((bar) => bar.parts.length === 0))}
  </figure>`;
}

const targetLine = (target: number): ScaleLine => ({
  kind: "target",
  name: CHART_WORDS.target(shareLabel({ low: target, high: target })),
  low: target,
  high: target,
});

function barRow(
  bar: StackedRow,
  parts: readonly NamedPart[],
  lines: readonly ScaleLine[],
): HTMLElement {
  const named = parts.flatMap(({ part, name }) =>
    bar.parts.flatMap((share) => (share.part === part ? [{ ...share, name }] : [])),
  );
  const students = bar.n === null ? null : CHART_WORDS.students(wholeNumber(bar.n));
  const spoken = named.map((share) => `${share.name} ${shareInWords(share)}`).join("; ");
  const drawn = stackedBar(named);
  drawn.setAttribute("role", "img");
  const whose = students === null ? bar.name : `${bar.name}, ${students}`;
  drawn.setAttribute("aria-label", plainText(`${whose}: ${spoken}`));
  withTip(
    drawn,
    html`<div>
      <strong>${worded(whose)}</strong>
      <ul>
        ${named.map(
          (share) =>
            html`<li>
              ${partSwatch(share.part)} <span>${share.name}</span> <b>${shareInWords(share)}</b>
            </li>`,
        )}
      </ul>
    </div>`,
  );
  return html`<div class="chart-row ${bar.isWhole ? "whole" : ""}">
    ${rowName(bar, bar.n)}
    <div class="lane">${scaleLines(lines)}${drawn}</div>
    ${isSaid(bar.note) ? html`<p class="row-note">${bar.note}</p>` : ""}
  </div>`;
}

const isSaid = (note: string | null | undefined): note is string =>
  note !== null && note !== undefined;
