import { svg } from "htl";

/** How a line is drawn: a color of the palette, and dashes that distinguish it without color. */
export interface SeriesLook {
  readonly color: string;
  readonly dashes: string;
}

const DASHES = ["none", "7,3", "2,3", "9,3,2,3", "12,4", "4,2"] as const;

/** The look of the line with this number, from 0. */
export function seriesLook(index: number): SeriesLook {
  const turn = index % DASHES.length;
  return { color: `var(--series-${turn + 1})`, dashes: DASHES[turn] ?? "none" };
}

/** The look of all lines of the year before. */
export const PAST_LOOK: SeriesLook = { color: "var(--past)", dashes: "none" };

/** A short line that looks as the line does in a chart. */
export const lineSwatch = ({ color, dashes }: SeriesLook): SVGElement =>
  svg`<svg class="line-swatch" viewBox="0 0 28 10" aria-hidden="true">
    <path d="M0,5 H28" fill="none" stroke="${color}" stroke-width="3" stroke-dasharray="${dashes}"></path>
  </svg>`;
