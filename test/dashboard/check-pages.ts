import type { Browser, Page } from "playwright-core";

/** Every page of the site, by the name of its file. */
export const PAGES = ["index", "schools", "requirements", "groups", "methods"] as const;

export const DESKTOP = { width: 1280, height: 900 } as const;
export const TABLET = { width: 768, height: 1024 } as const;
export const PHONE = { width: 390, height: 844 } as const;

/** The address of a page of the site. */
export function addressOf(site: string, page: string, query = ""): string {
  return `${site}/${page === "index" ? "" : `${page}.html`}${query}`;
}

/** Opens a page and waits until it has drawn all of an edition or said why it cannot. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await untilDrawn(page);
}

/** Waits until the page has drawn what the reader chose. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.waitForSelector(".page[data-state]", { timeout: 20_000 });
  // Asked again and again from outside: the pages let no script be written in them.
  for (let tries = 0; tries < 400; tries++) {
    if (await page.evaluate<boolean>(NOTHING_IS_OUTSTANDING)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`${page.url()} was not drawn`);
}

const NOTHING_IS_OUTSTANDING = `!document.querySelector(".loading, [aria-busy='true']") &&
  [...document.querySelectorAll(".plot-chart")].every((chart) => chart.clientWidth === 0 || chart.querySelector("svg"))`;

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
      const cut = await page.evaluate<string[]>(outOfCard(WORDS_OF_CHARTS));
      if (cut.length > 0) report(`words reach out of their card: ${cut.join(", ")}`);
      if (viewport === PHONE) {
        for (const fault of await page.evaluate<string[]>(FAULTS_ON_PHONE)) report(fault);
      }
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

/** The words of every sort of chart. */
export const WORDS_OF_CHARTS =
  "figure svg text, .chart-rows .row-name, .chart-rows .lane > *, .chart-rows .share-value, .chart-key";

/** Runs in the page: the words of each line of a text, as it is laid out. */
const LINES_OF = `const linesOf = (node) => {
    const range = document.createRange();
    const lines = new Map();
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      [...walker.currentNode.data].forEach((letter, index) => {
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + 1);
        const { bottom, width } = range.getBoundingClientRect();
        if (width > 0) lines.set(Math.round(bottom), (lines.get(Math.round(bottom)) ?? "") + letter);
      });
    }
    return [...lines.values()];
  };`;

