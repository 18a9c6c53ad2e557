import { html } from "htl";
import { keepInNavigation, onChoice } from "../../release/address.js";
import type { AboutEdition, Edition } from "../../release/edition.ts";
import { openEdition } from "../../release/open-edition.js";
import { dayInWords } from "../../words/formats/days.js";
import { plainText } from "../../words/language.js";
import { pageWords as words } from "../../words/page.js";
import { speak } from "./language-of-page.js";
import { ageNotices, failedNotice, loadingNotice, missingNotice } from "./notices.js";
import { placeAndDay } from "./place-and-day.js";
import { provenance } from "./provenance.js";
import type { Parts } from "./redrawn.ts";
import { sheetHead } from "./sheet-head.js";

interface Page<Screen extends AboutEdition> {
  /** The file of its first screen. */
  readonly file: string;
  /** What its style goes by. */
  readonly name?: string;
  /** What the window and a printed sheet are called. */
  readonly title: (screen: Screen) => string;
  /** The parts of the page in reading order. */
  readonly draw: (edition: Edition<Screen>) => Parts;
}

/** A page: what its edition says, or why there is none. */
export function page<Screen extends AboutEdition>({
  file,
  name = "",
  title,
  draw,
}: Page<Screen>): HTMLElement {
  speak();
  keepInNavigation();
  onChoice(() => {
    speak();
    keepInNavigation();
  });
  const root = html`<div class="page ${name}">${loadingNotice()}</div>`;
  void openEdition<Screen>(file).then((opened) => {
    try {
      if (opened.state === "ready") {
        const { edition } = opened;
        document.title = plainText(title(edition.screen));
        const parts = draw(edition).filter((part) => part !== null);
        root.replaceChildren(
          placeAndDay(edition),
          ...ageNotices(edition),
          ...parts,
          provenance(edition),
          headOf(edition.screen),
        );
      } else root.replaceChildren(missingNotice(opened));
      root.dataset["state"] = opened.state;
      showPartAsked();
    } catch (error) {
      root.replaceChildren(failedNotice(error));
      root.dataset["state"] = "failed";
      reportError(error);
    }
  });
  return root;
}

/** The browser looks for the part that the address names before that part is drawn. */
function showPartAsked(): void {
  const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (part instanceof HTMLDetailsElement) part.open = true;
  part?.scrollIntoView();
}

/** District and day, on each printed sheet. */
const headOf = ({ district, asOf }: AboutEdition): HTMLElement =>
  sheetHead(`${district.name} · ${words.plans}`, `${words.dataAsOf} ${dayInWords(asOf)}`);
