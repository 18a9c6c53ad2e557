import { html } from "htl";
import { addressOf } from "../student/ask-student.js";

/**
 * The students of a list in the order drawn. They are kept in the history entry of the list, which
 * no server and no storage sees.
 */
interface ListLeft {
  readonly keys: readonly string[];
}

/** Keeps the students of the list that is left, so that the page of one of them knows who comes before and after. */
export function keepList(keys: readonly string[]): void {
  if (hasNavigation()) navigation.updateCurrentEntry({ state: { keys } satisfies ListLeft });
}

/**
 * Links back to where the reader came from, as it was left, and to the students before and after in
 * the list.
 */
export function wayBack(here: string): HTMLElement {
  const before = entryBefore();
  const path = before === null ? "" : new URL(before.url ?? "").pathname.replace(/\.html$/, "");
  const name = NAMES[path];
  const back = html`<a href="/students.html">${name ?? "To the list of students"}</a>`;
  back.addEventListener("click", (event: MouseEvent) => {
    if (name === undefined || isElsewhere(event)) return;
    event.preventDefault();
    // The page as it was left: its filter, what was searched for and the place.
    history.back();
  });
  const left: unknown = before?.getState();
  return html`<nav class="way-back" aria-label="List">
    ${back}${isListLeft(left) ? neighbors(here, left) : ""}
  </nav>`;
}

/** By the path of a page, what the way back to it is called. */
const NAMES: { readonly [path: string]: string | undefined } = {
  "/students": "Back to the list",
  "/today": "Back to today",
  "/week": "Back to this week",
  "/counselors": "Back to counselors",
  "/data-to-fix": "Back to the data to fix",
  "/decisions": "Back to decisions",
};

function neighbors(here: string, { keys }: ListLeft): HTMLElement | "" {
  const place = keys.indexOf(here);
  if (place < 0) return "";
  const step = (to: number, words: string, rel: string) => {
    const key = keys[to];
    if (key === undefined) return html`<span class="no-step">${words}</span>`;
    const link = html`<a rel=${rel} href=${addressOf("student", key)}>${words}</a>`;
    link.addEventListener("click", (event: MouseEvent) => {
      if (isElsewhere(event)) return;
      event.preventDefault();
      // Replaces this page in the history, so that the way back still leads to the list.
      location.replace(addressOf("student", key));
    });
    return link;
  };
  return html`<span class="neighbors"
    >${step(place - 1, "Previous", "prev")} <span>${place + 1} of ${keys.length}</span> ${step(
      place + 1,
      "Next",
      "next",
    )}</span
  >`;
}

/** Whether a click asks for another tab or window, which the browser then opens. */
const isElsewhere = (event: MouseEvent): boolean =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/** The page before this one in the same tab; null if there is none or it cannot be known. */
function entryBefore(): NavigationHistoryEntry | null {
  if (!hasNavigation() || navigation.currentEntry === null) return null;
  const before = navigation.entries()[navigation.currentEntry.index - 1];
  return before === undefined || before.url === null ? null : before;
}

const isListLeft = (state: unknown): state is ListLeft =>
  typeof state === "object" && state !== null && "keys" in state && Array.isArray(state.keys);

/** Browsers from before 2026 may lack it: there, the way back leads to the top of the list. */
const hasNavigation = (): boolean => "navigation" in globalThis;
