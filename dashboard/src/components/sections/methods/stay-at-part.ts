/** The events by which a reader goes elsewhere on the page. */
const GOES_ELSEWHERE = ["wheel", "touchmove", "keydown", "pointerdown"] as const;

/** Brings the part that the address names into view again once all parts are drawn, unless the reader has gone elsewhere. */
export function stayAtPart(parts: readonly Promise<unknown>[]): void {
  const name = decodeURIComponent(location.hash.slice(1));
  let isElsewhere = false;
  const goElsewhere = (): void => {
    isElsewhere = true;
  };
  for (const event of GOES_ELSEWHERE) addEventListener(event, goElsewhere, { once: true });
  addEventListener("hashchange", () => openPart(location.hash.slice(1)));
  void Promise.allSettled(parts).then(() => {
    const part = openPart(name);
    if (!isElsewhere) part?.scrollIntoView();
  });
}

/** Opens the part if it is folded. */
function openPart(name: string): HTMLElement | null {
  const part = document.getElementById(name);
  if (part instanceof HTMLDetailsElement) part.open = true;
  return part;
}