/** Runs in the page, and is text since the tests are compiled without the browser's types. */
const FAULTS_IN_PAGE = `(() => {
  const faults = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const said = (node) => node.textContent.replace(/\\s+/g, " ").trim();
  const state = document.querySelector(".page").dataset.state;
  if (state !== "ready") faults.push("state is " + state + ": " + document.querySelector(".page").innerText);
  const language = new URLSearchParams(location.search).get("lang") ?? "en";
  if (document.documentElement.lang !== language) faults.push("language is " + document.documentElement.lang);
  if (!/.{8} · .*\\d{4}$/.test(document.title)) faults.push("no place and day in the title " + document.title);
  if (all("h1").length !== 1) faults.push(all("h1").length + " first headings");
  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) faults.push("heading jumps to level " + next + ": " + said(heading));
    level = next;
    const part = heading.closest("section, details, li, div");
    if (next > 1 && part && said(part) === said(heading)) faults.push("nothing under " + said(heading));
  }
  for (const landmark of ["header", "nav[aria-label]", "main"]) {
    if (!document.querySelector(landmark)) faults.push("no " + landmark);
  }
  if (!document.querySelector("a.skip[href='#observablehq-main']")) faults.push("no skip link");
  if (!document.querySelector(".provenance")) faults.push("no provenance");
  const names = new Set();
  for (const chart of all(".plot-chart svg[role=img], figure.rows-chart, .share-rows [role=table]")) {
    const name = chart.getAttribute("aria-label") ?? "";
    if (name.split(" ").length < 4) faults.push("chart is named “" + name + "”");
    if (names.has(name)) faults.push("two charts are named “" + name + "”");
    names.add(name);
  }
  for (const chart of all("figure.rows-chart, .share-rows")) {
    if (!chart.querySelector(".bar, .share-mark, .rows-without li, .lane > *")) faults.push("empty chart: " + said(chart));
  }
  for (const chart of all(".plot-chart svg[role=img]")) {
    if (!chart.querySelector("path[d], rect, circle, line")) faults.push("empty chart: " + chart.getAttribute("aria-label"));
  }
  for (const bar of all(".bar[role=img], .spark")) {
    if (!bar.getAttribute("aria-label") && !bar.hasAttribute("aria-hidden")) faults.push("bar without a name");
  }
  const LOOKS = ["done", "late", "missing", "absent", "unknown", "rest"].map((look) => "part-" + look);
  for (const bar of all(".bar")) {
    const order = [...bar.querySelectorAll(".span")].map((span) => LOOKS.findIndex((look) => span.classList.contains(look)));
    const drawn = order.filter((place) => place >= 0);
    if (drawn.some((place, index) => place < drawn[index - 1])) faults.push("parts out of order: " + bar.getAttribute("aria-label"));
  }
  for (const table of all("table")) {
    const caption = table.caption ? said(table.caption) : "";
    if (caption === "") faults.push("table without a caption");
    if (table.tHead === null || [...table.tHead.querySelectorAll("th")].some((head) => head.scope !== "col" || said(head) === ""))
      faults.push("table with a column without a name: " + caption);
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.classList.contains("under-row"));
    if (rows.length === 0) faults.push("empty table: " + caption);
    for (const row of rows) {
      const head = row.querySelector("th[scope=row]");
      if (!head || said(head) === "") faults.push("row without a name in " + caption + ": " + said(row));
      const columns = [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0);
      if (columns !== table.tHead?.rows[0].cells.length) faults.push("row of other columns in " + caption + ": " + said(row));
    }
  }
  for (const control of all("select, input")) {
    if (control.labels.length === 0) faults.push("control without a label");
  }
  for (const empty of all("select:not(:has(option)), ul:not(:has(li)), ol:not(:has(li)), dl:not(:has(dt))"))
    faults.push("nothing in " + empty.outerHTML.slice(0, 80));
  ${LINES_OF}
  for (const words of all(".figure-due, .figure-change")) {
    if (linesOf(words).some((line) => /^\\s*\\d+\\s*$/.test(line))) faults.push("a day stands alone in a line of " + said(words));
  }
  for (const name of all(".school-name")) {
    if (linesOf(name).some((line) => /^\\s*·|·\\s*$/.test(line))) faults.push("a line begins or ends with its separator in " + said(name));
  }
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) faults.push("scrolls sideways by " + wide + " px");
  const text = document.querySelector("main").innerText;
  for (const word of ["undefined", "NaN", "[object", "null", "Infinity"]) {
    if (text.includes(word)) faults.push("says " + word);
  }
  return faults;
})()`;

/** Runs in the page: what a finger misses, and tables whose numbers it must scroll to. */
const FAULTS_ON_PHONE = `(() => {
  const faults = [];
  ${LINES_OF}
  const isSeen = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().width > 1;
  /** In a line of text a link is as high as its line (WCAG 2.5.8). */
  const isInLine = (node) => {
    const line = node.closest("p, dd, td, small, li, .notice");
    return node.tagName === "A" && line !== null && line.textContent.trim().length > node.textContent.trim().length + 3;
  };
  for (const target of document.querySelectorAll("a[href], button, select, input, summary")) {
    if (!isSeen(target) || isInLine(target) || target.matches(".skip")) continue;
    const { width, height } = target.getBoundingClientRect();
    if (height < 43.5 || width < 24)
      faults.push("a finger misses " + target.tagName + " " + (target.textContent.trim() || target.name) + ": " + Math.round(width) + " by " + Math.round(height));
  }
  for (const table of document.querySelectorAll("table")) {
    const numbers = [...table.tBodies].flatMap((body) => [...body.querySelectorAll("td.number")]).filter(isSeen);
    if (numbers.length === 0) continue;
    const place = table.closest(".table-scroller")?.getBoundingClientRect() ?? document.body.getBoundingClientRect();
    const isWhole = ({ left, right }) => left >= place.left - 1 && right <= Math.min(place.right, innerWidth) + 1;
    if (!numbers.some((cell) => isWhole(cell.getBoundingClientRect())))
      faults.push("no number without scrolling in " + table.caption?.textContent.trim());
    if (table.closest(".table-scroller[data-after]"))
      faults.push("scrolls sideways: " + table.caption?.textContent.trim());
  }
  for (const name of document.querySelectorAll(".data-table code")) {
    const lines = linesOf(name);
    if (lines.some((line, index) => index > 0 && !/^[A-Z]/.test(line) && !/[_-]$/.test(lines[index - 1])))
      faults.push("breaks within a word: " + lines.join(" | "));
  }
  return faults;
})()`;
