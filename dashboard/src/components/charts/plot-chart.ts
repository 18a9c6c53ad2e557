import { plot, type PlotOptions } from "@observablehq/plot";
import { html } from "htl";
import { CHART_WORDS } from "../../words/charts.js";

/** Under this width the names of rows stand above their marks and not beside them. */
export const NARROW = 520;
/** Wider than a card on paper, so that letters are as small there as elsewhere on the sheet. */
const SHEET_WIDTH = 1000;
const HALF_SHEET_WIDTH = 470;

/**
 * A chart that Plot draws as wide as its place, again when that changes, and to a sheet's width for
 * print. It is read as one image whose name says what it shows; the table beside it has the data.
 */
export function plotChart(label: string, draw: (width: number) => PlotOptions): HTMLElement {
  const root = html`<figure class="plot-chart"></figure>`;
  let drawn = 0;
  const redraw = (width: number): void => {
    const whole = Math.floor(width);
    if (whole < 1 || whole === drawn) return;
    drawn = whole;
    root.replaceChildren(image(label, whole, draw(whole)));
  };
  // Until its width is known, it takes about the room that it will need, so that nothing moves.
  redraw(Math.min(SHEET_WIDTH, innerWidth - 80));
  // For print it is drawn wider than its place, and its height changes with that.
  let isPrinting = false;
  new ResizeObserver(([entry]) => {
    if (entry !== undefined && !isPrinting) redraw(entry.contentRect.width);
  }).observe(root);
  addEventListener("beforeprint", () => {
    isPrinting = true;
    const isInRow = root.closest(".cards") !== null;
    redraw(isInRow ? HALF_SHEET_WIDTH : SHEET_WIDTH);
  });
  addEventListener("afterprint", () => {
    isPrinting = false;
    redraw(root.clientWidth);
  });
  return root;
}

function image(label: string, width: number, options: PlotOptions): Element {
  const drawing = plot({
    width,
    style: { fontSize: "14px", fontFamily: "inherit", overflow: "visible", background: "none" },
    ...options,
    ariaLabel: label,
    ariaDescription: CHART_WORDS.dataInTable,
  });
  drawing.setAttribute("role", "img");
  // The names that Plot gives its inner groups ("dot", "rule") say nothing to a reader.
  for (const group of drawing.querySelectorAll("g[aria-label]")) {
    group.removeAttribute("aria-label");
  }
  return drawing;
}

/** Words of a chart on its card, readable over lines. */
export const ON_CARD = {
  fill: "var(--ink)",
  stroke: "var(--card)",
  strokeWidth: 4,
} as const;
