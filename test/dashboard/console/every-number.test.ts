/** Every number on the pages of counts, clicked in a browser: the list that it opens has as many students. */
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { CHROMIUM } from "../browser.ts";
import { drawn, wordsOf } from "./console-pages.ts";
import { countIn, demoConsole, hasRole } from "./demo-console.ts";

/** Lists that are open side by side. */
const TABS = 6;

describe.skipIf(CHROMIUM === undefined)("every number of the console", { timeout: 120_000 }, () => {
  const demo = demoConsole();

  /** Clicks each number of a page that leads to a list, and compares it with the list. */
  async function clickAll(context: BrowserContext, address: string): Promise<readonly Clicked[]> {
    const page = await context.newPage();
    await page.goto(address);
    await drawn(page);
    const links = await page.locator("main a[href^='/students.html?']").all();
    const clicked: Promise<Clicked>[] = [];
    for (const link of links) {
      const about = (await link.getAttribute("aria-label")) ?? "";
      const number = countIn(await link.innerText());
      // In a tab of its own, so that the page of counts is drawn once.
      const opened = context.waitForEvent("page");
      await link.click({ modifiers: ["ControlOrMeta"] });
      const list = await opened;
      clicked.push(lengthOf(list).then((listed) => ({ about, number, listed })));
      if (clicked.length % TABS === 0) await Promise.all(clicked);
    }
    const all = await Promise.all(clicked);
    await page.close();
    return all;
  }

  it.each([
    ["district-leader", "today", 20],
    ["district-leader", "data-to-fix", 2],
    ["principal", "counselors", 5],
    ["counselor", "today", 2],
  ])("opens for a %s on the page %s the list of exactly its students", async (role, path, few) => {
    const { context, site } = await demo.signedIn(hasRole(role));
    const clicked = await clickAll(context, `${site}/${path}.html`);
    expect(clicked.filter(({ number, listed }) => number !== listed || number === 0)).toEqual([]);
    expect(clicked.length).toBeGreaterThanOrEqual(few);
    await context.close();
  });

  it("shows the table of the day whole to a leader, cut at no side", async () => {
    const { context, site } = await demo.signedIn(hasRole("district-leader"));
    const page = await context.newPage();
    await page.goto(`${site}/today.html`);
    await drawn(page);
    const hidden = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector(".table-scroll"))`;
    expect(await page.locator(".today thead th").count()).toBeGreaterThan(10);
    expect(await page.evaluate(hidden)).toBe(0);
    await context.close();
  });
});

interface Clicked {
  /** What the number says that it counts. */
  readonly about: string;
  readonly number: number;
  readonly listed: number;
}

/** How many students a list says that it names, once it is drawn; then closes it. */
async function lengthOf(list: Page): Promise<number> {
  await drawn(list);
  const sentence = await wordsOf(list, ".sentence");
  await list.close();
  const [, named] = /You see the names of ([\d,]+) of [\d,]+ students?\b/.exec(sentence) ?? [];
  const [, all] =
    /(?:^|\. )([\d,]+) students?(?:(?:: [\d,]+ enrolled, [\d,]+)? who left with an open plan)?\.$/.exec(
      sentence,
    ) ?? [];
  const length = named ?? all;
  if (length === undefined) throw new Error(`the list does not say how long it is: ${sentence}`);
  return countIn(length);
}
