import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { describe, expect, it } from "vitest";
import { isShown, shareInWords } from "../../functions/releases/words/share-words.ts";
import { CHROMIUM } from "./browser.ts";
import {
  addressOf,
  checkPages,
  DESKTOP,
  openPage,
  outOfCard,
  PAGES,
  PHONE,
  WORDS_OF_CHARTS,
} from "./check-pages.ts";
import { fixtureSite } from "./fixture-site.ts";

interface Ends {
  readonly low: number | null;
  readonly high: number | null;
}

/** 210 by 297 mm less the margins of the stylesheet, in CSS pixels. */
const A4_BETWEEN_MARGINS = { width: 703, height: 1009 } as const;
const LETTER_BETWEEN_MARGINS = { width: 725, height: 943 } as const;

/** Runs in the page: words of one chart that lie over one another by more than a hair. */
const WORDS_THAT_OVERLAP = `(() => {
  const faults = [];
  for (const chart of document.querySelectorAll(".plot-chart svg, .chart-rows")) {
    const words = [...chart.querySelectorAll("text, .row-name, .span-label, .scale-word i, .scale-numbers i, .share-value")]
      .filter((word) => word.checkVisibility({ visibilityProperty: true }) && word.textContent.trim() !== "" && word.getBoundingClientRect().width > 1)
      .map((word) => [word.textContent.trim(), word.getBoundingClientRect()]);
    words.forEach(([text, box], index) => {
      for (const [other, over] of words.slice(index + 1)) {
        const wide = Math.min(box.right, over.right) - Math.max(box.left, over.left);
        const high = Math.min(box.bottom, over.bottom) - Math.max(box.top, over.top);
        if (wide > 2 && high > 4) faults.push(text + " / " + other);
      }
    });
  }
  return faults;
})()`;

/** Runs in the page: what it says to the eye and to a screen reader. */
const EVERY_WORD = `(() => {
  const words = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (!["SCRIPT", "STYLE"].includes(walker.currentNode.parentElement.tagName)) words.push(walker.currentNode.data);
  }
  for (const node of document.querySelectorAll("[aria-label], [aria-description], [title]")) {
    for (const name of ["aria-label", "aria-description", "title"]) words.push(node.getAttribute(name) ?? "");
  }
  return words.join("\\n");
})()`;

