import { html } from "htl";

/** Somewhat more than a card has on paper, alone and two in a row: charts are drawn smaller there. */
const SHEET_WIDTH = 780;
const HALF_SHEET_WIDTH = 365;

/** Draws to the width of its place, again when that changes, and to a sheet's width for print. */
export function resizing(draw: (width: number) => Node): HTMLElement {
  const root = html`<div class="chart"></div>`;
  let drawn = 0;
  const redraw = (width: number): void => {
    const whole = Math.floor(width);
    if (whole < 1 || whole === drawn) return;
    drawn = whole;
    root.replaceChildren(draw(whole));
  };
  new ResizeObserver(([entry]) => entry && redraw(entry.contentRect.width)).observe(root);
  addEventListener("beforeprint", () => {
    const isInRow = root.closest(".cards") !== null;
    redraw(isInRow ? HALF_SHEET_WIDTH : SHEET_WIDTH);
  });
  addEventListener("afterprint", () => redraw(root.clientWidth));
  return root;
}
