import { html } from "htl";
import { onChoice } from "../../release/address.js";

/** Parts of a page in reading order; null for a part that has nothing to show. */
export type Parts = readonly (Node | null)[];

/**
 * A part of a page that is drawn again whenever the reader chooses. It is drawn from the address as it is then, and
 * an earlier drawing that comes later is dropped, so that no choice is lost.
 * @param busy what stands there until the first drawing
 */
export function redrawn(draw: () => Promise<Parts> | Parts, busy: Node | string = ""): HTMLElement {
  const place = html`<div class="redrawn">${busy}</div>`;
  let latest = 0;
  const redraw = async (): Promise<void> => {
    const own = ++latest;
    place.setAttribute("aria-busy", "true");
    try {
      const parts = await draw();
      if (own === latest) replace(place, parts);
    } catch (error) {
      const { failedNotice } = await import("./notices.js");
      if (own === latest) place.replaceChildren(failedNotice(error));
      reportError(error);
    }
    if (own === latest) place.removeAttribute("aria-busy");
  };
  onChoice(() => void redraw());
  void redraw();
  return place;
}

/** An element that has the focus and a key keeps the focus. */
function replace(place: HTMLElement, parts: Parts): void {
  const { activeElement } = document;
  const key = place.contains(activeElement) ? activeElement?.getAttribute("data-key") : null;
  place.replaceChildren(...parts.filter((part) => part !== null));
  if (key) place.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}