/** Runs in the page: the layout shifts since it was opened, as the browser scores them. */
const LAYOUT_SHIFT = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})`;

if (CHROMIUM === undefined)
  console.warn("dashboard pages are not tested: no Chromium on this machine");

describe.skipIf(CHROMIUM === undefined)("dashboard pages", { timeout: 60_000 }, () => {
  const site = fixtureSite();

  // Those of other districts, and in Spanish, are opened by `npm run soak every-page`.
  it.each([
    ["a release with a past", ""],
    ["a school of it", "?school=103"],
  ])("open without a fault on a desktop and a phone: %s", async (_, query) => {
    expect(await checkPages(site.browser, site.address, { query })).toEqual([]);
  });

  it("say no share that no file of the release has, in words, names of charts or tips", async () => {
    const shares = /\d+(?:–\d+)?%/g;
    const files = readdirSync(join(site.data, "marsh-valley"), {
      recursive: true,
      withFileTypes: true,
    }).map((file) => join(file.parentPath, file.name));
    const rows = files
      .filter((path) => path.endsWith(".arrow"))
      .flatMap((path) => tableFromIPC(readFileSync(path)).toArray());
    const whole = (rate: unknown): number => Math.round(Number(rate) * 100);
    // Mean attendance rates, which are estimates and no shares of students.
    const means = rows
      .filter(({ mean }) => typeof mean === "number")
      .flatMap(({ mean, low, high }) => [`${whole(mean)}%`, `${whole(low)}–${whole(high)}%`]);
    const ends = rows.flatMap((row): Ends[] => [
      { low: row["low"] as Ends["low"], high: row["high"] as Ends["high"] },
      { low: row["previousLow"] as Ends["low"], high: row["previousHigh"] as Ends["high"] },
    ]);
    const shown = ends.filter(({ low }) => typeof low === "number").filter(isShown);
    const told = new Set([
      ...shown.flatMap((share) => shareInWords(share).match(shares) ?? []),
      ...means,
      // The scale of every chart, the key of marks, and the width of intervals.
      ...["0%", "25%", "50%", "75%", "100%", "5%", "95%", "60–69%"],
    ]);
    expect(told.size).toBeGreaterThan(30);
    const unknown: string[] = [];
    for (const [name, query] of [...PAGES.map((page) => [page, ""]), ["schools", "?school=103"]]) {
      await site.open(name ?? "", query);
      const said = await site.page.evaluate<string>(EVERY_WORD);
      expect(said.length).toBeGreaterThan(300);
      for (const share of said.match(shares) ?? []) {
        if (!told.has(share)) unknown.push(`${name}${query}: ${share}`);
      }
    }
    expect(unknown).toEqual([]);
  });

  it("let no two words of a chart run into each other", async () => {
    for (const viewport of [DESKTOP, PHONE, A4_BETWEEN_MARGINS]) {
      await site.page.setViewportSize(viewport);
      for (const [name, query] of [
        ["index", ""],
        ["schools", "?school=301&district=new-harbor"],
        ["requirements", ""],
        ["groups", ""],
      ] as const) {
        await site.open(name, query);
        const overlap = await site.page.evaluate<string[]>(WORDS_THAT_OVERLAP);
        expect({ name, width: viewport.width, overlap }).toEqual({
          ...{ name, width: viewport.width, overlap: [] },
        });
      }
    }
    await site.page.setViewportSize(DESKTOP);
  });

  it("print every table and chart within its card", async () => {
    const paper = await site.browser.newPage({ viewport: A4_BETWEEN_MARGINS });
    await paper.emulateMedia({ media: "print" });
    for (const size of [A4_BETWEEN_MARGINS, LETTER_BETWEEN_MARGINS]) {
      await paper.setViewportSize(size);
      for (const name of [...PAGES, "schools.html?school=103"]) {
        const address = name.includes("?")
          ? `${site.address}/${name}`
          : addressOf(site.address, name);
        await openPage(paper, address);
        await paper.evaluate("dispatchEvent(new Event('beforeprint'))");
        const cut = await paper.evaluate<string[]>(outOfCard(`th, td, ${WORDS_OF_CHARTS}`));
        const wide = await paper.evaluate<number>(
          "document.documentElement.scrollWidth - innerWidth",
        );
        expect({ name, cut, wide: Math.max(0, wide) }).toEqual({ name, cut: [], wide: 0 });
      }
    }
    await paper.close();
  });

  it("print the lines over the year in letters no larger than others of the sheet, without its fold", async () => {
    const paper = await site.browser.newPage({ viewport: LETTER_BETWEEN_MARGINS });
    await paper.emulateMedia({ media: "print" });
    await openPage(paper, addressOf(site.address, "requirements"));
    const card = paper.locator(".card:has(.plot-chart)").first();
    // The library of the charts comes after the first figures; what is drawn by then is printed.
    await card.locator(".plot-chart svg").first().waitFor({ state: "attached" });
    await paper.evaluate("dispatchEvent(new Event('beforeprint'))");
    /** How large the letters of the drawing are, of those of the page. */
    const share = () =>
      paper.evaluate<number>(`(() => {
        const drawing = document.querySelector(".card .plot-chart svg");
        const scale = drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width;
        const sizeOf = (node) => parseFloat(getComputedStyle(node).fontSize);
        return (scale * sizeOf(drawing)) / sizeOf(document.body);
      })()`);
    const printed = await share();
    expect(printed).toBeGreaterThan(0.8);
    expect(printed).toBeLessThanOrEqual(1);
    expect(await card.locator("summary").count()).toBe(1);
    expect(await card.locator("summary").isVisible()).toBe(false);
    await paper.close();
  });

  it("move nothing that the reader already sees", async () => {
    for (const viewport of [DESKTOP, PHONE]) {
      const tab = await site.browser.newPage({ viewport });
      for (const name of [...PAGES, "schools.html?school=103"]) {
        const address = name.includes("?")
          ? `${site.address}/${name}`
          : addressOf(site.address, name);
        await openPage(tab, address);
        const shift = await tab.evaluate<number>(LAYOUT_SHIFT);
        expect(shift, `${name} at ${viewport.width} px`).toBeLessThan(0.05);
      }
      await tab.close();
    }
  });

  it("ask for the tables they draw and no others", async () => {
    const askedBy = async (name: string, query = "") => {
      const asked: string[] = [];
      site.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
      await site.open(name, query);
      site.page.removeAllListeners("request");
      return asked
        .filter((path) => path.startsWith("/data/marsh-valley/releases/"))
        .map((path) => path.split("/").at(-1))
        .sort();
    };
    expect(await askedBy("index")).toEqual(["overview.json"]);
    // After the school's own sheet come the tables of what its plans say.
    expect(await askedBy("schools", "?school=103")).toEqual([
      ...["answers.arrow", "manifest.json", "school-103.json", "standings.arrow", "statuses.arrow"],
    ]);
    expect((await askedBy("requirements")).filter((file) => file?.endsWith(".arrow"))).toEqual([
      ...["answers.arrow", "last-year.arrow", "standings.arrow", "statuses.arrow", "trend.arrow"],
    ]);
    expect((await askedBy("groups")).filter((file) => file?.endsWith(".arrow"))).toEqual([
      ...["rates.arrow", "student-groups.arrow"],
    ]);
  });
});
