import { html } from "htl";
import { lookOf } from "./part-looks.js";
import { percentOf } from "./share-scale.js";

/**
 * A stretch that goes from one part straight to the next, each in its own color and pattern: every part but
 * the last lies over those after it, whole until its place among them, and gone at the place of the next.
 */
export function fade(parts: readonly string[]): readonly HTMLElement[] {
  const place = (index: number): string => percentOf(index / Math.max(1, parts.length - 1));
  const layers = parts.map((part, index) => {
    const mask = `linear-gradient(to right, #000 ${place(index)}, transparent ${place(index + 1)})`;
    const style = index === parts.length - 1 ? null : `mask-image: ${mask}`;
    return html`<i class="fade part-${lookOf(part)}" style=${style}></i>`;
  });
  return layers.reverse();
}
