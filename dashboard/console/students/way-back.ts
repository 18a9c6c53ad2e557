import { html } from "htl";
import { addressOf } from "../student/ask-student.js";

/** The list from which a student was opened, in the order drawn. It lives in the history entry of the student's page, which no server and no storage sees. */
interface ListLeft {
  readonly keys: readonly string[];
}

/** Opens a student from a list, so that the page knows who comes before and after. */
export function openFromList(key: string, keys: readonly string[]): void {
  goTo(key, { keys }, "push");
}

/** Back to where the reader came from as she left it, and to the students before and after in the list. */
export function wayBack(here: string): HTMLElement {
  const before = pageBefore();
  const back = html`<a href="/students.html"
    >${NAMES[before ?? ""] ?? "To the list of students"}</a
  >`;
  back.addEventListener("click", (event: MouseEvent) => {
    if (before === null || !(before in NAMES) || isElsewhere(event)) return;
    event.preventDefault();
    // The page as it was left: its filter, what was searched for and the place.
    history.back();
  });
  return html`<nav class="way-back" aria-label="List">${back}${neighbors(here)}</nav>`;
}

/** By the path of a page, what the way back to it is called. */
const NAMES: { readonly [path: string]: string } = {
  "/students": "Back to the list",
  "/today": "Back to today",
  "/week": "Back to this week",
  "/data-to-fix": "Back to the data to fix",
};

function neighbors(here: string): HTMLElement | "" {
  const left = listLeft();
  const at = left?.keys.indexOf(here) ?? -1;
  if (left === null || at < 0) return "";
  const step = (to: number, words: string, rel: string) => {
    const key = left.keys[to];
    if (key === undefined) return html`<span class="no-step">${words}</span>`;
    const link = html`<a rel=${rel} href=${addressOf("student", key)}>${words}</a>`;
    link.addEventListener("click", (event: MouseEvent) => {
      if (isElsewhere(event)) return;
      event.preventDefault();
      // In the place of this one, so that the way back still leads to the list.
      goTo(key, left, "replace");
    });
    return link;
  };
  return html`<span class="steps-aside"
    >${step(at - 1, "Previous", "prev")} <span>${at + 1} of ${left.keys.length}</span> ${step(
      at + 1,
      "Next",
      "next",
    )}</span
  >`;
}

/** Whether a click asks for another tab or window, which the browser then opens. */
export const isElsewhere = (event: MouseEvent): boolean =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

function goTo(key: string, state: ListLeft, how: "push" | "replace"): void {
  const address = addressOf("student", key);
  if (hasNavigation()) navigation.navigate(address, { state, history: how });
  else if (how === "push") location.assign(address);
  else location.replace(address);
}

/** The path of the page before this one in the same tab, without its extension; null where nobody can tell. */
function pageBefore(): string | null {
  if (!hasNavigation() || navigation.currentEntry === null) return null;
  const url = navigation.entries()[navigation.currentEntry.index - 1]?.url ?? null;
  return url === null ? null : new URL(url).pathname.replace(/\.html$/, "");
}

function listLeft(): ListLeft | null {
  const state: unknown = hasNavigation() ? navigation.currentEntry?.getState() : null;
  return isListLeft(state) ? state : null;
}

const isListLeft = (state: unknown): state is ListLeft =>
  typeof state === "object" && state !== null && "keys" in state && Array.isArray(state.keys);

/** Browsers of before 2026 may lack it: the pages work there, without the students before and after. */
const hasNavigation = (): boolean => "navigation" in globalThis;
