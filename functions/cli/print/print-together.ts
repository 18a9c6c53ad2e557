import type { Page } from "playwright-core";
import type { Progress } from "../../pipeline/ports.ts";
import { openDrawn } from "./open-drawn.ts";

/**
 * Prints pages of figures as one PDF on Letter paper, each from a new sheet on. They are joined as one
 * document before they are printed, not as files afterwards: so sheets are numbered through, and the
 * tags by which a screen reader reads a PDF are kept. Everything on a sheet is of the pages' own print
 * style.
 * @param addresses of the pages, in order; the first one gives the PDF its title
 * @throws when a page cannot be drawn
 */
export async function printTogether(
  page: Page,
  addresses: readonly string[],
  progress: Pick<Progress, "advance">,
): Promise<Uint8Array> {
  const pages: Drawn[] = [];
  for (const address of addresses) {
    await openDrawn(page, address);
    pages.push(await page.evaluate<Drawn>(DRAWN));
    progress.advance(1);
  }
  await page.evaluate(`(${JOIN})(${JSON.stringify(pages)})`);
  return page.pdf({ format: "Letter", tagged: true, outline: true });
}

interface Drawn {
  readonly title: string;
  readonly main: string;
}

/** Runs in a page that is drawn: what it prints, its charts drawn for paper. */
const DRAWN = `(() => {
  dispatchEvent(new Event("beforeprint"));
  return { title: document.title, main: document.querySelector("#observablehq-main").innerHTML };
})()`;

/**
 * Runs in the last page: puts all pages in its place. The console's bar speaks of the names of
 * students, and pages of figures name none.
 */
const JOIN = `(pages) => {
  document.title = pages[0].title;
  document.querySelector(".console-bar")?.style.setProperty("display", "none");
  document.querySelector("#observablehq-main").replaceChildren(
    ...pages.map(({ main }, index) => {
      const sheet = document.createElement("section");
      if (index > 0) sheet.style.breakBefore = "page";
      sheet.innerHTML = main;
      return sheet;
    }),
  );
}`;
