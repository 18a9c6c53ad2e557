import type { Browser, Page } from "playwright-core";
import { DESKTOP } from "../check-pages.ts";
import type { StubConsole } from "./stub-console.ts";

/** A page of the console, with everything that it asks elsewhere, complains of or throws. */
export async function consolePage(
  browser: Browser,
  stub: StubConsole,
  viewport: { readonly width: number; readonly height: number } = DESKTOP,
): Promise<{ readonly page: Page; readonly faults: string[] }> {
  const page = await browser.newPage({ viewport });
  const faults: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${stub.address}/`) && !url.startsWith("data:"))
      faults.push(`asks another host: ${url}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // A refusal is an answer that a browser writes down as a failure to load.
    if (!/Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  return { page, faults };
}

/** Opens an own page and waits until it has drawn, or said why it cannot. */
export async function openOwn(page: Page, stub: StubConsole, path: string): Promise<void> {
  await page.goto(`${stub.address}/${path}`);
  await drawn(page);
}

/** Waits until what was asked for last is drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForSelector("#main > [data-state]:not([data-state=loading])");
}

/** What a page says, a blank between any two words. */
export const wordsOf = async (page: Page, selector = "body"): Promise<string> =>
  (await page.locator(selector).first().innerText()).replaceAll(/\s+/g, " ").trim();

/** Runs in the page: the words of a part that begin on one line and end on another, though they fit on one. */
const BROKEN_WORDS = `(part) => {
  const broken = [];
  const range = document.createRange();
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const { 0: word, index } of walker.currentNode.data.matchAll(/\\p{L}{2,20}/gu)) {
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + word.length);
      if (range.getClientRects().length > 1) broken.push(word);
    }
  }
  return broken;
}`;

/** Runs in the page: what is wrong with it for an eye, a keyboard, a screen reader or a finger. */
export const FAULTS_IN_OWN_PAGE = `(() => {
  const faults = [];
  const BROKEN_WORDS = ${BROKEN_WORDS};
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (selector) => all(selector).filter((node) => node.checkVisibility());
  if (document.documentElement.lang !== "en") faults.push("no language");
  if (document.title === "") faults.push("no title");
  if (all("h1").length !== 1) faults.push(all("h1").length + " first headings");
  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) faults.push("heading jumps to level " + next + ": " + heading.textContent);
    level = next;
  }
  for (const landmark of ["main", "section.console-bar[aria-label]"]) {
    if (all(landmark).length !== 1) faults.push(all(landmark).length + " of " + landmark);
  }
  for (const region of all("nav, form, [role=search], [role=region], [role=group]")) {
    if (!region.getAttribute("aria-label")) faults.push("no name: " + region.outerHTML.slice(0, 80));
  }
  const skip = document.querySelector("a.skip");
  if (skip === null || document.querySelector(skip.getAttribute("href")) === null) faults.push("no skip link");
  if (document.querySelector("a, button, select, input, summary") !== skip) faults.push("something before the skip link");
  for (const control of all("select, input")) {
    if (control.labels.length === 0) faults.push("control without a label");
  }
  for (const button of all("button, a[href], summary")) {
    if (!(button.getAttribute("aria-label") ?? button.textContent).trim()) faults.push("no name: " + button.outerHTML);
  }
  const ids = all("[id]").map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push("an id occurs twice");
  for (const place of all("main, .table-scroll")) {
    const cut = place.scrollWidth - place.clientWidth;
    if (cut > 1) faults.push(place.className + " is cut by " + cut + " px");
  }
  for (const name of seen("tbody th > a + small")) {
    const [above, below] = [name.previousElementSibling.firstChild, name].map((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      return range.getBoundingClientRect();
    });
    if (below.top < above.bottom - 4 && below.left < above.right) faults.push("an ID lies over " + name.parentElement.textContent);
  }
  for (const row of seen("tbody tr")) {
    // A line to write on has no words.
    if (row.innerText.trim() === "") continue;
    if (!row.querySelector("th[scope=row], th[scope=rowgroup], th[scope=colgroup]")) faults.push("a row without a header: " + row.innerText);
  }
  for (const name of seen("tbody tr > th[scope=row]")) {
    const [own, next] = [name, name.nextElementSibling].map((cell) => (cell?.innerText ?? "").trim());
    if (own === "") faults.push("a row without a name: " + name.parentElement.innerText);
    else if (own === next) faults.push("a row says twice: " + own);
  }
  for (const cell of seen(".own-table td, .own-table th, .table-scroll td")) {
    for (const word of BROKEN_WORDS(cell)) faults.push("breaks a word: " + word);
  }
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) faults.push("scrolls sideways by " + wide + " px");
  if (innerWidth < 500) {
    for (const one of seen(".console-bar a, .console-bar button, select, input, button, summary, .tools a, .brand")) {
      if (one.getBoundingClientRect().height < 44) faults.push("low to tap: " + one.outerHTML.slice(0, 80));
    }
  }
  const text = document.body.innerText;
  for (const word of ["undefined", "NaN", "[object", "null"]) {
    if (text.includes(word)) faults.push("says " + word);
  }
  return faults;
})()`;

/** Runs in the page: words whose contrast with what is behind them is less than AA asks, 4.5 to 1. */
export const TOO_FAINT = `(() => {
  const rgb = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => {
    const part = (value) => value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const behind = (node) => {
    for (let one = node; one !== null; one = one.parentElement) {
      const color = rgb(getComputedStyle(one).backgroundColor);
      if (color.length === 3 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim() !== "");
    if (!own || !node.checkVisibility() || ["OPTION", "SCRIPT", "NOSCRIPT", "STYLE"].includes(node.tagName)) continue;
    const [first, second] = [light(rgb(getComputedStyle(node).color)), light(behind(node))];
    const contrast = (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    if (contrast < 4.5) faint.push(node.textContent.trim().slice(0, 40) + " " + contrast.toFixed(2));
  }
  return faint;
})()`;
