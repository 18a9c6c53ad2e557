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

/**
 * What is wrong with the pages of a served site, at the width of a desktop and of a phone: a line
 * each, none when all is well. It asks nothing of the figures, so it holds for any release.
 */
export async function checkPages(
  browser: Browser,
  site: string,
  {
    query = "",
    pages = PAGES,
  }: { readonly query?: string; readonly pages?: readonly string[] } = {},
): Promise<string[]> {
  const faults: string[] = [];
  for (const viewport of [DESKTOP, PHONE]) {
    const context = await browser.newContext({ viewport });
    await Promise.all(
      pages.map(async (name) => {
        const page = await context.newPage();
        const report = (fault: string) => faults.push(`${name} at ${viewport.width} px: ${fault}`);
        watch(page, site, report);
        await openPage(page, addressOf(site, name, query));
        for (const fault of await page.evaluate<string[]>(FAULTS_IN_PAGE)) report(fault);
        await page.close();
      }),
    );
    await context.close();
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
