import { plot, type PlotOptions } from "@observablehq/plot";
import { resizing } from "./resizing.js";

/** A chart whose accessible name is the sentence that it shows; the table beneath it has its data. */
export function chart(sentence: string, draw: (width: number) => PlotOptions): HTMLElement {
  return resizing((width) => {
    const drawn = plot({
      width,
      style: { fontSize: "13px", fontFamily: "inherit", overflow: "visible", background: "none" },
      ...draw(width),
      ariaLabel: sentence,
      ariaDescription: "The same data stands in the table on this page.",
    });
    return asImage(drawn);
  });
}

/** A drawing that is read as one image: Plot names its inner groups ("dot", "rule"), which says nothing. */
export function asImage(drawn: Element): Element {
  drawn.setAttribute("role", "img");
  for (const group of drawn.querySelectorAll("g[aria-label]")) group.removeAttribute("aria-label");
  return drawn;
}

/** Under this width the names of rows stand above their marks and not beside them. */
export const NARROW = 480;

/** The space for names beside the marks: as wide as the longest, up to a limit, after which they wrap. */
export function nameMargin(rows: readonly { readonly name: string }[]): number {
  const longest = Math.max(...rows.map(({ name }) => name.length), 0);
  return Math.min(220, longest * 7.3 + 30);
}
