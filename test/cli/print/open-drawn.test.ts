import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openDrawn } from "../../../functions/cli/print/open-drawn.ts";
import { CHROMIUM, openBrowser } from "../../dashboard/browser.ts";
import { smallPage, smallSite } from "../../support/small-site.ts";

/** A page that begins with a part that is not drawn, and goes on by a script after a while. */
const later = (part: string, script: string): string =>
  smallPage("Later", part, `setTimeout(() => { ${script} }, 300);`);
const PAGE = `document.querySelector(".page")`;

describe.skipIf(CHROMIUM === undefined)("openDrawn", { timeout: 60_000 }, () => {
  let browser: Browser;
  let tab: Page;
  beforeAll(async () => {
    browser = await openBrowser();
    tab = await browser.newPage();
  }, 60_000);
  afterAll(() => browser.close());

  it.each([
    ["its edition", later('<div class="page"></div>', `${PAGE}.dataset.state = "ready"`)],
    [
      "what it loads after its edition",
      later(
        '<div class="page" data-state="ready"><p class="loading">Reading</p></div>',
        `document.querySelector(".loading").remove()`,
      ),
    ],
    [
      "a part that is drawn again",
      later(
        '<div class="page" data-state="ready" aria-busy="true"></div>',
        `${PAGE}.removeAttribute("aria-busy")`,
      ),
    ],
  ])("waits for %s", async (_, page) => {
    const { address, close } = await smallSite({ "/": page });
    onTestFinished(close);
    await openDrawn(tab, `${address}/`);
    expect(
      await tab.evaluate(
        `document.querySelectorAll(".page[data-state=ready]:not([aria-busy]):not(:has(.loading))").length`,
      ),
    ).toBe(1);
  });

  it("fails with the words of a page that shows no edition", async () => {
    const page = later(
      '<div class="page"></div>',
      `${PAGE}.dataset.state = "unknown-release"; ${PAGE}.innerText = "No such\\nrelease";`,
    );
    const { address, close } = await smallSite({ "/schools.html": page });
    onTestFinished(close);
    await expect(openDrawn(tab, `${address}/schools.html?release=old`)).rejects.toThrow(
      "/schools.html cannot be printed: No such release",
    );
  });
});
