import type { Page } from "playwright-core";

/** Pages ask for figures after they are loaded: how often to look whether they are drawn, and how many times. */
const LOOK_EVERY_MILLISECONDS = 50;
const LOOKS = 600;

/**
 * Opens a page of figures and waits until all of it is drawn.
 * @throws when it shows something other than an edition, with its words, or is not drawn in 30 seconds
 */
export async function openDrawn(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const { pathname } = new URL(address);
  for (let looks = 0; looks < LOOKS; looks++) {
    const { state, words } = await page.evaluate<Drawn>(DRAWN);
    if (state === "ready") return;
    if (state !== "drawing") throw new Error(`${pathname} cannot be printed: ${words}`);
    await page.waitForTimeout(LOOK_EVERY_MILLISECONDS);
  }
  throw new Error(`${pathname} cannot be printed: it was not drawn in 30 seconds`);
}

interface Drawn {
  /** "drawing" until everything is there, then what the page says of itself. */
  readonly state: string;
  /** What it shows in place of figures; empty if it shows figures. */
  readonly words: string;
}

/** Runs in the page, and is text since commands are compiled without the browser's types. */
const DRAWN = `(() => {
  const page = document.querySelector(".page[data-state]");
  const isDrawn = page !== null && document.querySelector(".loading, [aria-busy='true']") === null;
  const state = isDrawn ? page.dataset.state : "drawing";
  return { state, words: state === "ready" || !isDrawn ? "" : page.innerText.replace(/\\s+/g, " ").trim() };
})()`;
