import { html } from "htl";
import { CHART_WORDS } from "../../../words/charts.js";
import { wholeNumber } from "../../../words/formats/numbers.js";
import { isShown } from "../../../words/formats/shares.js";
import { groupWords as words } from "../../../words/groups.js";
import { rowName, rowsWithoutFigure } from "../../charts/row-name.js";
import { percentOf, scaleLines, scaleNumbers, type ScaleLine } from "../../charts/share-scale.js";

/** One share of students; without a figure its words say why. */
export interface GroupShare {
  readonly name: string;
  readonly n: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly words: string;
  /** Whether it is everybody of the others together. */
  readonly isWhole?: boolean;
}

interface GroupShares {
  readonly rows: readonly GroupShare[];
  /** The share of all students, across the rows. */
  readonly reference: Omit<ScaleLine, "kind"> | null;
  /** What the chart shows: its accessible name. */
  readonly label: string;
}

/** One bar per share on one scale from 0 to 100 %: filled as far as is certain, hatched as far as is possible. */
export function groupShares({ rows, reference, label }: GroupShares): HTMLElement {
  const shown = rows.filter(isShown);
  const others = rowsWithoutFigure(
    rows.filter((row) => !isShown(row)).map(({ name, words: why }) => ({ name, why })),
  );
  if (shown.every(({ isWhole }) => isWhole)) return html`<div>${others}</div>`;
  const lines: readonly ScaleLine[] =
    reference === null ? [] : [{ ...reference, kind: "reference" }];
  const isRange = shown.some(({ low, high }) => low < high);
  return html`<figure class="rows-chart group-shares" role="group" aria-label=${label}>
    ${isRange ? key() : ""}
    <div class="chart-rows with-notes">
      ${shown.map((row) => drawnRow(row, lines))} ${scaleNumbers()}
    </div>
    ${others}
  </figure>`;
}

const key = (): HTMLElement =>
  html`<ul class="chart-key" aria-label=${CHART_WORDS.keyOfParts}>
    <li><span class="share-swatch certain" aria-hidden="true"></span> ${words.atLeast}</li>
    <li><span class="share-swatch possible" aria-hidden="true"></span> ${words.upTo}</li>
  </ul>`;

type Shown = GroupShare & { readonly low: number; readonly high: number };

function drawnRow(row: Shown, lines: readonly ScaleLine[]): HTMLElement {
  const { name, n, low, high, words: share, isWhole } = row;
  const whose = n === null ? name : `${name}, ${CHART_WORDS.students(wholeNumber(n))}`;
  return html`<div class="chart-row ${isWhole ? "whole" : ""}">
    ${rowName({ name }, n)}
    <div class="lane">
      ${scaleLines(lines)}
      <div class="share-bar" role="img" aria-label=${`${whose}: ${share}`}>
        <i class="certain" style=${`left: 0; right: ${percentOf(1 - low)}`} hidden=${low === 0}></i>
        <i
          class="possible"
          style=${`left: ${percentOf(low)}; right: ${percentOf(1 - high)}`}
          hidden=${low === high}
        ></i>
      </div>
    </div>
    <p class="row-note" aria-hidden="true">${share}</p>
  </div>`;
}
