import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { buildDashboard } from "../../dashboard/build.ts";
import { openBrowser } from "./browser.ts";
import { addressOf, DESKTOP, openPage } from "./check-pages.ts";
import { writeFixture } from "./fixture/write-fixture.ts";
import { serveSite, type Served } from "./serve.ts";

/** The built site over the editions of the fixture, and one tab of a browser: there from the first test to the last. */
export interface FixtureSite {
  readonly browser: Browser;
  readonly page: Page;
  readonly address: string;
  /** The folder of the editions, as a server has it under `/data/`. */
  readonly data: string;
  readonly open: (name: string, query?: string) => Promise<void>;
  /** What stands on the page, its spaces made one. */
  readonly text: () => Promise<string>;
}

/** @param write writes the editions into a folder; those of the fixture where none is given */
export function fixtureSite(
  write: (folder: string) => void | Promise<void> = writeFixture,
): FixtureSite {
  const data = mkdtempSync(join(tmpdir(), "ilp-dashboard-"));
  let served: Served;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    await buildDashboard();
    await write(data);
    served = await serveSite(data);
    browser = await openBrowser();
    page = await browser.newPage({ viewport: DESKTOP });
  }, 240_000);
  afterAll(async () => {
    await (browser as Browser | undefined)?.close();
    await (served as Served | undefined)?.close();
    rmSync(data, { recursive: true, force: true });
  });
  return {
    data,
    get browser() {
      return browser;
    },
    get page() {
      return page;
    },
    get address() {
      return served.address;
    },
    open: (name, query) => openPage(page, addressOf(served.address, name, query)),
    text: async () => spaced(await page.locator("main").innerText()),
  };
}

/** A text with one space where there were several, or lines. */
export const spaced = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
