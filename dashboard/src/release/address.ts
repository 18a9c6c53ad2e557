/** The state of a page lives in its address, so that a link shows the reader what the sender saw, and Back undoes a choice. */

/** What follows the reader from page to page; the rest belongs to one page. */
const KEPT = ["district", "release", "school", "lang"] as const;

export function fromAddress(key: string): string | null {
  return new URLSearchParams(location.search).get(key);
}

export type Parameters = { readonly [key: string]: string | null };

/** Notes a reader's choice in the address, as a step that Back undoes; null takes a choice out. */
export function choose(changes: Parameters): void {
  const query = changed(new URLSearchParams(location.search), changes);
  const address = addressOf("", query);
  if (address === `${location.pathname}${location.search}`) return;
  history.pushState(null, "", address);
  dispatchEvent(new Event(CHANGED));
}

/** Calls back whenever the reader chooses, or goes back or forward. */
export function onChoice(redraw: () => void): void {
  for (const name of [CHANGED, "popstate"]) addEventListener(name, redraw);
}
const CHANGED = "ilp-choice";

/** The address of a page of this site with what the reader is looking at. */
export function linkTo(page: string, parameters: Parameters = {}, part = ""): string {
  const kept = KEPT.flatMap((key) => {
    const value = fromAddress(key);
    return value === null ? [] : [[key, value]];
  });
  const query = changed(new URLSearchParams(kept), parameters);
  return addressOf(page === "index" ? "./" : `./${page}.html`, query) + (part && `#${part}`);
}

/** The address of this page with other parameters. */
export const here = (parameters: Parameters): string =>
  addressOf("", changed(new URLSearchParams(location.search), parameters)) || location.pathname;

/** Gives the links of the header what the reader is looking at. */
export function keepInNavigation(): void {
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>("#observablehq-header a")) {
    if (anchor.classList.contains("skip") || anchor.hasAttribute("hreflang")) continue;
    const target = new URL(anchor.href);
    for (const key of KEPT) {
      const value = fromAddress(key);
      if (value === null) target.searchParams.delete(key);
      else target.searchParams.set(key, value);
    }
    anchor.href = target.href;
  }
}

function changed(query: URLSearchParams, changes: Parameters): URLSearchParams {
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) query.delete(key);
    else query.set(key, value);
  }
  return query;
}

function addressOf(path: string, query: URLSearchParams): string {
  const text = query.toString();
  if (text) return `${path || location.pathname}?${text}`;
  return path || location.pathname;
}
