import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser } from "../browser.ts";
import { drawnPart } from "../charts/page/open-page.ts";

let browser: Browser;

describe.skipIf(CHROMIUM === undefined)("what the address asks for in vain", () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it("is said with a link to what is shown in its place, which keeps the rest of the address", async () => {
    const drawn = await drawnPart(
      browser,
      "/requirements.html?requirement=essay&school=103",
      'parts.notHere([{ sentence: "No essay here.", shown: "All reviews", parameters: { requirement: null } }])',
    );
    expect(drawn).toContain('role="note"');
    expect(drawn).toContain("No essay here. Shown in its place:");
    expect(drawn).toContain('<a href="/requirements.html?school=103">All reviews</a>');
  });

  it("is nothing where all is there", async () => {
    expect(await drawnPart(browser, "/", "parts.notHere([])")).toBe("null");
  });
});
