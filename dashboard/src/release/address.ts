/** The state of a page lives in its address, so that a link shows the reader what the sender saw. */

/** What follows the reader from page to page; the rest belongs to one page. */
const KEPT = ["district", "release"] as const;

export function fromAddress(key: string): string | null {
  return new URLSearchParams(location.search).get(key);
}

/** Writes a choice into the address; null takes it out. */
export function intoAddress(key: string, value: string | null): void {
  const query = new URLSearchParams(location.search);
  if (value === null) query.delete(key);
  else query.set(key, value);
  history.replaceState(null, "", addressOf("", query));
}

/** The address of a page of this site with the district and release that the reader is looking at. */
export function linkTo(page: string, parameters: { readonly [key: string]: string } = {}): string {
  const query = new URLSearchParams(parameters);
  for (const key of KEPT) {
    const value = fromAddress(key);
    if (value !== null && !query.has(key)) query.set(key, value);
  }
  return addressOf(page === "index" ? "./" : `./${page}.html`, query);
}

/** Gives the header's links the reader's district and release. */
export function keepInNavigation(): void {
  for (const anchor of document.querySelectorAll<HTMLAnchorElement>("#observablehq-header a")) {
    if (anchor.classList.contains("skip")) continue;
    const target = new URL(anchor.href);
    for (const key of KEPT) {
      const value = fromAddress(key);
      if (value !== null) target.searchParams.set(key, value);
    }
    anchor.href = target.href;
  }
}

function addressOf(path: string, query: URLSearchParams): string {
  const text = query.toString();
  if (text) return `${path}?${text}`;
  return path || location.pathname;
}
