import { html } from "htl";
import { keepInNavigation } from "../release/address.js";
import { openRelease } from "../release/open-release.js";
import { tablesWanted, type Opened, type Release, type Wanted } from "../release/release.js";
import { isTooSmall } from "../release/too-small.js";
import {
  ageNotices,
  failedNotice,
  loadingNotice,
  missingNotice,
  tooSmallNotice,
} from "./notices.js";
import { placeAndDay } from "./place-and-day.js";
import { provenance } from "./provenance.js";

type Draw = (release: Release) => readonly (Node | null)[];

interface Page extends Wanted {
  /** The parts of the page in reading order. */
  readonly draw: Draw;
  /** What is left of a page of figures where the district is too small for any; a page that is not of figures has none. */
  readonly drawWithoutFigures?: Draw | undefined;
}

/** A page: whatever its release says, or the words for why there is none. */
export function page({ draw, drawWithoutFigures, ...wanted }: Page): HTMLElement {
  const root = html`<div class="page">${loadingNotice()}</div>`;
  keepInNavigation();
  void openRelease(wanted).then((opened) => {
    try {
      root.replaceChildren(...partsOf(opened, { draw, drawWithoutFigures, ...wanted }));
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

function partsOf(opened: Opened, asked: Page): readonly Node[] {
  if (opened.state !== "ready") return [missingNotice(opened)];
  const { release } = opened;
  const parts = figureParts(release, asked).filter((part) => part !== null);
  return [placeAndDay(release), ...ageNotices(release), ...parts, provenance(release)];
}

function figureParts(
  release: Release,
  { draw, drawWithoutFigures, ...wanted }: Page,
): readonly (Node | null)[] {
  return drawWithoutFigures !== undefined &&
    isTooSmall(release, tablesWanted(wanted, release.manifest))
    ? [tooSmallNotice(release), ...drawWithoutFigures(release)]
    : draw(release);
}
