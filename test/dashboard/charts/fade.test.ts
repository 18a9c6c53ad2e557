import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CHROMIUM, openBrowser } from "../browser.ts";
import { drawnPart } from "./page/open-page.ts";

let browser: Browser;

describe.skipIf(CHROMIUM === undefined)("a fade", () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it("lays each part over those after it, gone at the place of the next", async () => {
    const drawn = await drawnPart(browser, "/", 'parts.fade(["on-time", "held-late", "not-held"])');
    const layers = [...drawn.matchAll(/<i class="fade part-([\w-]+)"(?: style="([^"]*)")?>/g)];
    expect(layers.map(([, part]) => part)).toEqual(["missing", "late", "done"]);
    const masks = layers.map(([, , style = ""]) => style.match(/[\d.]+%/g));
    expect(masks).toEqual([null, ["50%", "100%"], ["0%", "50%"]]);
  });

  it("is the part itself where there is no other", async () => {
    const drawn = await drawnPart(browser, "/", 'parts.fade(["not-held"])');
    expect(drawn).toContain("part-missing");
    expect(drawn).not.toContain("mask");
  });
});
