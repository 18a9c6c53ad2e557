import type { Browser, Page } from "playwright-core";

/** Every page of the site, by the name of its file. */
export const PAGES = [
  "index",
  "compliance",
  "transitions",
  "groups",
  "mandate",
  "attendance",
  "school",
  "data-quality",
  "measures",
  "definitions",
  "protection",
] as const;

export const DESKTOP = { width: 1280, height: 900 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/** The address of a page of the site. */
export function addressOf(site: string, page: string, query = ""): string {
  return `${site}/${page === "index" ? "" : `${page}.html`}${query}`;
}

/** Opens a page and waits until it has drawn a release or said why it cannot. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.waitForSelector(".page[data-state]", { timeout: 10_000 });
  for (let tries = 0; tries < 50; tries++) {
    if (await page.evaluate(EVERY_CHART_IS_DRAWN)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`a chart of ${address} was not drawn`);
}

interface Checked {
  readonly query?: string;
  readonly pages?: readonly string[];
  readonly widths?: readonly Viewport[];
  /** What else to look at in each page. */
  readonly look?: (page: Page, name: string, viewport: Viewport) => Promise<void>;
}
type Viewport = typeof DESKTOP | typeof PHONE;

/**
 * What is wrong with the pages of a served site, at the width of a desktop and of a phone unless one
 * is asked for: a line each, none when all is well. It asks nothing of the figures, so it holds for any
 * release. The pages of a width are opened one after the other in one tab, which takes half of the time
 * of a tab each.
 */
export async function checkPages(
  browser: Browser,
  site: string,
  { query = "", pages = PAGES, widths = [DESKTOP, PHONE], look }: Checked = {},
): Promise<string[]> {
  const faults: string[] = [];
  for (const viewport of widths) {
    const page = await browser.newPage({ viewport });
    let open = "";
    const report = (fault: string) => faults.push(`${open} at ${viewport.width} px: ${fault}`);
    watch(page, site, report);
    for (const name of pages) {
      open = name;
      await openPage(page, addressOf(site, name, query));
      for (const fault of await page.evaluate<string[]>(FAULTS_IN_PAGE)) report(fault);
      const cut = await page.evaluate<string[]>(outOfCard("svg text"));
      if (cut.length > 0) report(`words reach out of their card: ${cut.join(", ")}`);
      await look?.(page, name, viewport);
    }
    await page.close();
  }
  return faults;
}

/** Reports what a page asks of another host, what fails and what it complains of. */
function watch(page: Page, site: string, report: (fault: string) => void): void {
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${site}/`) && !url.startsWith("data:"))
      report(`asks another host: ${url}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) report(`${response.status()} for ${response.url()}`);
  });
  page.on("pageerror", (error) => report(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      report(`console: ${message.text()}`);
  });
}

/** A chart is drawn once its place has a width; one in a closed part of the page has none. */
const EVERY_CHART_IS_DRAWN = `[...document.querySelectorAll(".chart")].every(
  (chart) => chart.clientWidth === 0 || chart.querySelector("svg"))`;

/** Runs in the page: which of the parts reach out of their card. */
export const outOfCard = (parts: string) => `(() => {
  const cut = [];
  for (const card of document.querySelectorAll(".card")) {
    const edge = card.getBoundingClientRect();
    for (const part of card.querySelectorAll("${parts}")) {
      const { left, right, width } = part.getBoundingClientRect();
      if (part.checkVisibility() && width > 0 && (left < edge.left - 1 || right > edge.right + 1)) cut.push(part.textContent);
    }
  }
  return cut;
})()`;

/** Runs in the page, and is text since the tests are compiled without the browser's types. */
const FAULTS_IN_PAGE = `(() => {
  const faults = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const state = document.querySelector(".page").dataset.state;
  if (state !== "ready") faults.push("state is " + state + ": " + document.querySelector(".page").innerText);
  if (document.documentElement.lang !== "en") faults.push("no language");
  if (all("h1").length !== 1) faults.push(all("h1").length + " first headings");
  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) faults.push("heading jumps to level " + next + ": " + heading.textContent);
    level = next;
  }
  for (const landmark of ["header", "nav[aria-label]", "main"]) {
    if (!document.querySelector(landmark)) faults.push("no " + landmark);
  }
  if (!document.querySelector("a.skip[href='#observablehq-main']")) faults.push("no skip link");
  if (!document.querySelector(".provenance")) faults.push("no provenance");
  for (const chart of all(".chart svg")) {
    if (!chart.getAttribute("aria-label")) faults.push("chart without a name");
  }
  if (all(".chart").length > 0 && all("table").length === 0) faults.push("chart without a table");
  for (const control of all("select, input")) {
    if (control.labels.length === 0) faults.push("control without a label");
  }
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) faults.push("scrolls sideways by " + wide + " px");
  const text = document.querySelector("main").innerText;
  for (const word of ["undefined", "NaN", "[object", "null"]) {
    if (text.includes(word)) faults.push("says " + word);
  }
  return faults;
})()`;
