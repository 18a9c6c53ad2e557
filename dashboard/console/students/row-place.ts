import { keepPlace, listPlace, type ListPlace } from "./list-place.js";
import type { StudentTable } from "./student-table.js";
import { keepList } from "./way-back.js";

/** The place is kept when the page was still for this long, in milliseconds. */
const STILL = 400;

/**
 * Keeps in the history entry where the reader is in the list and, if a student is opened, the list.
 * @param table the list as it is drawn now; null if there is none
 */
export function followPlace(results: HTMLElement, table: () => StudentTable | null): void {
  let waiting = 0;
  addEventListener(
    "scroll",
    () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        const drawn = table()?.drawn() ?? 0;
        if (drawn > 0) keepPlace({ ...placeOf(firstInView(results), drawn), isOpened: false });
      }, STILL);
    },
    { passive: true },
  );
  results.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(LINK) : null;
    if (link === null) return;
    clearTimeout(waiting);
    keepPlace({ ...placeOf(link, table()?.drawn() ?? 0), isOpened: true });
    keepList([...results.querySelectorAll(LINK)].flatMap((link) => keyOf(link) ?? []));
  });
}

/** Draws as many rows as were drawn and moves to the row where the reader was, or to the top. */
export async function goToPlace(
  table: StudentTable,
  { drawn, at: listedAt, top, isOpened }: ListPlace,
  isStill: () => boolean,
): Promise<void> {
  if (listedAt === null) return;
  // If the list has become shorter, all of its rows are drawn.
  await table.drawUntil(drawn).catch(() => undefined);
  const link = isStill()
    ? document.querySelector<HTMLElement>(`[data-student="${CSS.escape(listedAt)}"]`)
    : null;
  if (link === null) return;
  await scrollTo(link, top);
  if (isOpened) link.focus({ preventScroll: true });
}

/**
 * How often a row is moved to its place: rows above it get their real height as they come near the
 * screen.
 */
const MOST_MOVES = 8;

async function scrollTo(link: HTMLElement, top: number): Promise<void> {
  for (let moves = 0; moves < MOST_MOVES; moves++) {
    const by = link.getBoundingClientRect().top - top;
    if (moves > 1 && Math.abs(by) < 1) return;
    scrollBy({ top: by, behavior: "instant" });
    await new Promise(requestAnimationFrame);
  }
}

const LINK = "a[data-student]";

const keyOf = (link: Element | null): string | null =>
  link instanceof HTMLElement ? (link.dataset["student"] ?? null) : null;

const placeOf = (link: Element | null, drawn: number): Omit<ListPlace, "isOpened"> => ({
  search: listPlace().search,
  drawn,
  at: keyOf(link),
  top: link?.getBoundingClientRect().top ?? 0,
});

/** The link of the first row of which something is on the screen. */
function firstInView(results: HTMLElement): Element | null {
  if (scrollY === 0) return null;
  for (const body of results.querySelectorAll("tbody")) {
    if (body.getBoundingClientRect().bottom <= 0) continue;
    const links = [...body.querySelectorAll(LINK)];
    return links.find((link) => link.getBoundingClientRect().top >= 0) ?? null;
  }
  return null;
}
