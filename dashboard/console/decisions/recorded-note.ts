import { html } from "htl";

/** A decision counts once the figures are made again. */
export const SHOWN_NEXT = "Shown in the figures from the next run on.";

/**
 * Replaces a form by the note that it was recorded, and moves the focus there: the button that
 * opened the form may be gone.
 */
export function recordedNote(place: HTMLElement, what: string): void {
  const note = html`<p class="recorded" role="status" tabindex="-1">
    <strong>${what}</strong> ${SHOWN_NEXT}
  </p>`;
  place.replaceChildren(note);
  note.focus();
}
