import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser } from "../browser.ts";
import { drawnPart } from "../charts/page/open-page.ts";

let browser: Browser;

describe.skipIf(CHROMIUM === undefined)("an address of no page", () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each([
    ["en", "/deep/in/folders/that.html?school=103", "Overview", "http://site.test/?school=103"],
    ["es", "/not.html?lang=es", "Resumen", "http://site.test/?lang=es"],
  ])("links to every page from the root of the site: %s", async (_, address, name, href) => {
    const drawn = await drawnPart(browser, address, "parts.notFound()");
    const links = [...drawn.matchAll(/<a href="([^"]*)">([^<]*)</g)];
    expect(links).toHaveLength(5);
    expect(links[0]?.slice(1)).toEqual([href, name]);
    for (const [, link = ""] of links)
      expect(new URL(link).pathname).toMatch(/^\/([a-z]+\.html)?$/);
  });
});
