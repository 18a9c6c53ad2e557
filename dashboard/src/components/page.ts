import { html } from "htl";
import { keepInNavigation } from "../release/address.js";
import { openRelease } from "../release/open-release.js";
import type { Opened, Release, Wanted } from "../release/release.ts";
import { ageNotices, failedNotice, loadingNotice, missingNotice } from "./notices.js";
import { placeAndDay } from "./place-and-day.js";
import { provenance } from "./provenance.js";

interface Page extends Wanted {
  /** The parts of the page in reading order. */
  readonly draw: (release: Release) => readonly (Node | null)[];
}

/** A page: whatever its release says, or the words for why there is none. */
export function page({ draw, ...wanted }: Page): HTMLElement {
  const root = html`<div class="page">${loadingNotice()}</div>`;
  keepInNavigation();
  void openRelease(wanted).then((opened) => {
    try {
      root.replaceChildren(...partsOf(opened, draw));
      root.dataset.state = opened.state;
      showWhatIsAsked();
    } catch (error) {
      root.replaceChildren(failedNotice(error instanceof Error ? error.message : String(error)));
      root.dataset.state = "failed";
      reportError(error);
    }
  });
  return root;
}

/** The part that the address names is drawn later than the browser looks for it. */
function showWhatIsAsked(): void {
  const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (part instanceof HTMLDetailsElement) part.open = true;
  part?.scrollIntoView();
}

function partsOf(opened: Opened, draw: Page["draw"]): readonly Node[] {
  if (opened.state !== "ready") return [missingNotice(opened)];
  const { release } = opened;
  const parts = draw(release).filter((part) => part !== null);
  return [placeAndDay(release), ...ageNotices(release), ...parts, provenance(release)];
}
