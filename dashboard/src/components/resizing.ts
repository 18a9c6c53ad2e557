import { html } from "htl";

/** The width of a sheet of paper between its margins, in CSS pixels. */
const SHEET_WIDTH = 680;

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
  addEventListener("beforeprint", () => redraw(SHEET_WIDTH));
  addEventListener("afterprint", () => redraw(root.clientWidth));
  return root;
}
