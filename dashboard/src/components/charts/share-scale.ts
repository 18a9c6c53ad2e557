import { html } from "htl";
import { percent } from "../../words/formats/numbers.js";

/** A line across the rows of a chart of shares; a band where it is an interval. */
export interface ScaleLine {
  readonly kind: "target" | "reference";
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

const QUARTERS = [0, 0.25, 0.5, 0.75, 1];
const MIDDLE = 0.5;

/** The words of the lines, above the rows. */
export function scaleTop(lines: readonly ScaleLine[]): HTMLElement | string {
  if (lines.length === 0) return "";
  return html`<div class="chart-row scale-top" aria-hidden="true">
    <div class="lane">
      ${lines.map(
        ({ kind, name, low, high }) =>
          html`<span class="scale-word ${kind}">
            <i style=${`left: ${percentOf(low)}`} class=${high > MIDDLE ? "before" : "after"}>
              ${name}
            </i>
          </span>`,
      )}
    </div>
  </div>`;
}

/** Behind each row: the quarters of the scale, and the lines across it. */
export function scaleLines(lines: readonly ScaleLine[]): readonly HTMLElement[] {
  return [
    ...QUARTERS.map((share) => html`<i class="quarter" style=${`left: ${percentOf(share)}`}></i>`),
    ...lines.map(
      ({ kind, low, high }) =>
        html`<i
          class="scale-line ${kind} ${high > low ? "interval" : ""}"
          style=${`left: ${percentOf(low)}; right: ${percentOf(1 - high)}`}
        ></i>`,
    ),
  ];
}

/** The numbers of the scale, beneath the rows. */
export function scaleNumbers(): HTMLElement {
  return html`<div class="chart-row scale-numbers" aria-hidden="true">
    <div class="lane">
      ${QUARTERS.map((share) => html`<i style=${`left: ${percentOf(share)}`}>${percent(share)}</i>`)}
    </div>
  </div>`;
}

/** A share as a length of the scale. */
export const percentOf = (share: number): string => `${Number((100 * share).toFixed(3))}%`;
